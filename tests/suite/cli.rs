//! The program as its user runs it: exit statuses, messages, streams, colours, input formats, hostile names and texts.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use stargate_check::document::MAX_BYTES;
use tempfile::TempDir;

use super::support::fixtures::root;
use super::support::program::{Ran, command, finish, folder, run, run_with_input};

const FOUR: &str = "Stargate : un chantier lancé à Washington\n\nLe projet Stargate doit mobiliser \
    500 milliards de dollars sur quatre ans aux États-Unis.\n";
const FOUR_AGAIN: &str = "Trump parie sur l'intelligence artificielle\n\nDonald Trump a présenté mardi Stargate, \
    un plan de 500 milliards de dollars étalé sur quatre ans.\n";
const FIVE: &str = "OpenAI, Oracle et SoftBank unissent leurs forces\n\nLa coentreprise Stargate va investir \
    500 milliards de dollars en cinq ans dans des centres de données.\n";
const POST: &str = "Musk sceptique\n\nLe projet Stargate a été annoncé mardi. « SoftBank a bien moins de \
    10 milliards de dollars garantis », a écrit Elon Musk sur X.\n";
const POST_BENT: &str = "Le patron de Tesla doute\n\nElon Musk ne croit pas au projet Stargate. Selon Elon Musk, \
    SoftBank n'a que 10 milliards de dollars garantis.\n";

/// Two articles that agree.
fn agreeing() -> TempDir {
    folder(&[("a.txt", FOUR), ("b.txt", FOUR_AGAIN)])
}

/// Two articles whose horizon differs: a warning.
fn differing() -> TempDir {
    folder(&[("a.txt", FOUR), ("b.txt", FIVE)])
}

/// Two articles that report one statement differently: an error.
fn misquoting() -> TempDir {
    folder(&[("a.txt", POST), ("b.txt", POST_BENT)])
}

/// The articles that were read all the same when an input was refused: exit 2, the report says so, an error names it.
fn assert_refused(ran: &Ran, named: &str, articles: &[&str]) {
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let report = ran.json();
    assert_eq!(ran.articles(), articles);
    assert_eq!(report["run"]["complete"], false);
    let unread = report["run"]["unread"].as_array().expect("unread");
    assert_eq!(unread.len(), 1, "{unread:?}");
    assert_eq!(unread[0]["path"], named);
    assert!(ran.stderr.starts_with(&format!("stargate-check: {named}")), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1, "one message: {}", ran.stderr);
}

#[test]
fn the_exit_status_is_the_verdict() {
    let cases =
        [(agreeing(), [0, 0, 0, 0], 0), (differing(), [0, 1, 1, 0], 1), (misquoting(), [1, 1, 1, 0], 1)];
    for (folder, statuses, default) in cases {
        for (threshold, status) in ["error", "warning", "info", "never"].iter().zip(statuses) {
            let ran = run(folder.path(), &["--fail-on", threshold, "."]);
            assert_eq!(ran.code, Some(status), "--fail-on {threshold}: {ran:?}");
            assert_eq!(ran.stderr, "");
        }
        assert_eq!(run(folder.path(), &["."]).code, Some(default));
    }
}

#[test]
fn an_incomplete_run_fails_whatever_the_verdict() {
    for folder in [agreeing(), differing()] {
        for threshold in ["error", "never"] {
            let ran = run(folder.path(), &["--fail-on", threshold, "a.txt", "b.txt", "absent.txt"]);
            assert_eq!(ran.code, Some(2), "{ran:?}");
            assert!(ran.stdout.contains("INCOMPLETE: 1 input could not be read."), "{}", ran.stdout);
        }
    }
}

#[test]
fn a_missing_path_is_named_and_the_rest_is_read() {
    let folder = differing();
    let ran = run(folder.path(), &["--format", "json", "a.txt", "absent.txt", "b.txt"]);
    assert_refused(&ran, "absent.txt", &["a.txt", "b.txt"]);
    assert_eq!(ran.json()["findings"].as_array().map(Vec::len), Some(1));
    assert_eq!(run(folder.path(), &["figures", "absent.txt"]).code, Some(2));
}

#[test]
fn a_run_without_an_article_fails() {
    let folder = folder(&[("image.png", ""), (".cache.txt", FOUR)]);
    for args in [&["."][..], &["figures", "."], &["--format", "json", "."]] {
        let ran = run(folder.path(), args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), "stargate-check: error: no article found\n"));
    }
}

#[test]
fn bad_options_fail_before_anything_is_read() {
    let folder = agreeing();
    for args in [
        &["--fail-on", "grave", "."][..],
        &["--format", "yaml", "."],
        &["--no-such-option", "."],
        &["-j", "0", "."],
        &["--color", "sometimes", "."],
        &["figures", "--format", "xml", "."],
        &[],
    ] {
        let ran = run(folder.path(), args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.stderr.starts_with("error: "), "{args:?}: {}", ran.stderr);
    }
}

#[test]
fn a_command_behind_options_is_no_path() {
    let folder = agreeing();
    for name in ["figures", "explain"] {
        let ran = run(folder.path(), &["--lang", "fr", name, "a.txt"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{name}");
        assert!(ran.stderr.contains(&format!("options of {name} go behind it")), "{}", ran.stderr);
    }
    // A folder of that name is read.
    std::fs::create_dir(folder.path().join("figures")).expect("a folder");
    std::fs::write(folder.path().join("figures/a.txt"), FOUR).expect("an article");
    assert_eq!(run(folder.path(), &["--format", "json", "figures"]).articles(), ["figures/a.txt"]);
}

#[test]
fn a_bad_topic_is_named() {
    let folder = agreeing();
    fs::write(folder.path().join("broken.toml"), "name = [").expect("a file");
    for topic in ["eurovision", "broken.toml", "."] {
        let ran = run(folder.path(), &["--topic", topic, "a.txt"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{topic}");
        assert!(ran.stderr.starts_with("stargate-check: error: "), "{}", ran.stderr);
        assert!(ran.stderr.contains(topic), "{topic}: {}", ran.stderr);
    }
    let ran = run(folder.path(), &["--topic", "none", "--format", "json", "a.txt"]);
    assert_eq!((ran.code, &ran.json()["tool"]["topic"]), (Some(0), &Value::from("none")));
}

#[test]
fn a_file_that_is_no_text_is_refused_among_good_ones() {
    let folder = agreeing();
    fs::write(folder.path().join("archive.txt"), b"PK\x03\x04\0\0").expect("a file");
    assert_refused(&run(folder.path(), &["--format", "json", "."]), "archive.txt", &["a.txt", "b.txt"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_refused_among_good_ones() {
    let folder = agreeing();
    // A link to itself cannot be opened by anybody, while permissions do not stop every user.
    std::os::unix::fs::symlink("loop.txt", folder.path().join("loop.txt")).expect("a link");
    let ran = run(folder.path(), &["--format", "json", "a.txt", "loop.txt", "b.txt"]);
    assert_refused(&ran, "loop.txt", &["a.txt", "b.txt"]);
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let folder = agreeing();
    // A sparse file: its size is all there is of it.
    let file = File::create(folder.path().join("huge.txt")).expect("a file");
    file.set_len(MAX_BYTES + 1).expect("a sparse file");
    let ran = run(folder.path(), &["--format", "json", "a.txt", "b.txt", "huge.txt"]);
    assert_refused(&ran, "huge.txt", &["a.txt", "b.txt"]);
    assert!(ran.stderr.contains("larger than 64 MiB"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_pipe_or_device_is_refused_and_never_waited_for() {
    let folder = agreeing();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.txt")).status();
    assert!(made.expect("mkfifo").success());
    let named = run(folder.path(), &["--format", "json", "a.txt", "pipe.txt"]);
    assert_refused(&named, "pipe.txt", &["a.txt"]);
    let walked = run(folder.path(), &["--format", "json", "."]);
    assert_refused(&walked, "pipe.txt", &["a.txt", "b.txt"]);
    for device in ["/dev/null", "/dev/zero"] {
        assert_refused(&run(folder.path(), &["--format", "json", device, "a.txt"]), device, &["a.txt"]);
        assert_eq!(run(folder.path(), &["--topic", device, "a.txt"]).code, Some(2));
    }
    assert_eq!(run(folder.path(), &["figures", "pipe.txt"]).code, Some(2));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_changes_nothing() {
    // More output than a pipe holds, so that a write must meet the closed end.
    let many = FOUR.repeat(2_000);
    let agreeing = folder(&[("a.txt", &many)]);
    for (folder, args, status) in [
        (root().join("articles"), &["--format", "json", "."][..], 1),
        (agreeing.path().to_owned(), &["--format", "json", "."], 0),
        (agreeing.path().to_owned(), &["figures", "."], 0),
        (agreeing.path().to_owned(), &["figures", "--format", "json", "."], 0),
    ] {
        let mut child = command(&folder).args(args).spawn().expect("the program");
        drop(child.stdout.take());
        let ran = finish(child);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(status), ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = agreeing();
    for args in [&["."][..], &["--format", "json", "."], &["figures", "."], &["--help"]] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        let child = command(folder.path()).args(args).stdout(Stdio::from(full)).spawn();
        let ran = finish(child.expect("the program"));
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        if args != ["--help"] {
            assert!(ran.stderr.starts_with("stargate-check: error: "), "{args:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn standard_input_is_an_article_like_any_other() {
    let folder = folder(&[("b.txt", FIVE)]);
    let ran = run_with_input(folder.path(), &["--format", "json", "-", "b.txt", "-"], FOUR.as_bytes());
    assert_eq!(ran.articles(), ["-", "b.txt"], "given twice, read once");
    assert_eq!(ran.code, Some(1));
    let marked = "---\ntitle: Un titre\n---\nStargate : **500 milliards** de dollars.\n";
    let args = ["--stdin-format", "markdown", "--format", "json", "-"];
    let report = run_with_input(folder.path(), &args, marked.as_bytes()).json();
    assert_eq!((&report["articles"][0]["title"]), "Un titre");
    assert_eq!(report["claims"][0]["text"], "500 milliards** de dollars");
    let ran = run_with_input(folder.path(), &["figures", "--format", "json", "-"], b"");
    assert_eq!((ran.code, ran.json()), (Some(0), Value::Array(Vec::new())));
}

#[test]
fn a_broken_record_is_named_by_its_line_and_the_others_are_read() {
    let record = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string();
    let lines = [record("un", FOUR), String::new(), "{\"id\": \"deux\"".to_owned(), record("trois", FIVE)];
    let folder = folder(&[("depeches.jsonl", lines.join("\n"))]);
    let ran = run(folder.path(), &["--format", "json", "depeches.jsonl"]);
    assert_refused(&ran, "depeches.jsonl", &["depeches.jsonl", "depeches.jsonl"]);
    assert!(ran.stderr.starts_with("stargate-check: depeches.jsonl:3: "), "{}", ran.stderr);
    let report = ran.json();
    let ids: Vec<&Value> =
        report["articles"].as_array().expect("articles").iter().map(|a| &a["record"]).collect();
    assert_eq!(ids, ["trois", "un"]);
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(1));
    let figures = run(folder.path(), &["figures", "depeches.jsonl"]);
    assert!(
        figures.stdout.contains("depeches.jsonl#un:3:64: quantity: « quatre ans »"),
        "{}",
        figures.stdout
    );
    assert_eq!(figures.code, Some(2));
}

#[test]
fn colours_are_as_asked_and_none_in_a_pipe() {
    let folder = misquoting();
    let colored = |args: &[&str], variables: &[(&str, &str)]| {
        let child = command(folder.path()).args(args).envs(variables.iter().copied()).spawn();
        finish(child.expect("the program")).stdout.contains('\u{1b}')
    };
    assert!(!colored(&["."], &[]), "a pipe");
    assert!(!colored(&["--color", "never", "."], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&["--color", "always", "."], &[]));
    assert!(colored(&["."], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&["."], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(
        colored(&["--color", "always", "."], &[("NO_COLOR", "1")]),
        "the option is nearer than the variable"
    );
    assert!(!colored(&["--color", "always", "--format", "json", "."], &[]), "JSON has no colours");
    let plain = run(folder.path(), &["."]).stdout;
    let always = run(folder.path(), &["--color", "always", "."]).stdout;
    assert_eq!(anstream::adapter::strip_str(&always).to_string(), plain, "colours alone differ");
}

#[test]
fn help_and_version_are_printed_to_standard_output() {
    let here = TempDir::new().expect("a folder");
    let version = run(here.path(), &["--version"]);
    assert_eq!(version.stdout, format!("stargate-check {}\n", env!("CARGO_PKG_VERSION")));
    for args in [&["--help"][..], &["-h"], &["figures", "--help"], &["help"], &["help", "figures"]] {
        let ran = run(here.path(), args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
        assert!(ran.stdout.contains("Usage: stargate-check"), "{args:?}: {}", ran.stdout);
    }
    let help = run(here.path(), &["--help"]).stdout;
    for option in ["--format", "--fail-on", "--topic", "--lang", "--color", "Exit status:", "text, json"] {
        assert!(help.contains(option), "--help is silent on {option}");
    }
}

#[test]
fn the_ledger_is_the_same_in_every_form() {
    let folder = folder(&[("a.txt", FOUR), ("b.txt", FIVE), ("rien.txt", "Aucun chiffre ici.\n")]);
    let ledger = |format: &str| run(folder.path(), &["figures", "--format", format, "."]);
    let (text, json, lines) = (ledger("text"), ledger("json"), ledger("jsonl"));
    assert_eq!((text.code, json.code, lines.code), (Some(0), Some(0), Some(0)));
    let array = json.json();
    let listed: Vec<Value> =
        lines.stdout.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    assert_eq!(array.as_array(), Some(&listed));
    assert_eq!(listed.len(), 4, "{listed:?}");
    assert_eq!(text.stdout.lines().count(), listed.len());
    for (line, entry) in text.stdout.lines().zip(&listed) {
        let (path, words) =
            (entry["path"].as_str().expect("a path"), entry["text"].as_str().expect("a text"));
        assert!(line.starts_with(path) && line.contains(&format!("« {words} »")), "{line} is not {entry}");
    }
    // A list of nothing is still a list.
    assert_eq!(
        run(folder.path(), &["figures", "--format", "json", "rien.txt"]).json(),
        serde_json::json!([])
    );
}

#[test]
fn neither_the_order_of_paths_nor_threads_change_a_byte() {
    let here = root().join("articles");
    let mut paths: Vec<String> = fs::read_dir(&here)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    for options in [&["--format", "text"][..], &["--format", "json"], &["figures", "--format", "jsonl"]] {
        let mut seen: Vec<Ran> = Vec::new();
        for (threads, turn) in [("1", 0), ("4", 0), ("1", 5), ("4", 7)] {
            let mut order = paths.clone();
            order.rotate_left(turn);
            if turn == 7 {
                order.reverse();
            }
            let mut args: Vec<&str> = options.to_vec();
            args.extend(["-j", threads]);
            args.extend(order.iter().map(String::as_str));
            seen.push(run(&here, &args));
        }
        assert!(!seen[0].stdout.is_empty());
        assert!(seen.iter().all(|ran| *ran == seen[0]), "{options:?}");
    }
}

/// Characters that act on a terminal or reorder what it shows: an ANSI sequence in 7 and 8 bits, a bell, a backspace, a
/// title change, bidirectional override and isolate, a zero-width space, a line separator, a delete.
const HOSTILE: &str = "\u{1b}[J\u{9b}m\u{7}\u{8}\u{1b}]x\u{7}\u{202e}\u{2066}\u{200b}\u{2028}\u{7f}";

fn assert_harmless(output: &str, of: &str) {
    let raw = output.chars().find(|c| *c != '\n' && HOSTILE.contains(*c) && !c.is_ascii_graphic());
    assert_eq!(raw, None, "{of}: {output:?}");
    assert!(output.chars().all(|c| c == '\n' || !c.is_control()), "{of}: {output:?}");
}

#[cfg(unix)]
#[test]
fn hostile_characters_of_texts_and_names_are_never_printed_raw() {
    // Around the figures, and inside one: what stands between its words is printed with it.
    let text = format!(
        "Titre{HOSTILE}\n\nLa coentreprise Stargate va investir 500 \u{200b}milliards de \u{202e}dollars en cinq \
         ans\u{9b}31m\u{1b}[2J\u{2066}\u{7} selon ses promoteurs{HOSTILE}.\n"
    );
    let name = format!("x{HOSTILE}.txt");
    let absent = format!("y{HOSTILE}.txt");
    let skipped = format!("z{HOSTILE}.png");
    let folder = folder(&[("a.txt", FOUR), (&name, &text), (&skipped, "")]);
    for options in [
        &["--color", "never"][..],
        &["-v", "--color", "never"],
        &["--lang", "fr"],
        &["--format", "json"],
        &["figures"],
        &["figures", "--format", "json"],
        &["figures", "--format", "jsonl"],
    ] {
        let mut args = options.to_vec();
        args.extend([".", &absent]);
        let ran = run(folder.path(), &args);
        assert!(ran.stdout.contains("milliards"), "{ran:?}");
        assert!(ran.stderr.contains("no such file"), "{ran:?}");
        assert_harmless(&ran.stdout, &format!("{options:?}"));
        assert_harmless(&ran.stderr, &format!("{options:?}"));
    }
    let report = run(folder.path(), &["--format", "json", "."]).json();
    assert_eq!(report["articles"][1]["path"], name, "escaped, not lost");
    let option = format!("--{HOSTILE}");
    for args in [["--topic", &absent, "a.txt"], ["--fail-on", HOSTILE, "a.txt"], [&option, HOSTILE, "a.txt"]]
    {
        let ran = run(folder.path(), &args);
        assert_eq!(ran.code, Some(2));
        assert_harmless(&ran.stderr, args[0]);
    }
}

#[test]
fn files_of_a_scanned_folder_command_nothing() {
    let settings = "fail-on = \"never\"\nfail_on = \"never\"\nlang = \"fr\"\n[check]\nfail-on = \"never\"\n";
    let plain = run(differing().path(), &["."]);
    let files = [
        ("a.txt", FOUR),
        ("b.txt", FIVE),
        (".gitignore", "*\n"),
        (".ignore", "*\n"),
        (".git/config", "[core]\n"),
        (".git/info/exclude", "*\n"),
        (".stargate-check.toml", settings),
        ("stargate-check.toml", settings),
        ("stargate.toml", "name = \"autre\"\n"),
    ];
    let ran = run(folder(&files).path(), &["."]);
    assert_eq!((ran.code, plain.code), (Some(1), Some(1)));
    // The files that no reader takes are counted; all the rest is what it is without them.
    let left_out = "2 files of other formats and 4 hidden files or folders left out.\n";
    assert_eq!(ran.stdout, format!("{}{left_out}", plain.stdout));
    let verbose = run(folder(&files).path(), &["-v", "."]).stdout;
    assert!(verbose.ends_with("  .git\n  .gitignore\n  .ignore\n  .stargate-check.toml\n"), "{verbose}");
}

#[test]
fn a_folder_is_walked_whole_in_the_order_of_its_names() {
    let names =
        ["z/a.txt", "a/z/b.md", "a/z.txt", "a.txt", "B.TXT", "été.txt", "c.jpg", ".h.txt", ".h/a.txt"];
    let folder = folder(&names.map(|name| (name, FOUR)));
    let ran = run(folder.path(), &["--format", "json", "."]);
    assert_eq!(ran.articles(), ["B.TXT", "a.txt", "a/z.txt", "a/z/b.md", "z/a.txt", "été.txt"]);
    let report = ran.json();
    let skipped: Vec<(&Value, &Value)> = report["run"]["skipped"]
        .as_array()
        .expect("skipped")
        .iter()
        .map(|skipped| (&skipped["path"], &skipped["why"]))
        .collect();
    let want = [(".h", "hidden"), (".h.txt", "hidden"), ("c.jpg", "no reader for this kind of file")]
        .map(|(path, why)| (Value::from(path), Value::from(why)));
    assert_eq!(skipped, want.iter().map(|(path, why)| (path, why)).collect::<Vec<_>>());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "what no reader takes is no error");
}

#[test]
fn one_file_by_several_names_is_one_article() {
    let folder = folder(&[("d/a.txt", FOUR), ("b.txt", FIVE)]);
    let ran = run(folder.path(), &["--format", "json", "d/a.txt", "./d/../d/a.txt", "d", "b.txt"]);
    assert_eq!(ran.articles(), ["b.txt", "d/../d/a.txt"]);
}

#[test]
fn french_is_printed_in_french() {
    let folder = misquoting();
    let (english, french) = (run(folder.path(), &["."]), run(folder.path(), &["--lang", "fr", "."]));
    assert_eq!((english.code, french.code), (Some(1), Some(1)));
    assert!(french.stdout.contains("articles lus"), "{}", french.stdout);
    for word in ["help:", "articles read", "error", "misquote", "compare the reports"] {
        assert!(english.stdout.contains(word), "{word}: {}", english.stdout);
        assert!(!french.stdout.contains(word), "{word}: {}", french.stdout);
    }
    let message = |lang: &str| {
        let report = run(folder.path(), &["--lang", lang, "--format", "json", "."]).json();
        report["findings"][0]["message"].as_str().expect("a message").to_owned()
    };
    assert_ne!(message("en"), message("fr"));
}

#[test]
fn a_computed_finding_names_its_parts_and_what_they_make() {
    let text = "La réforme\n\nElle coûtera 18 millions d'euros par an pendant cinq ans, donc 108 millions à trouver.\n";
    let computing = folder(&[("a.txt", text)]);
    let lines = |args: &[&str]| run(computing.path(), args).stdout;
    let english = lines(&["--topic", "none", "."]);
    for line in ["\n  108 millions\n", "\n  18 millions d'euros, cinq ans\n", "\n  computed: 90 M€\n"] {
        assert!(english.contains(line), "{line}: {english}");
    }
    assert!(lines(&["--topic", "none", "--lang", "fr", "."]).contains("\n  calculé : 90 M€\n"));
    let steps = lines(&["explain", "f1", "--topic", "none", "."]);
    assert!(steps.ends_with("if « 108 millions » were 90 M€, they could stand together\n"), "{steps}");
    assert!(!steps.contains("no value in common"), "a part is not held against the result: {steps}");
}

#[test]
fn a_finding_is_explained_step_by_step() {
    let folder = misquoting();
    let ran = run(folder.path(), &["explain", "f1", "."]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    for step in [
        "f1 · error: misquote",
        "« bien moins de 10 milliards de dollars »",
        "softbank/secured_funding",
        "Elon Musk",
        "group g",
        "meet only at an end",
        "Smallest change",
        "could stand together",
    ] {
        assert!(ran.stdout.contains(step), "{step}: {}", ran.stdout);
    }
    let french = run(folder.path(), &["explain", "--lang", "fr", "f1", "."]);
    for words in ["f1 · erreur : ", "Ce que disent les articles", "(montant, moins de)", "Elon Musk, affirmé"]
    {
        assert!(french.stdout.contains(words), "{words}: {}", french.stdout);
    }
}

#[test]
fn an_explanation_names_a_change_that_settles_the_finding() {
    let folder = differing();
    let ran = run(folder.path(), &["explain", "f1", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let change = ran.stdout.lines().last().expect("a change");
    assert!(change.contains("« cinq ans »") || change.contains("« quatre ans »"), "{change}");
    assert!(change.contains("≤") || change.contains("≥") || change.contains('='), "{change}");
}

#[test]
fn an_unknown_finding_is_refused_with_the_known_ones() {
    let folder = differing();
    let ran = run(folder.path(), &["explain", "f2", "."]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert_eq!(ran.stderr, "stargate-check: error: no finding f2: f1\n");
    let none = agreeing();
    let ran = run(none.path(), &["explain", "f1", "."]);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (Some(2), "stargate-check: error: no finding f1: there are none\n")
    );
    assert_eq!(run(none.path(), &["explain", "f1"]).code, Some(2), "paths are needed");
    assert_eq!(run(none.path(), &["explain", "f1", "absent.txt"]).code, Some(2));
}

#[test]
fn an_explanation_of_a_hostile_text_is_safe() {
    let text = POST_BENT.replace("milliards de", "milliards \u{1b}[31m de");
    let folder = folder(&[("a.txt", POST.to_owned()), ("b\u{1b}[31m.txt", text)]);
    for id in ["f1", "\u{1b}[31m"] {
        let ran = run(folder.path(), &["explain", id, "."]);
        assert!(!ran.stdout.contains('\u{1b}') && !ran.stderr.contains('\u{1b}'), "{ran:?}");
    }
}
