//! JSON Lines: one record a line, with `id` and `text`; `title`, `url`, `date`, `publisher`, `language` when present.

use std::io::{BufRead, Read};

use serde::Deserialize;

use super::{Declared, Document, MAX_BYTES, ReadError};
use crate::quantity::PartialDate;
use crate::text::OffsetMap;

/// A record as written. Other fields are its owner's affair.
#[derive(Deserialize)]
struct Record {
    id: Id,
    text: String,
    title: Option<String>,
    publisher: Option<String>,
    date: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

/// What some programs write before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Identifiers are text or numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// The lines of a file of records, one at a time: memory holds the longest line, not the file.
pub struct Records<R> {
    reader: R,
    path: String,
    line: usize,
}

impl<R: BufRead> Records<R> {
    /// Reads the lines of `reader`; `path` names it in errors.
    pub fn new(reader: R, path: &str) -> Self {
        Self { reader, path: path.to_owned(), line: 0 }
    }
}

impl<R: BufRead> Iterator for Records<R> {
    /// The number of the line, from 1, and its bytes. Blank lines are passed over.
    type Item = Result<(usize, Vec<u8>), ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.line += 1;
            let mut bytes = Vec::new();
            let mut limited = (&mut self.reader).take(MAX_BYTES + 1);
            match limited.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) if bytes.len() as u64 > MAX_BYTES => {
                    if let Err(source) = skip_line(&mut self.reader) {
                        return Some(Err(ReadError::Io { path: self.path.clone(), source }));
                    }
                    return Some(Err(ReadError::TooLarge { path: format!("{}:{}", self.path, self.line) }));
                }
                Ok(_) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => {
                    if self.line == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
                        bytes.drain(..BYTE_ORDER_MARK.len());
                    }
                    bytes.truncate(bytes.trim_ascii_end().len());
                    return Some(Ok((self.line, bytes)));
                }
                Err(source) => return Some(Err(ReadError::Io { path: self.path.clone(), source })),
            }
        }
    }
}

/// Passes over the rest of a line without keeping it.
fn skip_line(reader: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let available = reader.fill_buf()?;
        if available.is_empty() {
            return Ok(());
        }
        let (used, done) = match memchr::memchr(b'\n', available) {
            Some(i) => (i + 1, true),
            None => (available.len(), false),
        };
        reader.consume(used);
        if done {
            return Ok(());
        }
    }
}

/// Reads one line as an article. Spans of its document are bytes of the record's text.
pub fn parse(path: &str, line: usize, bytes: &[u8]) -> Result<Document, ReadError> {
    let fault = |why: String| ReadError::Record {
        path: path.to_owned(),
        line,
        why: format!("not a record with `id` and `text`: {why}"),
    };
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(fault("not an object".to_owned()));
    }
    let record: Record = serde_json::from_slice(bytes).map_err(|error| fault(cause(&error)))?;
    if matches!(&record.id, Id::Text(id) if id.trim().is_empty()) {
        return Err(fault("an empty `id`".to_owned()));
    }
    let declared = Declared {
        title: record.title,
        publisher: record.publisher,
        published: record.date.as_deref().and_then(|date| PartialDate::parse(date.get(..10).unwrap_or(date))),
        url: record.url,
        language: record.language,
        preamble: None,
    };
    Ok(Document {
        path: path.to_owned(),
        record: Some(match record.id {
            Id::Text(id) => id,
            Id::Number(id) => id.to_string(),
        }),
        format: "jsonl",
        encoding: "UTF-8",
        sha256: None,
        text: record.text,
        original: None,
        offsets: OffsetMap::Shifted(0),
        declared,
    })
}

/// The reason without serde's position, which counts lines within the line.
fn cause(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} (column {})", &text[..at], error.column()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_an_error_that_names_it() {
        let input = "\u{FEFF}{\"id\": 1, \"text\": \"10 euros\", \"date\": \"2025-01-21\"}\n\n{\"id\": 2}\n{\"id\":\"x\",\"text\":\"\"}";
        let records: Vec<_> = Records::new(input.as_bytes(), "a.jsonl").collect();
        let parsed: Vec<_> =
            records.into_iter().flatten().map(|(line, bytes)| parse("a.jsonl", line, &bytes)).collect();
        assert_eq!(parsed.len(), 3);
        let first = parsed[0].as_ref().expect("a record");
        assert_eq!((first.record.as_deref(), first.text.as_str()), (Some("1"), "10 euros"));
        for (line, why) in
            [("[\"a\", \"10 euros\"]", "not an object"), ("{\"id\": \"\", \"text\": \"\"}", "an empty `id`")]
        {
            let error = parse("a.jsonl", 1, line.as_bytes()).expect_err("no record").to_string();
            assert!(error.ends_with(why), "{error}");
        }
        let error = parsed[1].as_ref().expect_err("no text").to_string();
        assert!(
            error.starts_with("a.jsonl:3: not a record with `id` and `text`: missing field `text`"),
            "{error}"
        );
    }
}
