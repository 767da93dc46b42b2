//! The floors of the architecture: a room imports only from lower floors, and rooms of one floor do not know each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every room, by floor from the ground.
const FLOORS: [&[&str]; 10] = [
    &["text", "quantity"],
    &["lexicon", "document"],
    &["grammar", "topic"],
    &["article"],
    &["claim"],
    &["reconcile"],
    &["checks"],
    &["report"],
    &["pipeline"],
    &["cli"],
];

/// Longest file, in lines, and longest function.
const FILE: usize = 600;
const FUNCTION: usize = 50;

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The room of a source file: its first folder, or itself.
fn room(path: &Path) -> String {
    let inner = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a source");
    let first = inner.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms named after `crate::` in the code of a file, doc comments left out.
fn uses(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            assert!(!rest.starts_with('{'), "one `use crate::room` a line: {line}");
            // The root itself holds what the build script embeds.
            if rest.starts_with(char::is_uppercase) {
                continue;
            }
            let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(rest.len());
            rooms.push(rest[..end].to_owned());
        }
    }
    rooms
}

#[test]
fn rooms_import_only_from_lower_floors() {
    let floor: BTreeMap<&str, usize> = FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, floor)))
        .collect();
    let mut faults = Vec::new();
    for path in sources() {
        let here = room(&path);
        if here == "lib" || here == "main" {
            continue;
        }
        let own = *floor.get(here.as_str()).unwrap_or_else(|| panic!("{here}: a room on no floor"));
        for there in uses(&fs::read_to_string(&path).expect("a source")) {
            let Some(target) = floor.get(there.as_str()) else {
                panic!("{}: no room {there}", path.display())
            };
            if there != here && *target >= own {
                faults
                    .push(format!("{}: {here} (floor {own}) uses {there} (floor {target})", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `fn`, behind whatever says who may call it: `pub(in crate::claim) const fn`.
fn is_head_of_function(code: &str) -> bool {
    let code = match code.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ").map_or("", |(_, rest)| rest),
        Some(rest) => rest.trim_start(),
        None => code,
    };
    code.strip_prefix("const ").unwrap_or(code).starts_with("fn ")
}

#[test]
fn files_and_functions_are_small() {
    let mut sizes = Vec::new();
    let mut faults = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).expect("a source");
        let lines: Vec<&str> = text.lines().collect();
        sizes.push(lines.len());
        if lines.len() > FILE {
            faults.push(format!("{}: {} lines", path.display(), lines.len()));
        }
        for (start, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let code = line.trim_start();
            if !is_head_of_function(code) {
                continue;
            }
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| **line == close).map_or(1, |end| end + 1);
            if length > FUNCTION {
                faults.push(format!("{}:{}: a function of {length} lines", path.display(), start + 1));
            }
        }
    }
    sizes.sort_unstable();
    assert!(sizes[sizes.len() / 2] < 150, "the median file has {} lines", sizes[sizes.len() / 2]);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
