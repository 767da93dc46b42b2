//! Makes JSON of the embedded words. People edit TOML; the program reads all of it at every start, and JSON is read several times
//! faster.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The folders of data files that the program embeds.
const FOLDERS: [&str; 2] = ["lexicon/fr", "report/phrases"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for folder in FOLDERS {
        let source = Path::new("src").join(folder);
        println!("cargo::rerun-if-changed={}", source.display());
        let target = Path::new(&out).join(folder);
        fs::create_dir_all(&target)?;
        for entry in fs::read_dir(source)? {
            let path = entry?.path();
            let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|e| e == "toml"))
            else {
                continue;
            };
            let data: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            fs::write(target.join(name).with_extension("json"), serde_json::to_string(&data)?)?;
        }
    }
    Ok(())
}
