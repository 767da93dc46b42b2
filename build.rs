//! Embeds data in the program as it is read fastest: people edit TOML, and all of it is read at every start. Of the words of the
//! lexicon it makes the tables that the program looks them up in, with the program's own code; of the phrases of messages, JSON.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::unused_self,
    clippy::trivially_copy_pass_by_ref,
    reason = "of the rooms that the script shares with the program it uses a part, and their lints are the program's"
)]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/mod.rs"]
mod lexicon;
#[path = "src/quantity/mod.rs"]
mod quantity;
#[path = "src/text/mod.rs"]
mod text;

/// The tables are not there yet.
const LEXICON: &[u8] = &[];

/// The folder with the phrases of messages.
const PHRASES: &str = "report/phrases";

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("lexicon.bin"), postcard::to_allocvec(&lexicon::Lexicon::from_data())?)?;
    let source = Path::new("src").join(PHRASES);
    println!("cargo::rerun-if-changed={}", source.display());
    let target = out.join(PHRASES);
    fs::create_dir_all(&target)?;
    for entry in fs::read_dir(source)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|e| e == "toml")) else {
            continue;
        };
        let data: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        fs::write(target.join(name).with_extension("json"), serde_json::to_string(&data)?)?;
    }
    Ok(())
}
