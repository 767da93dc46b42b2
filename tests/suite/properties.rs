//! Properties that hold for every input: nothing panics, figures lie in order on characters, no digit is left out.

use std::fs;
use std::ops::Range;

use proptest::prelude::*;
use stargate_check::article::Scope;
use stargate_check::document::{self, ReadError};
use stargate_check::grammar;
use stargate_check::lexicon::Lexicon;
use stargate_check::pipeline::{self, Reader};
use stargate_check::topic::{EMBEDDED, Topic};

use super::support::fixtures::{articles, rendered};
use super::support::program::folder;

/// Few cases, so that the suite stays fast; `PROPTEST_CASES` asks for more. A failure is printed with its input, and no
/// file of seeds is kept.
fn cases() -> ProptestConfig {
    let cases =
        if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 64 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

thread_local! {
    /// One lexicon and topic a thread: loading them costs more than a case.
    static READER: (Lexicon, Topic) = {
        let mut lexicon = Lexicon::french();
        let (name, text) = EMBEDDED[0];
        let topic = Topic::parse(text, name, &mut lexicon).expect("an embedded profile");
        (lexicon, topic)
    };
}

/// Runs the whole program on the bytes of one file: it gives a report on it or an error that names it, and never fails
/// inside.
fn read_file(name: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let folder = folder(&[(name, bytes)]);
    let path = folder.path().join(name);
    let report = READER.with(|(lexicon, topic)| {
        pipeline::check(document::find(std::slice::from_ref(&path), None), lexicon, topic.clone())
    });
    let named = path.to_string_lossy();
    for unread in &report.unread {
        prop_assert!(unread.error.contains(&*named), "{}", unread.error);
        prop_assert!(!unread.error.contains("internal error"), "{}", unread.error);
    }
    let results = report.corpus.records.len() + report.unread.len();
    prop_assert!(name == "a.jsonl" || results == 1, "{results} results of one file");
    for format in ["text", "json"] {
        rendered(&report, format);
    }
    Ok(())
}

/// The spans of the figures of a text, in the order in which the grammar gives them.
fn figures(text: &str) -> Vec<Range<usize>> {
    READER.with(|(lexicon, _)| {
        let (mut tokens, mut figures) = (Vec::new(), Vec::new());
        lexicon.lex(text, &mut tokens);
        grammar::read(text, &tokens, lexicon, &mut figures);
        figures.iter().map(|figure| figure.span.start as usize..figure.span.end as usize).collect()
    })
}

/// The spans of the entries of a file's ledger.
fn ledger(text: &str) -> Vec<Range<usize>> {
    let folder = folder(&[("a.txt", text)]);
    let sources = document::find(&[folder.path().join("a.txt")], None);
    let mut spans = Vec::new();
    READER
        .with(|(lexicon, _)| {
            pipeline::for_each(
                &sources.inputs,
                Reader { lexicon, scope: Scope::Body },
                |reading| {
                    let span = |figure: &grammar::Figure| reading.document.file_span(figure.span);
                    reading.figures.iter().map(span).collect::<Vec<_>>()
                },
                |result| result.map(|found| spans.extend(found)),
            )
        })
        .unwrap_or_else(|error: ReadError| panic!("{error}"));
    spans.into_iter().map(|span| span.start as usize..span.end as usize).collect()
}

/// The maximal runs of ASCII digits.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn assert_in_order(text: &str, spans: &[Range<usize>]) -> Result<(), TestCaseError> {
    let mut last = 0;
    for span in spans {
        prop_assert!(last <= span.start && span.start < span.end, "{span:?} after {last} in {text:?}");
        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
        last = span.end;
    }
    Ok(())
}

fn assert_covered(text: &str, spans: &[Range<usize>]) -> Result<(), TestCaseError> {
    for run in digit_runs(text) {
        let meets = |span: &&Range<usize>| span.start < run.end && run.start < span.end;
        let held: usize =
            spans.iter().filter(meets).map(|span| span.end.min(run.end) - span.start.max(run.start)).sum();
        let once = spans.iter().filter(meets).count() == 1;
        prop_assert!(
            once && held == run.len(),
            "« {} » at {run:?} of {text:?}: {spans:?}",
            &text[run.clone()]
        );
    }
    Ok(())
}

/// Pieces of news: words that rules look for, digits, punctuation, units, and characters that no rule expects.
fn piece() -> impl Strategy<Value = String> {
    const WORDS: [&str; 60] = [
        "le", "de", "d’", "l'", "à", "en", "sur", "entre", "et", "ou", "milliards", "million", "mille",
        "cent", "cents", "vingt", "quatre", "septante", "demi", "moitié", "tiers", "douzaine", "dollars",
        "euros", "ans", "mois", "heures", "emplois", "bâtiments", "pour", "pourcent", "degrés", "janvier",
        "mardi", "mars", "siècle", "article", "page", "téléphone", "âgé", "jusqu’à", "au", "moins", "plus",
        "environ", "que", "n’", "presque", "Stargate", "SoftBank", "Elon", "Musk", "selon", "X", "S&P",
        "GPT", "A", "Boeing", "Louis", "er",
    ];
    const MARKS: [&str; 44] = [
        " ", " ", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\n", "\n\n", "\t", ".", ",", ";", ":", "!", "?",
        "-", "–", "—", "/", "'", "’", "«", "»", "\"", "(", ")", "[", "%", "‰", "$", "€", "£", "°", "°C",
        "m²", "kW", "km/h", "½", "²", "№", "×", "+", "#", "…",
    ];
    const ODD: [&str; 14] = [
        "\u{ad}", "\u{200b}", "\u{301}", "\u{202e}", "\u{fffd}", "٣", "३", "Ⅷ", "①", "𝟗", "１", "😀",
        "\u{0}", "ﬁ",
    ];
    prop_oneof![
        6 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned),
        5 => "[0-9]{1,4}",
        1 => "[0-9]{5,12}",
        1 => "[0-9]{1,3}([ .,'’\u{a0}\u{202f}][0-9]{3}){1,4}",
        1 => "[0-9]{1,2}[h:/.-][0-9]{1,2}([/.-][0-9]{2,4})?",
        1 => "[A-Za-zéà]{1,3}[0-9]{1,3}[A-Za-zéà]{0,2}",
        7 => proptest::sample::select(&MARKS[..]).prop_map(str::to_owned),
        1 => proptest::sample::select(&ODD[..]).prop_map(str::to_owned),
    ]
}

fn news() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_bytes_give_a_report_or_an_error_that_names_the_file(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        name in proptest::sample::select(&["a.txt", "a.md", "a.jsonl"][..]),
    ) {
        read_file(name, &bytes)?;
    }

    #[test]
    fn any_bytes_after_a_byte_order_mark_give_a_report(
        mark in proptest::sample::select(vec![&b"\xFF\xFE"[..], b"\xFE\xFF", b"\xEF\xBB\xBF"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        read_file("a.txt", &[mark, &bytes].concat())?;
    }

    #[test]
    fn any_news_gives_a_report(
        text in news(),
        name in proptest::sample::select(&["a.txt", "a.md"][..]),
    ) {
        read_file(name, text.as_bytes())?;
        let record = serde_json::json!({"id": 1, "text": text, "language": "fr"});
        read_file("a.jsonl", record.to_string().as_bytes())?;
    }

    #[test]
    fn figures_of_any_text_are_in_order_on_characters(text in any::<String>()) {
        assert_in_order(&text, &figures(&text))?;
    }

    #[test]
    fn figures_of_news_are_in_order_and_hold_every_digit(text in news()) {
        let spans = figures(&text);
        assert_in_order(&text, &spans)?;
        assert_covered(&text, &spans)?;
    }

    #[test]
    fn every_digit_of_a_file_is_in_one_entry_of_its_ledger(text in news()) {
        // A file with a zero byte is no text.
        let text = text.replace('\0', " ");
        let spans = ledger(&text);
        assert_in_order(&text, &spans)?;
        assert_covered(&text, &spans)?;
    }
}

#[test]
fn digits_of_the_fixtures_are_each_in_one_figure() {
    for path in articles("") {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let checked = assert_covered(&text, &figures(&text));
        checked.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn numerals_of_any_length_are_read_or_refused() {
    for count in [1, 18, 19, 20, 27, 28, 29, 30, 38, 39, 63, 64, 65, 128, 200_000] {
        let digits = "9".repeat(count);
        for text in [
            digits.clone(),
            format!("{digits},{digits} milliards de dollars"),
            format!("entre {digits} et {digits} %"),
            format!("0,{digits} million"),
            format!("-{digits}e{digits}"),
        ] {
            let spans = figures(&text);
            let sound = assert_in_order(&text, &spans).and_then(|()| assert_covered(&text, &spans));
            sound.unwrap_or_else(|error| panic!("{count} digits: {error}"));
            assert_ne!(spans, Vec::<Range<usize>>::new(), "{count} digits");
        }
    }
    let words = ["mille ", "cent ", "milliard de ", "quatre-vingt-", "un demi ", "millions de milliards "];
    for word in words.map(|word| word.repeat(20_000)) {
        figures(&word);
    }
}

/// Words with two figures every few kilobytes, as much as a careless export has without a line break.
const SPARSE: &str = "puis le projet de la coentreprise et du groupe avance encore, ";
const DENSE: &str = "La coentreprise va investir 500 milliards de dollars en quatre ans, dit-il, et ";

/// One line of a size made of a piece.
fn line_of(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

#[test]
fn an_endless_line_is_read() {
    const SIZE: usize = 2 << 20;
    let sparse = format!("{}{DENSE}", SPARSE.repeat(160));
    for line in [
        line_of(&sparse, SIZE),
        line_of("« (", SIZE),
        line_of("7", SIZE),
        line_of("a", SIZE),
        line_of(DENSE, SIZE / 128),
    ] {
        read_file("a.txt", line.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn an_endless_line_of_figures_is_read() {
    // Several thousand figures: time that grew with their square would be minutes.
    let line = line_of(DENSE, 256 << 10);
    read_file("a.txt", line.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_run_of_any_length_is_one_figure() {
    for count in [64, 65, 200] {
        let spans = figures(&"9".repeat(count));
        assert!(spans.len() == 1 && spans[0] == (0..count), "{count} digits: {spans:?}");
    }
}

#[test]
fn the_words_of_a_figure_are_in_no_other() {
    for text in ["5 millions-3 euros", "0milliards-0", "2 douzaines-3", "3 mille-4"] {
        assert_in_order(text, &figures(text)).unwrap_or_else(|error| panic!("{error}"));
    }
}
