//! The articles that benchmarks read: the fixtures, as often as asked for, each copy under a name of its own.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Articles in a temporary folder.
pub(crate) struct Corpus {
    folder: TempDir,
    bytes: u64,
}

impl Corpus {
    /// The fixtures, `times` over.
    pub(crate) fn of_fixtures(times: usize) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut bytes = 0;
        for path in fixtures() {
            let text = fs::read(&path).expect("a fixture");
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            for copy in 0..times {
                fs::write(folder.path().join(format!("{stem}-{copy:04}.txt")), &text).expect("a copy");
                bytes += text.len() as u64;
            }
        }
        Self { folder, bytes }
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The size of all texts together.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// Every text of `fixtures/`, in the order of the paths.
fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let entries = walkdir::WalkDir::new(root).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.expect("an entry").into_path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}
