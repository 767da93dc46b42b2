//! Standard output and standard error.

use std::io::{self, Write};

use anstream::adapter::strip_bytes;

/// Standard output that outlives its reader: after the pipe is closed, writes are dropped and the run goes on, so that the
/// exit status stays the verdict's. Any other failure is an error.
pub(super) struct Output {
    out: io::BufWriter<io::StdoutLock<'static>>,
    closed: bool,
    /// Whether ANSI sequences are taken out.
    pub(super) plain: bool,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { out: io::BufWriter::with_capacity(1 << 16, io::stdout().lock()), closed: false, plain: false }
    }

    fn survive(&mut self, result: io::Result<()>) -> io::Result<()> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            other => other,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.closed {
            let result = if self.plain {
                // A sequence is never cut: who has styles writes them with the words they are of.
                self.out.write_all(&strip_bytes(bytes).into_vec())
            } else {
                self.out.write_all(bytes)
            };
            self.survive(result)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.out.flush();
        self.survive(result)
    }
}

/// A message on standard error. If that is closed too there is nobody left to tell.
pub(super) fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "stargate-check: {message}");
}
