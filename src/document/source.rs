//! Which files are read: paths as given, folders walked, in one order whatever the order they were given in.

use std::fs::{self, File};
use std::io::{Read, Stdin};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Format, MAX_BYTES, ReadError};

/// What the paths of a run amount to.
#[derive(Debug, Default)]
pub struct Sources {
    /// Inputs to read, sorted by name, each once.
    pub inputs: Vec<Source>,
    /// Files of folders that no reader takes.
    pub skipped: Vec<Skipped>,
    /// Paths that could not be used.
    pub errors: Vec<ReadError>,
}

/// A file of a folder that is not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// Why.
    pub why: Reason,
}

/// Why a file of a folder is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Its ending is none of [`super::FORMATS`].
    Format,
    /// Its name begins with a dot: a file, or a folder that is not entered.
    Hidden,
    /// A symbolic link.
    Link,
}

impl Reason {
    /// Every reason, the most common first.
    pub const ALL: [Reason; 3] = [Reason::Format, Reason::Hidden, Reason::Link];

    /// The reason in reports for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Format => "no reader for this kind of file",
            Reason::Hidden => "hidden",
            Reason::Link => "a link",
        }
    }
}

/// An input that is read.
#[derive(Debug)]
pub struct Source {
    /// The name in reports.
    pub name: String,
    /// Its format.
    pub format: &'static Format,
    /// Where its bytes come from.
    pub origin: Origin,
}

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// Finds the inputs that paths name. Folders are walked whole, hidden files, hidden folders and links left out and said to
/// be; ignore files of the folders are not obeyed. `-` is standard input.
pub fn find(paths: &[PathBuf], stdin_format: Option<&'static Format>) -> Sources {
    let mut found = Sources::default();
    for path in paths {
        if path.as_os_str() == "-" {
            let format = stdin_format.unwrap_or(Format::text());
            found.inputs.push(Source { name: "-".into(), format, origin: Origin::Stdin });
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walk(path, &mut found),
            Ok(metadata) if metadata.is_file() => {
                let format = Format::of_path(path).unwrap_or(Format::text());
                found.inputs.push(Source { name: name(path), format, origin: Origin::File(path.clone()) });
            }
            Ok(_) => found.errors.push(ReadError::NotAFile { path: name(path) }),
            Err(error) => found.errors.push(io_error(path, error)),
        }
    }
    found.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    // The same file by two names is one article: the name that sorts first stays. One walk meets every file once.
    if paths.len() > 1 {
        let mut seen = std::collections::BTreeSet::new();
        found.inputs.retain(|source| seen.insert(identity(source)));
    }
    found.skipped.sort();
    found.skipped.dedup();
    found.errors.sort_by_key(|error| error.path().to_owned());
    found
}

fn walk(root: &Path, found: &mut Sources) {
    let mut entries = WalkDir::new(root).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let source =
                    error.into_io_error().unwrap_or_else(|| std::io::Error::other("a loop of links"));
                found.errors.push(ReadError::Io { path: name(&path), source });
                continue;
            }
        };
        let path = entry.path();
        // A folder that the user names is read, whatever it is called.
        let hidden = entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
        if entry.file_type().is_dir() {
            if hidden {
                found.skipped.push(Skipped { path: name(path), why: Reason::Hidden });
                entries.skip_current_dir();
            }
            continue;
        }
        let skip = |why| Skipped { path: name(path), why };
        match Format::of_path(path) {
            _ if entry.file_type().is_symlink() => found.skipped.push(skip(Reason::Link)),
            _ if !entry.file_type().is_file() => found.errors.push(ReadError::NotAFile { path: name(path) }),
            _ if hidden => found.skipped.push(skip(Reason::Hidden)),
            None => found.skipped.push(skip(Reason::Format)),
            Some(format) => {
                found.inputs.push(Source { name: name(path), format, origin: Origin::File(path.to_owned()) });
            }
        }
    }
}

impl Source {
    /// The input as a stream.
    pub fn open(&self) -> Result<Box<dyn Read + Send>, ReadError> {
        match &self.origin {
            Origin::Stdin => Ok(Box::new(StdinReader(std::io::stdin()))),
            Origin::File(path) => Ok(Box::new(open_regular(path).map_err(|error| self.error(error))?.0)),
        }
    }

    /// All bytes of the input, up to [`MAX_BYTES`].
    pub fn bytes(&self) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let read = match &self.origin {
            Origin::Stdin => StdinReader(std::io::stdin()).take(MAX_BYTES + 1).read_to_end(&mut bytes),
            Origin::File(path) => {
                let (file, size) = open_regular(path).map_err(|error| self.error(error))?;
                if size > MAX_BYTES {
                    return Err(ReadError::TooLarge { path: self.name.clone() });
                }
                bytes.reserve_exact(size as usize + 1);
                file.take(MAX_BYTES + 1).read_to_end(&mut bytes)
            }
        };
        read.map_err(|error| self.error(error))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(ReadError::TooLarge { path: self.name.clone() });
        }
        Ok(bytes)
    }

    fn error(&self, source: std::io::Error) -> ReadError {
        ReadError::Io { path: self.name.clone(), source }
    }
}

/// Opens a file that is still a regular one, and gives its size: it may have been replaced by a pipe since the walk.
fn open_regular(path: &Path) -> std::io::Result<(File, u64)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() {
        Ok((file, metadata.len()))
    } else {
        Err(std::io::Error::other("not a regular file"))
    }
}

struct StdinReader(Stdin);

impl Read for StdinReader {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0.lock().read(buffer)
    }
}

/// The name of a path in reports: `/` between its parts, no leading `./`.
fn name(path: &Path) -> String {
    let text = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    text.strip_prefix("./").filter(|rest| !rest.is_empty()).unwrap_or(&text).to_owned()
}

/// What makes two inputs the same.
fn identity(source: &Source) -> PathBuf {
    match &source.origin {
        Origin::Stdin => PathBuf::from("-"),
        Origin::File(path) => fs::canonicalize(path).unwrap_or_else(|_| path.clone()),
    }
}

fn io_error(path: &Path, error: std::io::Error) -> ReadError {
    match error.kind() {
        std::io::ErrorKind::NotFound => ReadError::Missing { path: name(path) },
        _ => ReadError::Io { path: name(path), source: error },
    }
}
