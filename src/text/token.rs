//! Tokens: what the lexer makes of a text.

use serde::{Deserialize, Serialize};

use super::{Span, WordId};

/// One word, run of digits, or mark. Twenty bytes, no allocation: a text's tokens live in one reused vector.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Hash of the folded form, the same for equal words known or not.
    pub hash: u32,
    /// The vocabulary's word, [`WordId::UNKNOWN`] when the vocabulary has none.
    pub word: WordId,
    /// The word of which this is a form (the infinitive of a verb), unknown when none was declared.
    pub lemma: WordId,
    /// Word, digits or mark.
    pub kind: TokenKind,
    /// White space and letter case.
    pub flags: Flags,
    /// What the vocabulary's owner noted of the word.
    pub marks: Marks,
}

impl Token {
    /// Whether a flag is set.
    pub const fn has(&self, flag: Flags) -> bool {
        self.flags.0 & flag.0 != 0
    }

    /// Whether it is a word that begins with a capital.
    pub const fn is_capitalised(&self) -> bool {
        self.has(Flags::CAPITAL)
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; an elided « l' » keeps its apostrophe and stands alone.
    Word,
    /// A run of decimal digits.
    Number,
    /// One character that is neither: punctuation, currency, superscript.
    Mark,
}

/// A set of facts about a token and the white space before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(pub u8);

impl Flags {
    /// White space of any kind stands before.
    pub const SPACE: Flags = Flags(1);
    /// A line break stands before.
    pub const LINE: Flags = Flags(2);
    /// A blank line, or the start of the text, stands before.
    pub const BLOCK: Flags = Flags(4);
    /// The first letter is upper case.
    pub const CAPITAL: Flags = Flags(8);
    /// Every letter is upper case.
    pub const UPPER: Flags = Flags(16);
    /// Some letter bears a diacritic.
    pub const ACCENT: Flags = Flags(32);
    /// An elided word: ends with its apostrophe.
    pub const ELIDED: Flags = Flags(64);
    /// A number in other than plain digits: full-width ones, or invisible characters between them.
    pub const UNUSUAL: Flags = Flags(128);

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

/// A set of facts about a word, the meaning of which is that of the vocabulary's owner: they travel with each token, so that
/// what most words are not is known without a look into a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks(pub u16);

impl Marks {
    /// Whether the sets meet.
    pub const fn has(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn with(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}
