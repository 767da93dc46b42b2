//! Spans are bytes of the file as stored: slicing it there gives the text of the claim, in every encoding.

use std::fs;

use super::support::fixtures::{articles, decode, json, report};

#[test]
fn every_claim_slices_back() {
    let mut encodings = std::collections::BTreeSet::new();
    for path in articles("") {
        let bytes = fs::read(&path).expect("an article");
        let report = json(&report(std::slice::from_ref(&path), "stargate"));
        let article = &report["articles"][0];
        let encoding = article["encoding"].as_str().expect("an encoding").to_owned();
        let decoded = decode(&bytes, &encoding);
        let chars: Vec<char> = decoded.text.chars().collect();
        for claim in report["claims"].as_array().expect("claims") {
            let at = |key: &str| decoded.char_at(claim["span"][key].as_u64().expect("a byte") as usize);
            let slice: String = chars[at("start")..at("end")].iter().collect();
            assert_eq!(claim["text"], slice, "{}", path.display());
            assert_eq!(claim["selector"]["exact"], slice);
            let line = 1 + chars[..at("start")].iter().filter(|c| **c == '\n').count();
            assert_eq!(claim["span"]["line"], line, "{}: {slice}", path.display());
            let column = chars[..at("start")].iter().rev().take_while(|c| **c != '\n').count() + 1;
            assert_eq!(claim["span"]["column"], column, "{}: {slice}", path.display());
        }
        encodings.insert(encoding);
    }
    let want = ["ISO-8859-15", "UTF-16LE", "UTF-8", "windows-1252"];
    assert_eq!(
        encodings.iter().map(String::as_str).collect::<Vec<_>>(),
        want,
        "every encoding has a fixture"
    );
}
