//! Changes that must not matter change no finding, and one changed number makes exactly the finding it should.
//!
//! Findings are compared by fingerprint: an outlet without a publisher is named after its file, so messages may differ.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::support::fixtures::{articles, decode, json as json_of, report, root};
use super::support::program::{folder, run};

/// The fixtures as the program reads them: file name and text.
fn texts() -> Vec<(String, String)> {
    let report = json_of(&report(&[root().join("articles")], "none"));
    let decoded = report["articles"].as_array().expect("articles").iter().map(|article| {
        let path = Path::new(article["path"].as_str().expect("a path"));
        let bytes = fs::read(path).expect("an article");
        let text = decode(&bytes, article["encoding"].as_str().expect("an encoding")).text;
        (path.file_name().expect("a name").to_string_lossy().into_owned(), text)
    });
    decoded.collect()
}

/// The findings on paths, by what identifies each; sorted, for the order follows names.
fn findings_of(paths: &[PathBuf]) -> Vec<String> {
    let report = json_of(&report(paths, "stargate"));
    let key = |finding: &Value| {
        [&finding["fingerprint"], &finding["kind"], &finding["severity"], &finding["slot"]]
            .map(|field| field.as_str().expect("text").to_owned())
            .join(" ")
    };
    let mut found: Vec<String> = report["findings"].as_array().expect("findings").iter().map(key).collect();
    found.sort();
    found
}

/// The findings on texts that are written to a folder, one file each.
fn findings(texts: &[(String, String)]) -> Vec<String> {
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder: TempDir = folder(&files);
    findings_of(&[folder.path().to_owned()])
}

/// Asserts that a change of every text leaves the findings as they are.
fn assert_unchanged(change: impl Fn(&str) -> String) {
    let plain = texts();
    let want = findings(&plain);
    assert!(want.len() > 5, "{} findings to compare", want.len());
    let changed: Vec<(String, String)> =
        plain.iter().map(|(name, text)| (name.clone(), change(text))).collect();
    assert_ne!(plain, changed, "the change changes nothing");
    let got = findings(&changed);
    let (lost, new): (Vec<_>, Vec<_>) = (
        want.iter().filter(|f| !got.contains(f)).collect(),
        got.iter().filter(|f| !want.contains(f)).collect(),
    );
    assert_eq!(want, got, "\nlost {lost:#?}\nnew {new:#?}");
}

#[test]
fn encodings_do_not_matter() {
    assert_eq!(findings(&texts()), findings_of(&[root().join("articles")]));
}

#[test]
fn names_of_files_do_not_matter() {
    let plain = texts();
    // The last becomes the first.
    let renamed: Vec<(String, String)> = plain
        .iter()
        .enumerate()
        .map(|(i, (_, text))| (format!("{:02}.txt", plain.len() - i), text.clone()))
        .collect();
    assert_eq!(findings(&plain), findings(&renamed));
}

#[test]
fn the_order_of_paths_does_not_matter() {
    let mut paths = articles("articles");
    let want = json_of(&report(&paths, "stargate"));
    for turn in [1, 3, 5] {
        paths.rotate_left(turn);
        assert_eq!(json_of(&report(&paths, "stargate")), want);
        paths.reverse();
        assert_eq!(json_of(&report(&paths, "stargate")), want);
    }
}

#[test]
fn a_paragraph_without_figures_does_not_matter() {
    const IDLE: &str =
        "La suite de cette affaire reste à écrire, et beaucoup attendent d’en savoir davantage.";
    assert_unchanged(|text| {
        let prose = |line: &str| line.chars().count() > 160 && line.ends_with('.');
        let lines: Vec<&str> = text.split('\n').collect();
        let mut out: Vec<&str> = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            out.push(line);
            // Between two paragraphs of prose: elsewhere a line more could make another page of it.
            let next = lines[i + 1..].iter().find(|line| !line.trim().is_empty());
            let apart = lines.get(i + 1).is_some_and(|line| line.trim().is_empty());
            if apart && prose(line.trim_end()) && next.is_some_and(|line| prose(line.trim_end())) {
                out.extend(["", IDLE]);
            }
        }
        out.join("\n")
    });
}

#[test]
fn the_form_of_apostrophes_does_not_matter() {
    assert_unchanged(|text| text.replace('’', "'"));
    assert_unchanged(|text| text.replace('\'', "’"));
}

#[test]
fn the_form_of_spaces_does_not_matter() {
    assert_unchanged(|text| text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " "));
}

#[test]
fn the_form_of_line_breaks_does_not_matter() {
    assert_unchanged(|text| text.replace("\r\n", "\n").replace('\n', "\r\n"));
}

/// Four articles that agree: the total, the horizon and the jobs, each in words of its own.
const AGREED: [(&str, &str); 4] = [
    (
        "1.txt",
        "La Maison-Blanche lance un chantier pharaonique\n\nLe projet Stargate doit mobiliser 500 milliards de \
         dollars sur quatre ans aux États-Unis. Il doit créer 100 000 emplois.\n",
    ),
    (
        "2.txt",
        "Trump parie gros sur l’intelligence artificielle\n\nLe programme Stargate, présenté mardi, est un plan de \
         500 milliards de dollars étalé sur quatre ans. À la clé, 100 000 emplois doivent être créés.\n",
    ),
    (
        "3.txt",
        "OpenAI, Oracle et SoftBank unissent leurs forces\n\nLa coentreprise Stargate va investir 500 milliards \
         de dollars en quatre ans dans des centres de données. Elle va créer 100 000 emplois.\n",
    ),
    (
        "4.txt",
        "Au Texas, les premiers bâtiments sortent de terre\n\nÀ Abilene, les grues sont déjà là. Le projet \
         Stargate pèse 500 milliards de dollars sur quatre ans et doit créer 100 000 emplois.\n",
    ),
];

/// The findings on the four articles with words changed in some: kind, severity, slot, and the articles of each side.
fn after(changes: &[(usize, &str, &str)]) -> Value {
    let mut texts = AGREED.map(|(name, text)| (name, text.to_owned()));
    for (article, from, to) in changes {
        let text = &mut texts[*article].1;
        assert_eq!(text.matches(from).count(), 1, "« {from} » in {text}");
        *text = text.replace(from, to);
    }
    let folder = folder(&texts);
    let report = run(folder.path(), &["--format", "json", "."]).json();
    let files = |position: &Value| -> Vec<Value> {
        let ids = position["claims"].as_array().expect("claims").iter();
        let claims = report["claims"].as_array().expect("claims");
        let article =
            |id: &Value| claims.iter().find(|claim| claim["id"] == *id).map(|c| c["article"].clone());
        ids.filter_map(article).collect()
    };
    let found = report["findings"].as_array().expect("findings").iter().map(|finding| {
        let sides: Vec<_> = finding["positions"].as_array().expect("positions").iter().map(files).collect();
        json!([finding["kind"], finding["severity"], finding["slot"], sides])
    });
    found.collect()
}

#[test]
fn articles_that_agree_have_no_finding() {
    assert_eq!(after(&[]), json!([]));
}

#[test]
fn one_changed_number_is_the_one_finding() {
    for (article, from, to, slot) in [
        (2, "quatre ans", "cinq ans", "stargate/horizon"),
        (0, "quatre ans", "6 ans", "stargate/horizon"),
        (0, "500 milliards", "300 milliards", "stargate/total_investment"),
        (3, "500 milliards", "500 millions", "stargate/total_investment"),
        (1, "de dollars", "de yens", ""),
        (2, "100 000 emplois", "10 000 emplois", "stargate/jobs"),
        (3, "100 000 emplois", "cent vingt mille emplois", "stargate/jobs"),
    ] {
        let others: Vec<String> =
            (0..4).filter(|other| *other != article).map(|other| format!("a{}", other + 1)).collect();
        let want = match slot {
            // Another currency is not compared.
            "" => json!([]),
            slot if to == "500 millions" => {
                json!([["scale_slip", "error", slot, [others, [format!("a{}", article + 1)]]]])
            }
            slot => json!([["contradiction", "warning", slot, [others, [format!("a{}", article + 1)]]]]),
        };
        assert_eq!(after(&[(article, from, to)]), want, "« {from} » as « {to} » in article {}", article + 1);
    }
}

#[test]
fn the_same_number_in_other_words_is_no_finding() {
    for (article, from, to) in [
        (0, "quatre ans", "4 ans"),
        (1, "quatre ans", "48 mois"),
        (1, "500 milliards de dollars", "500 Md$"),
        (2, "500 milliards", "cinq cents milliards"),
        (2, "500 milliards de dollars", "un demi-billion de dollars"),
        (3, "100 000 emplois", "100.000 emplois"),
        (3, "100 000 emplois", "cent mille emplois"),
        (0, "100 000 emplois", "plus de 100 000 emplois"),
        (0, "500 milliards", "jusqu’à 500 milliards"),
        (2, "100 000 emplois", "une centaine de milliers d’emplois"),
    ] {
        assert_eq!(after(&[(article, from, to)]), json!([]), "« {from} » as « {to} »");
    }
}

#[test]
fn a_floor_against_a_ceiling_is_a_finding() {
    let changes = [
        (0, "mobiliser 500 milliards", "mobiliser au moins 500 milliards"),
        (2, "investir 500 milliards", "investir jusqu’à 500 milliards"),
    ];
    let want = json!([["opposed_bounds", "warning", "stargate/total_investment", [["a1"], ["a3"]]]]);
    assert_eq!(after(&changes), want);
}

#[test]
fn one_statement_in_two_versions_is_a_misquote() {
    let post =
        |said: &str| format!("créer 100 000 emplois. « SoftBank a {said} garantis », a écrit Elon Musk");
    let (less, only) = (post("bien moins de 10 milliards de dollars"), post("10 milliards de dollars"));
    let jobs = "créer 100 000 emplois";
    let changes = [(0, jobs, less.as_str()), (2, jobs, only.as_str())];
    let want = json!([["misquote", "error", "softbank/secured_funding", [["a1"], ["a3"]]]]);
    assert_eq!(after(&changes), want);
    let same = [(0, jobs, less.as_str()), (2, jobs, less.as_str())];
    assert_eq!(after(&same), json!([]));
}

#[test]
fn two_changed_numbers_are_two_findings() {
    let found = after(&[(2, "quatre ans", "cinq ans"), (3, "100 000 emplois", "200 000 emplois")]);
    let kinds: Vec<(&Value, &Value)> =
        found.as_array().expect("findings").iter().map(|finding| (&finding[0], &finding[2])).collect();
    let contradiction = json!("contradiction");
    assert_eq!(
        kinds,
        [(&contradiction, &json!("stargate/horizon")), (&contradiction, &json!("stargate/jobs"))]
    );
}
