//! What every rule looks at: the tokens of a text and the words of the lexicon.

use super::fr::Memo;
use crate::lexicon::{Classes, Entry, Lexicon, NumberWord, words as w};
use crate::text::{Flags, Span, Token, TokenKind, WordId};

/// A text under the grammar. Token indices beyond the end are harmless: they match nothing.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
    pub(super) memo: &'a Memo,
}

impl<'a> Context<'a> {
    pub(crate) fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The word at `at`, unknown beyond the ends.
    pub(crate) fn word(&self, at: usize) -> WordId {
        self.tokens.get(at).map_or(WordId::UNKNOWN, |token| token.word)
    }

    /// The index before `at`; before the first, one that matches nothing.
    pub(crate) fn before(&self, at: usize) -> usize {
        at.checked_sub(1).unwrap_or(self.tokens.len())
    }

    pub(crate) fn is(&self, at: usize, word: WordId) -> bool {
        self.word(at) == word
    }

    pub(crate) fn is_any(&self, at: usize, words: &[WordId]) -> bool {
        words.contains(&self.word(at))
    }

    pub(crate) fn entry(&self, at: usize) -> &'a Entry {
        self.lexicon.entry(self.word(at))
    }

    pub(crate) fn has(&self, at: usize, class: Classes) -> bool {
        self.entry(at).is(class)
    }

    /// The infinitive, folded, of the verb that a token is a form of; "" for none.
    pub(crate) fn lemma(&self, at: usize) -> &'a str {
        self.entry(at).verb.map_or("", |form| self.lexicon.vocabulary().text(form.lemma))
    }

    pub(crate) fn number_word(&self, at: usize) -> Option<NumberWord> {
        self.entry(at).number
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.get(at).map(|token| token.kind)
    }

    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(crate) fn flag(&self, at: usize, flag: Flags) -> bool {
        self.get(at).is_some_and(|token| token.has(flag))
    }

    /// Whether the token exists and touches the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.get(at).is_some_and(|token| !token.has(Flags::SPACE))
    }

    /// Whether the token exists and no line break stands before it.
    pub(crate) fn same_line(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.has(Flags::LINE))
    }

    pub(crate) fn slice(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.tokens[from].span.start, self.tokens[to - 1].span.end)
    }

    /// The digits of a number token as ASCII bytes, and how many there are.
    pub(crate) fn digits(&self, at: usize) -> impl Iterator<Item = u8> + use<'a> {
        self.slice(at).chars().filter_map(|c| match c {
            '0'..='9' => Some(c as u8 - b'0'),
            '０'..='９' => Some((c as u32 - '０' as u32) as u8),
            _ => None,
        })
    }

    pub(crate) fn digit_count(&self, at: usize) -> usize {
        match self.get(at) {
            Some(token) if token.kind == TokenKind::Number => {
                if token.has(Flags::UNUSUAL) {
                    self.digits(at).count()
                } else {
                    token.span.len() as usize
                }
            }
            _ => 0,
        }
    }

    /// The value of a short number token.
    pub(crate) fn small(&self, at: usize) -> Option<u32> {
        let token = self.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let append = |value, digit| value * 10 + u32::from(digit);
        if token.has(Flags::UNUSUAL) {
            let short = (1..=9).contains(&self.digit_count(at));
            return short.then(|| self.digits(at).fold(0, append));
        }
        let digits = &self.text.as_bytes()[token.span.start as usize..token.span.end as usize];
        (digits.len() <= 9).then(|| digits.iter().map(|byte| byte - b'0').fold(0, append))
    }

    /// Skips a hyphen that joins two words.
    pub(crate) fn past_hyphen(&self, at: usize) -> usize {
        if self.is(at, WordId::HYPHEN) && self.glued(at) && self.glued(at + 1) { at + 1 } else { at }
    }

    /// The index after « de », « d' » at `at`; `at` itself if there is none.
    pub(crate) fn past_de(&self, at: usize) -> usize {
        if self.is_any(at, &[w::DE, w::D]) { at + 1 } else { at }
    }

    /// Whether a sentence or the text ends before `at`, or a mark that ends a phrase stands there.
    pub(crate) fn ends_phrase(&self, at: usize) -> bool {
        match self.get(at) {
            None => true,
            Some(token) => token.kind == TokenKind::Mark || token.has(Flags::LINE),
        }
    }
}
