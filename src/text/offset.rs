//! From the text as read back to the bytes as stored.

use super::Span;

/// Characters between two marks of a table: the longest run that a lookup has to count through.
const STRIDE: usize = 64;

/// Where each byte of a decoded text stands in the file it was decoded from.
///
/// The text is UTF-8; the file may be anything. Lookups cost at most one stride of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OffsetMap {
    /// The text is the file from this byte on (a byte order mark stands before).
    Shifted(u32),
    /// One byte of the file for each character (Windows-1252, ISO-8859-15).
    SingleByte(Marks),
    /// Two or four bytes of the file for each character (UTF-16), after the byte order mark.
    Utf16(Marks),
    /// Pieces of the text that stand unchanged in the file: `(text, file)` starts, ascending.
    Pieces(Vec<(u32, u32)>),
}

/// File offsets at every [`STRIDE`]th character: `(text byte, file byte)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks(Vec<(u32, u32)>);

impl OffsetMap {
    /// The map of a text of which each character was one byte.
    pub fn single_byte(text: &str) -> Self {
        OffsetMap::SingleByte(Marks::new(text, 0, |_| 1))
    }

    /// The map of a text that was UTF-16 after `bom` bytes.
    pub fn utf16(text: &str, bom: u32) -> Self {
        OffsetMap::Utf16(Marks::new(text, bom, |c| 2 * c.len_utf16() as u32))
    }

    /// The byte of the file at which byte `at` of `text` was stored.
    pub fn to_file(&self, text: &str, at: u32) -> u32 {
        match self {
            OffsetMap::Shifted(by) => at + by,
            OffsetMap::SingleByte(marks) => marks.locate(text, at, |_| 1),
            OffsetMap::Utf16(marks) => marks.locate(text, at, |c| 2 * c.len_utf16() as u32),
            OffsetMap::Pieces(pieces) => {
                let i = pieces.partition_point(|(start, _)| *start <= at);
                let (start, file) = pieces[i.saturating_sub(1)];
                file + (at - start)
            }
        }
    }

    /// A span of the text as a span of the file.
    pub fn span_to_file(&self, text: &str, span: Span) -> Span {
        Span::new(self.to_file(text, span.start), self.to_file(text, span.end))
    }
}

impl Marks {
    fn new(text: &str, first: u32, width: impl Fn(char) -> u32) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut file = first;
        for (count, (at, c)) in text.char_indices().enumerate() {
            if count % STRIDE == 0 {
                marks.push((at as u32, file));
            }
            file += width(c);
        }
        if marks.is_empty() {
            marks.push((0, first));
        }
        Marks(marks)
    }

    fn locate(&self, text: &str, at: u32, width: impl Fn(char) -> u32) -> u32 {
        let i = self.0.partition_point(|(start, _)| *start <= at);
        let (start, file) = self.0[i.saturating_sub(1)];
        file + text[start as usize..at as usize].chars().map(width).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_maps_to_its_bytes() {
        let text = "é€a".repeat(700);
        let single = OffsetMap::single_byte(&text);
        let wide = OffsetMap::utf16(&text, 2);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(single.to_file(&text, at as u32), count as u32);
            assert_eq!(wide.to_file(&text, at as u32), 2 + 2 * count as u32);
        }
        assert_eq!(OffsetMap::Shifted(3).span_to_file("ab", Span::new(1, 2)), Span::new(4, 5));
        let pieces = OffsetMap::Pieces(vec![(0, 0), (5, 3)]);
        assert_eq!(pieces.to_file("", 6), 4);
    }
}
