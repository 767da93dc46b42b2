//! What can go wrong with one input. Every message names the file; none stops the run.

use std::io;

/// An input that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Nothing at this path.
    #[error("{path}: no such file or folder")]
    Missing {
        /// The path as given.
        path: String,
    },
    /// Neither file nor folder: a pipe, socket or device could block or never end.
    #[error("{path}: not a regular file (for standard input, give -)")]
    NotAFile {
        /// The path as given.
        path: String,
    },
    /// Larger than [`super::MAX_BYTES`].
    #[error("{path}: larger than {} MiB", super::MAX_BYTES >> 20)]
    TooLarge {
        /// The path as given, with the line in a file of records.
        path: String,
    },
    /// Bytes that are no text.
    #[error("{path}: not a text file (it has zero bytes and no byte order mark)")]
    Binary {
        /// The path as given.
        path: String,
    },
    /// A record that is not what the format says.
    #[error("{path}:{line}: {why}")]
    Record {
        /// The path as given.
        path: String,
        /// Line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// The operating system refused.
    #[error("{path}: {source}")]
    Io {
        /// The path as given.
        path: String,
        /// Its reason.
        source: io::Error,
    },
    /// The program failed on this input: a fault of ours, kept to this input.
    #[error("{path}: internal error: {why}")]
    Internal {
        /// The path as given.
        path: String,
        /// The panic's message.
        why: String,
    },
}

impl ReadError {
    /// The path of the input.
    pub fn path(&self) -> &str {
        match self {
            ReadError::Missing { path }
            | ReadError::NotAFile { path }
            | ReadError::TooLarge { path }
            | ReadError::Binary { path }
            | ReadError::Record { path, .. }
            | ReadError::Io { path, .. }
            | ReadError::Internal { path, .. } => path,
        }
    }
}
