//! Floor 0: text as tokens with byte spans.
//!
//! Nothing here knows French words, figures or files: spans and lines, folding and the lexer, phrases over
//! tokens, and the escaping of untrusted text.

mod escape;
mod fold;
mod lexer;
mod lines;
mod offset;
mod phrase;
mod sentence;
mod span;
mod token;
mod vocabulary;

pub use escape::{push_json, visible, visible_json};
pub use fold::{fold, slug};
pub use lexer::{WINDOW, lex};
pub use lines::{LineCursor, Place};
pub use offset::OffsetMap;
pub use phrase::{PhraseTable, Step, phrase};
pub use sentence::{Sentence, split_sentences};
pub use span::Span;
pub use token::{Flags, Marks, Token, TokenKind};
pub use vocabulary::{Vocabulary, WordId, hash_folded};
