//! The input formats: one list, which the walk, the help and the tests read.

use std::path::Path;

use super::decode::decode;
use super::{Declared, Document, ReadError, markdown};

/// A format that files can have.
#[derive(Debug)]
pub struct Format {
    /// The name in reports.
    pub name: &'static str,
    /// File name endings, lower case; the first is the usual one.
    pub extensions: &'static [&'static str],
    /// One article a file, or many.
    pub shape: Shape,
}

/// What one file holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One article: the function masks mark-up and takes what the file declares out of it.
    Article(fn(&mut Document)),
    /// One record a line, each an article.
    Records,
}

/// Every input format. A new one is a line here and a file beside this.
pub static FORMATS: &[Format] = &[
    Format { name: "text", extensions: &["txt", "text"], shape: Shape::Article(|_| {}) },
    Format { name: "markdown", extensions: &["md", "markdown"], shape: Shape::Article(markdown::mask) },
    Format { name: "jsonl", extensions: &["jsonl", "ndjson"], shape: Shape::Records },
];

impl Format {
    /// Plain text: the format of standard input and of named files with another ending.
    pub fn text() -> &'static Format {
        &FORMATS[0]
    }

    /// The format of a file's name, if its ending is known.
    pub fn of_path(path: &Path) -> Option<&'static Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
    }

    /// Reads the bytes of one article of this format.
    pub fn read_article(&self, path: &str, bytes: &[u8]) -> Result<Document, ReadError> {
        let decoded = decode(bytes).ok_or_else(|| ReadError::Binary { path: path.to_owned() })?;
        let mut document = Document {
            path: path.to_owned(),
            record: None,
            format: self.name,
            encoding: decoded.encoding,
            sha256: None,
            text: decoded.text,
            original: None,
            offsets: decoded.offsets,
            declared: Declared::default(),
        };
        if let Shape::Article(prepare) = self.shape {
            prepare(&mut document);
        }
        Ok(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_unique() {
        let mut all: Vec<_> = FORMATS.iter().flat_map(|format| format.extensions).collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
        assert_eq!(Format::of_path(Path::new("a/B.MD")).map(|f| f.name), Some("markdown"));
        assert!(Format::of_path(Path::new("a/b.pdf")).is_none());
    }
}
