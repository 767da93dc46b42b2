//! The language of a text, by its little words.

use crate::lexicon::Lexicon;
use crate::text::{Token, TokenKind};

/// Words looked at: enough to tell.
const SAMPLE: usize = 600;

/// `fr`, `en`, or `und` when neither is clear.
pub(super) fn guess(tokens: &[Token], lexicon: &Lexicon) -> String {
    let (mut french, mut english, mut words) = (0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE) {
        words += 1;
        // First: some of them are little words of French texts, too.
        if lexicon.is_english(token) {
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
            guess(&tokens, &lexicon)
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
