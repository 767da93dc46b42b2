//! Lines and columns, for people.

/// A place as an editor shows it: both numbers start at 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Finds places of ascending offsets in one walk over the text.
#[derive(Debug, Clone)]
pub struct LineCursor<'t> {
    text: &'t str,
    /// Offset of the last answer's line start.
    line_start: usize,
    line: u32,
    /// The last answer: a line may be as long as the file, and is not counted through for each place in it.
    last: (usize, u32),
}

impl<'t> LineCursor<'t> {
    /// A cursor at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, line_start: 0, line: 1, last: (0, 1) }
    }

    /// The place of byte `at`. Asking for an earlier byte than before starts over.
    pub fn place(&mut self, at: u32) -> Place {
        let at = at as usize;
        if at < self.line_start {
            *self = Self::new(self.text);
        }
        if at < self.last.0 {
            self.last = (self.line_start, 1);
        }
        let between = &self.text.as_bytes()[self.last.0..at];
        if let Some(last) = memchr::memrchr(b'\n', between) {
            self.line += memchr::memchr_iter(b'\n', between).count() as u32;
            self.line_start = self.last.0 + last + 1;
            self.last = (self.line_start, 1);
        }
        let column = self.last.1 + self.text[self.last.0..at].chars().count() as u32;
        self.last = (at, column);
        Place { line: self.line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_from_one() {
        let mut cursor = LineCursor::new("éa\n\nb");
        assert_eq!(cursor.place(2), Place { line: 1, column: 2 });
        assert_eq!(cursor.place(5), Place { line: 3, column: 1 });
        assert_eq!(cursor.place(0), Place { line: 1, column: 1 });
    }
}
