//! The words that rules name in code: little grammatical words and marks.

use crate::text::{Vocabulary, WordId};

/// Declares constants and, beside them, the list that [`intern_all`] gives the vocabulary in the same order.
macro_rules! well_known {
    ($($name:ident = $text:literal),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($name),+ }
        $(#[doc = concat!("« ", $text, " »")] pub const $name: WordId = WordId(FIRST + Order::$name as u16);)+
        const TEXTS: &[&str] = &[$($text),+];
    };
}

/// The vocabulary has the unknown word and the hyphen before these.
const FIRST: u16 = 2;

well_known! {
    DE = "de", D = "d'", DES = "des", DU = "du", LA = "la", LE = "le", LES = "les", L = "l'", UN = "un", UNE = "une",
    A = "à", A_VERB = "a", DES_TIME = "dès", AU = "au", AUX = "aux", ET = "et", OU = "ou", NI = "ni", EN = "en", ENTRE = "entre", SUR = "sur", PAR = "par", POUR = "pour", DANS = "dans",
    QUE = "que", QU = "qu'", QUI = "qui", DONT = "dont", NE = "ne", N = "n'", PAS = "pas", JAMAIS = "jamais", PLUS = "plus", MOINS = "moins", GUERE = "guère", RIEN = "rien",
    CENT = "cent", DEMI = "demi", DEMIE = "demie", VIRGULE = "virgule", POINT_WORD = "point", QUART = "quart", QUARTS = "quarts", TIERS = "tiers", MOITIE = "moitié",
    FOIS = "fois", ANS = "ans", AN = "an", HEURE = "heure", HEURES = "heures", H = "h", MIN = "min", MN = "mn", AGE = "âge", AGEE = "agée", AGES = "âgés", AGEES = "âgées",
    PLUSIEURS = "plusieurs", QUELQUES = "quelques", QUELQUE = "quelque", DIZAINE = "dizaine", VINGT = "vingt", QUATRE = "quatre", SOIXANTE = "soixante", ZERO = "zéro", NEUF = "neuf",
    E = "e", ER = "er", RE = "re", EME = "ème", IEME = "ième", ERE = "ère", ND = "nd", NDE = "nde", ES = "es", EMES = "èmes", ERS = "ers", X = "x", MILLE = "mille",
    COMMA = ",", DOT = ".", COLON = ":", SEMICOLON = ";", OPEN = "(", CLOSE = ")", OPEN_SQUARE = "[", CLOSE_SQUARE = "]", SLASH = "/", DASH = "–", MINUS = "−", PLUS_SIGN = "+", PLUS_MINUS = "±", EQUALS = "=", TIMES_SIGN = "×", STAR = "*", CARET = "^", HASH = "#", AT = "@", BAR = "|", UNDERSCORE = "_",
    PERCENT = "%", DEGREE = "°", DOLLAR = "$", EURO = "€", POUND = "£", AMPERSAND = "&", APOSTROPHE = "'", QUOTE = "\"", LEFT_QUOTE = "«", RIGHT_QUOTE = "»", CURLY_QUOTE = "“", LEFT_SINGLE = "‹", RIGHT_SINGLE = "›", ELLIPSIS = "…", EXCLAMATION = "!", QUESTION = "?", BULLET = "•", SQUARE = "²", CUBE = "³",
    HALF = "½", QUARTER = "¼", THREE_QUARTERS = "¾", ONE_THIRD = "⅓", TWO_THIRDS = "⅔", LESS = "<", GREATER = ">", APPROX_SIGN = "≈", TILDE = "~",
    CE = "ce", CES = "ces", CET = "cet", CETTE = "cette", SES = "ses", LEURS = "leurs", NOS = "nos", NOTRE = "notre", VOS = "vos", MES = "mes", LEUR = "leur", SA = "sa", SON = "son",
    IL = "il", ELLE = "elle", ILS = "ils", ELLES = "elles", ON = "on", JE = "je", J = "j'", NOUS = "nous", LUI = "lui", EUX = "eux", Y = "y", T = "t", SE = "se", S = "s'", M_ELIDED = "m'", ME = "me", T_ELIDED = "t'", VOUS = "vous",
    PERSONNES = "personnes", SI = "si", MAIS = "mais", ALORS = "alors", TANDIS = "tandis", SELON = "selon", COMME = "comme", AINSI = "ainsi", TOUT = "tout", TOUS = "tous", TOTAL = "total", CONTRE = "contre", DERNIER = "dernier", DERNIERE = "dernière", DERNIERS = "derniers",
    PUIS = "puis", CHACUN = "chacun", CHACUNE = "chacune", ENSEMBLE = "ensemble", RESPECTIVEMENT = "respectivement", VOIRE = "voire", SOIT = "soit", ICI = "ici", ANNEE = "année", ANNEES = "années", SIECLE = "siècle", PREMIER = "premier", PREMIERE = "première", MI = "mi", FIN = "fin", DEBUT = "début",
    JOUR = "jour", JOURS = "jours", DEGRES = "degrés", ZERO_DIGIT = "0", CENTS = "cents", NUMERO_SIGN = "n°", DEUX = "deux", TROIS = "trois", TER = "ter", BIS = "bis", ENTIER = "entier", ENTIERE = "entière", EGAL = "égal", INFERIEUR = "inférieur", SUPERIEUR = "supérieur",
    BARIL = "baril", PART = "part", POINTS = "points", AUTRES = "autres", AUTRE = "autre", RESTANTS = "restants", MEME = "même", EXPOSANT = "exposant", PUISSANCE = "puissance", SECONDE = "seconde", DESSOUS = "dessous", YEAR = "year", QUOI = "quoi", MONSIEUR = "m", MADAME = "mme",
    AVOIR = "avoir", ETRE = "être", ETE = "été",
}

/// Interns them, as the first words of a fresh vocabulary.
pub(super) fn intern_all(vocabulary: &mut Vocabulary) {
    for text in TEXTS {
        vocabulary.intern(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_name_their_words() {
        let mut vocabulary = Vocabulary::default();
        intern_all(&mut vocabulary);
        assert_eq!(vocabulary.find("de"), DE);
        assert_eq!(vocabulary.find("Mme"), MADAME);
        assert_eq!(vocabulary.len(), usize::from(FIRST) + TEXTS.len(), "a word is listed twice");
    }
}
