//! The language of a text, by its little words.

use crate::lexicon::{Classes, Lexicon};
use crate::text::{Token, TokenKind};

/// Little words of English that French does not have.
const ENGLISH: [&str; 16] = [
    "the", "of", "and", "to", "in", "is", "that", "for", "with", "was", "are", "by", "from", "it", "has",
    "will",
];

/// Words looked at: enough to tell.
const SAMPLE: usize = 600;

/// `fr`, `en`, or `und` when neither is clear.
pub(super) fn guess(text: &str, tokens: &[Token], lexicon: &Lexicon) -> String {
    let (mut french, mut english, mut words) = (0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE) {
        words += 1;
        let slice = token.span.of(text);
        if ENGLISH.iter().any(|word| slice.eq_ignore_ascii_case(word)) {
            english += 1;
        } else if lexicon.is(token.word, Classes::FUNCTION) {
            french += 1;
        }
    }
    match () {
        () if words < 12 => "und",
        () if english > french && english * 8 > words => "en",
        () if french * 7 > words => "fr",
        () => "und",
    }
    .to_owned()
}

/// The primary tag of a declared language (« fr-CH »).
pub(super) fn primary(declared: &str) -> String {
    declared.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase()
}
