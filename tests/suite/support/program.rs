//! The program as a child process, and folders of small articles to run it on.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// How long a run may take before it counts as hanging: far above what any needs, in the slowest profile.
const DEADLINE: Duration = Duration::from_mins(1);

/// Variables that change what the program prints: taken out, so that no test depends on who runs it.
const VARIABLES: [&str; 5] = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"];

/// What a run left behind.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// The report of `--format json`.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The paths of the articles of `--format json`, without their folders' prefix.
    pub fn articles(&self) -> Vec<String> {
        let report = self.json();
        let articles = report["articles"].as_array().expect("articles").iter();
        articles.map(|article| article["path"].as_str().expect("a path").to_owned()).collect()
    }
}

/// The program, to run in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stargate-check"));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in VARIABLES {
        command.env_remove(name);
    }
    command
}

/// Runs the program in a folder.
pub fn run<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Ran {
    finish(command(folder).args(args).spawn().expect("the program"))
}

/// Runs the program in a folder with something on standard input.
pub fn run_with_input<S: AsRef<OsStr>>(folder: &Path, args: &[S], input: &[u8]) -> Ran {
    let mut child = command(folder).args(args).stdin(Stdio::piped()).spawn().expect("the program");
    let mut stdin = child.stdin.take().expect("standard input");
    stdin.write_all(input).expect("standard input");
    drop(stdin);
    finish(child)
}

/// Waits for a child and takes its output; a child that does not end is killed and is a failure.
pub fn finish(mut child: Child) -> Ran {
    let stdout = child.stdout.take().map(drain);
    let stderr = child.stderr.take().map(drain);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if start.elapsed() > DEADLINE {
            child.kill().expect("a child");
            child.wait().expect("a child");
            panic!("the program hangs");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let text = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        let bytes = reader.map(|reader| reader.join().expect("a reader")).unwrap_or_default();
        String::from_utf8(bytes).expect("output in UTF-8")
    };
    Ran { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

/// Reads a pipe to its end beside the waiting, so that a full pipe blocks nobody.
fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("a pipe");
        bytes
    })
}

/// A temporary folder with files; names may have folders in them.
pub fn folder<T: AsRef<[u8]>>(files: &[(&str, T)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
    folder
}
