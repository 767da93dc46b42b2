//! Floor 1: files and bytes to text.
//!
//! Alone touches the file system. A reader per input format; every format ends as [`Document`]s whose text maps back to
//! the bytes it was read from.

mod decode;
mod digest;
mod error;
mod format;
mod jsonl;
mod markdown;
mod source;

pub use digest::sha256;
pub use error::ReadError;
pub use format::{FORMATS, Format, Shape};
pub use jsonl::{Records, parse as parse_record};
pub use source::{Origin, Reason, Skipped, Source, Sources, find};

use crate::quantity::PartialDate;
use crate::text::{OffsetMap, Span};

/// Largest file that is read whole, and longest line of a file of records, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// One article as read: its text, and what the file says of it beside the text.
#[derive(Debug, Clone)]
pub struct Document {
    /// The path as given or found, `/` between its parts; `-` for standard input.
    pub path: String,
    /// The identifier of the record, in a file of records.
    pub record: Option<String>,
    /// The name of the input format.
    pub format: &'static str,
    /// The text encoding of the file.
    pub encoding: &'static str,
    /// SHA-256 of the file (of the record's line in a file of records), in hexadecimal; whoever needs it fills it in.
    pub sha256: Option<String>,
    /// The text to read. Mark-up is masked by spaces of the same length.
    pub text: String,
    /// The text with its mark-up, where that differs.
    pub original: Option<String>,
    /// Where the text stands in the file; in a file of records, in the record's text.
    pub offsets: OffsetMap,
    /// What the file declares apart from its text.
    pub declared: Declared,
}

/// Facts about an article that its file declares: front matter, fields of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// Title.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Day of publication.
    pub published: Option<PartialDate>,
    /// Address.
    pub url: Option<String>,
    /// Language as declared (« fr », « fr-CH »).
    pub language: Option<String>,
    /// Part of the text that is no article: front matter.
    pub preamble: Option<Span>,
}

impl Document {
    /// The text under a span as the file has it, mark-up included.
    pub fn slice(&self, span: Span) -> &str {
        span.of(self.original.as_deref().unwrap_or(&self.text))
    }

    /// A span of the text as a span of the file.
    pub fn file_span(&self, span: Span) -> Span {
        self.offsets.span_to_file(&self.text, span)
    }
}
