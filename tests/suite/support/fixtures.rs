//! The fixtures and reports on them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use stargate_check::document;
use stargate_check::lexicon::Lexicon;
use stargate_check::pipeline;
use stargate_check::report::{FORMATS, Language, Options, Report};
use stargate_check::topic::{EMBEDDED, Topic};

/// The folder of all fixtures.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The articles of a folder and of those in it, sorted.
pub fn articles(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    found.sort();
    assert!(!found.is_empty(), "no article in fixtures/{folder}");
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of fixtures") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The report on paths, with an embedded topic or `none`.
pub fn report(paths: &[PathBuf], topic: &str) -> Report {
    let mut lexicon = Lexicon::french();
    let topic = match EMBEDDED.iter().find(|(name, _)| *name == topic) {
        Some((name, text)) => Topic::parse(text, name, &mut lexicon).expect("an embedded profile"),
        None => Topic::none(),
    };
    pipeline::check(document::find(paths, None), &lexicon, topic)
}

/// A report in an output format.
pub fn rendered(report: &Report, format: &str) -> String {
    let options = Options { language: Language::English, verbose: false, width: 120 };
    let format = FORMATS.iter().find(|known| known.name == format).expect("a format");
    let mut out = Vec::new();
    (format.render)(report, &options, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// A report as the JSON that scripts read.
pub fn json(report: &Report) -> Value {
    serde_json::from_str(&rendered(report, "json")).expect("JSON")
}

/// The text of a file as the encoding that the report names has it, and where its characters begin in the file.
pub struct Decoded {
    pub text: String,
    /// Byte in the file of every character, and the end.
    pub starts: Vec<usize>,
}

impl Decoded {
    /// The index of the character that begins at a byte of the file.
    pub fn char_at(&self, byte: usize) -> usize {
        self.starts.binary_search(&byte).expect("a byte where a character begins")
    }
}

/// Decodes a file by hand, to check what the program says of it.
pub fn decode(bytes: &[u8], encoding: &str) -> Decoded {
    let width: fn(char) -> usize = match encoding {
        "UTF-16LE" | "UTF-16BE" => |c| c.len_utf16() * 2,
        "windows-1252" | "ISO-8859-15" => |_| 1,
        _ => char::len_utf8,
    };
    let label = if encoding.starts_with("UTF-8") { "UTF-8" } else { encoding };
    let known = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding");
    let (text, _, faulty) = known.decode(bytes);
    assert!(!faulty, "the file is not {encoding}");
    let mark = match encoding {
        "UTF-16LE" | "UTF-16BE" => 2,
        "UTF-8 (BOM)" => 3,
        _ => 0,
    };
    let mut starts = vec![mark];
    for c in text.chars() {
        starts.push(starts[starts.len() - 1] + width(c));
    }
    assert_eq!(starts.last(), Some(&bytes.len()));
    Decoded { text: text.into_owned(), starts }
}
