//! The language of a text, by its little words.

use crate::lexicon::Lexicon;
use crate::text::{Token, TokenKind};

/// Little words of English that French does not have, none of more than four letters.
const ENGLISH: [u32; 16] = [
    packed(b"the"),
    packed(b"of"),
    packed(b"and"),
    packed(b"to"),
    packed(b"in"),
    packed(b"is"),
    packed(b"that"),
    packed(b"for"),
    packed(b"with"),
    packed(b"was"),
    packed(b"are"),
    packed(b"by"),
    packed(b"from"),
    packed(b"it"),
    packed(b"has"),
    packed(b"will"),
];

/// A word of up to four letters, in lower case, as a number: every word of an article is compared with all of them.
const fn packed(word: &[u8]) -> u32 {
    let mut number = 0;
    let mut i = 0;
    while i < word.len() {
        number = number << 8 | word[i].to_ascii_lowercase() as u32;
        i += 1;
    }
    number
}

/// Words looked at: enough to tell.
const SAMPLE: usize = 600;

/// `fr`, `en`, or `und` when neither is clear.
pub(super) fn guess(text: &str, tokens: &[Token], lexicon: &Lexicon) -> String {
    let (mut french, mut english, mut words) = (0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE) {
        words += 1;
        // First: that they count nothing either, the lexicon says of some of them.
        if token.span.len() <= 4 && ENGLISH.contains(&packed(token.span.of(text).as_bytes())) {
            english += 1;
        } else if lexicon.is_function(token) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_french() {
        let lexicon = Lexicon::french();
        let language = |text: &str| {
            let mut tokens = Vec::new();
            lexicon.lex(text, &mut tokens);
            guess(text, &tokens, &lexicon)
        };
        assert_eq!(
            language("The project of the company is to invest in data centres and to build in Texas"),
            "en"
        );
        assert_eq!(
            language("Le projet de la société est d'investir dans des centres et de bâtir au Texas"),
            "fr"
        );
        assert_eq!(language("500 milliards de dollars"), "und");
    }
}
