//! Sentences: runs of tokens between full stops that end one.

use std::ops::Range;

use super::{Flags, Token, TokenKind, WINDOW, WordId};

/// Token indices of one sentence.
pub type Sentence = Range<usize>;

/// How line breaks are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// A line is a paragraph: each break ends a sentence.
    Paragraphs,
    /// The text is wrapped at a column: a break is a space, a blank line ends a sentence.
    Wrapped,
}

/// Splits `tokens` into sentences, appended to `out`. `abbreviation` tells the words whose full stop ends nothing
/// (« M. », « art. »). A text without full stops is cut, at a comma or the like if there is one, so that a sentence hardly
/// ever exceeds [`WINDOW`] tokens and what reads sentences takes time in proportion to the text.
pub fn split_sentences(
    text: &str,
    tokens: &[Token],
    wrapped: bool,
    abbreviation: impl Fn(WordId) -> bool,
    out: &mut Vec<Sentence>,
) {
    let lines = if wrapped { Lines::Wrapped } else { Lines::Paragraphs };
    let splitter = Splitter { bytes: text.as_bytes(), tokens, lines, abbreviation };
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if at > start && splitter.breaks_before(at) {
            out.push(start..at);
            start = at;
        } else if at - start >= WINDOW {
            let cut = splitter.pause_before(at, start + WINDOW / 2).unwrap_or(at);
            out.push(start..cut);
            start = cut;
        }
        at = match splitter.stop_at(at) {
            Some(end) => {
                out.push(start..end);
                start = end;
                end
            }
            None => at + 1,
        };
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
}

struct Splitter<'a, F> {
    bytes: &'a [u8],
    tokens: &'a [Token],
    lines: Lines,
    abbreviation: F,
}

impl<F: Fn(WordId) -> bool> Splitter<'_, F> {
    fn breaks_before(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.has(Flags::BLOCK) || (self.lines == Lines::Paragraphs && token.has(Flags::LINE))
    }

    /// The index after the last comma, semicolon, colon or closing bracket before `at`, not before `from`.
    fn pause_before(&self, at: usize, from: usize) -> Option<usize> {
        (from..at).rev().find(|i| {
            *i > from
                && self.tokens[*i].has(Flags::SPACE)
                && matches!(self.bytes_of(&self.tokens[*i - 1]), [b',' | b';' | b':' | b')'])
        })
    }

    /// The index after a sentence that ends with the mark at `at` and the quotes or brackets that close with it.
    fn stop_at(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        if token.kind != TokenKind::Mark || !self.is_stop(token) {
            return None;
        }
        let mut end = at + 1;
        let limit = at + WINDOW;
        while end < limit && self.tokens.get(end).is_some_and(|t| self.is_stop(t) && !t.has(Flags::LINE)) {
            end += 1;
        }
        let stops = end;
        while end < limit && self.tokens.get(end).is_some_and(|t| self.closes(t, end)) {
            end += 1;
        }
        let Some(next) = self.tokens.get(end) else { return Some(end) };
        if next.has(Flags::LINE) && self.lines == Lines::Paragraphs {
            return Some(end);
        }
        let ends = if self.byte(token) == b'.' && stops == at + 1 {
            self.full_stop_ends(at, end, next)
        } else {
            next.has(Flags::SPACE) && self.may_begin(next)
        };
        ends.then_some(end)
    }

    fn full_stop_ends(&self, at: usize, end: usize, next: &Token) -> bool {
        let previous = at.checked_sub(1).map(|i| &self.tokens[i]);
        if !next.has(Flags::SPACE) {
            // « technologiques.Selon »: the space is missing.
            return end == at + 1
                && next.is_capitalised()
                && next.span.len() > 2
                && previous
                    .is_some_and(|p| p.kind == TokenKind::Word && !p.is_capitalised() && p.span.len() > 2);
        }
        if !self.may_begin(next) {
            return false;
        }
        if end > at + 1 {
            return true;
        }
        !previous.is_some_and(|p| (self.abbreviation)(p.word) || self.is_initial(at - 1))
            || self.is_unit(at - 1)
    }

    /// « descendus à 70 m. Les pieux … »: a small letter right behind a number, which is no « M. ».
    fn is_unit(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let counted = at.checked_sub(1).is_some_and(|i| self.tokens[i].kind == TokenKind::Number);
        token.kind == TokenKind::Word && token.span.len() == 1 && !token.is_capitalised() && counted
    }

    /// « George W. Bush », « J. D. Vance »; not « … sur X. Donald … ».
    fn is_initial(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.kind != TokenKind::Word || token.span.len() != 1 || !token.is_capitalised() {
            return false;
        }
        match at.checked_sub(1).map(|i| &self.tokens[i]) {
            Some(before) if token.has(Flags::SPACE) => {
                before.is_capitalised() || before.kind == TokenKind::Mark
            }
            _ => true,
        }
    }

    fn may_begin(&self, token: &Token) -> bool {
        token.is_capitalised() || token.kind == TokenKind::Number || self.opens(token)
    }

    fn is_stop(&self, token: &Token) -> bool {
        match self.byte(token) {
            b'.' | b'!' | b'?' => true,
            0xE2 => self.bytes.get(token.span.start as usize + 2) == Some(&0xA6), // « … »
            _ => false,
        }
    }

    /// A closing quote or bracket right after a full stop (« ." », « . » », « .) »).
    fn closes(&self, token: &Token, at: usize) -> bool {
        match self.bytes_of(token) {
            [b')' | b']'] | [0xC2, 0xBB] | [0xE2, 0x80, 0x9D] => true,
            [b'"'] => {
                !token.has(Flags::SPACE)
                    && self
                        .tokens
                        .get(at + 1)
                        .is_none_or(|t| t.has(Flags::SPACE) || t.kind == TokenKind::Mark)
            }
            _ => false,
        }
    }

    fn opens(&self, token: &Token) -> bool {
        matches!(
            self.bytes_of(token),
            [b'"' | b'(' | b'[' | b'-'] | [0xC2, 0xAB] | [0xE2, 0x80, 0x9C | 0x93 | 0x94]
        )
    }

    fn byte(&self, token: &Token) -> u8 {
        self.bytes[token.span.start as usize]
    }

    fn bytes_of(&self, token: &Token) -> &[u8] {
        &self.bytes[token.span.start as usize..token.span.end as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Vocabulary, lex};
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut vocabulary = Vocabulary::default();
        let m = vocabulary.intern("m");
        let (mut tokens, mut out) = (Vec::new(), Vec::new());
        lex(text, &vocabulary, &mut tokens);
        split_sentences(text, &tokens, false, |word| word == m, &mut out);
        out.iter()
            .map(|s| &text[tokens[s.start].span.start as usize..tokens[s.end - 1].span.end as usize])
            .collect()
    }

    #[test]
    fn ends_where_a_reader_stops() {
        for (text, count) in [
            ("M. Macron a parlé. George W. Bush aussi.", 2),
            ("« Ils n'ont pas l'argent. » SoftBank non plus.", 2),
            ("publié sur X. Donald Trump a répondu.", 2),
            ("les avancées technologiques.Selon certains, 20min.ch suit.", 2),
            ("un prix de 3.5 milliards, selon 20min.ch", 1),
            ("Vrai ? Faux ! Peut-être… Qui sait", 4),
            ("Titre sans point\nPremier paragraphe.", 2),
            ("« Quoi ? » demande-t-il.", 1),
        ] {
            assert_eq!(sentences(text).len(), count, "{text}: {:?}", sentences(text));
        }
    }

    #[test]
    fn a_text_without_stops_is_cut() {
        for (text, ends) in [("un ", "un"), ("un, deux ou trois ", ","), ("« (", "("), (". ", ".")] {
            let text = text.repeat(3 * WINDOW);
            let found = sentences(&text);
            assert!(found.iter().all(|s| s.split(' ').count() <= 2 * WINDOW), "{text}");
            assert!(found[0].ends_with(ends), "{}", found[0]);
        }
    }
}
