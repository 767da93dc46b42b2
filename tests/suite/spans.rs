//! Spans are bytes of the file as stored: slicing it there gives the text of the claim, in every encoding.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::support::fixtures::{articles, decode, json, report};

#[test]
fn every_claim_slices_back() {
    let report = json(&report(&articles(""), "stargate"));
    let list = |value: &'_ Value| value.as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut claims: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for claim in list(&report["claims"]) {
        claims.entry(text(&claim["article"])).or_default().push(claim);
    }
    let mut encodings = BTreeSet::new();
    for article in list(&report["articles"]) {
        let path = text(&article["path"]);
        let encoding = text(&article["encoding"]);
        let decoded = decode(&fs::read(&path).expect("an article"), &encoding);
        let chars: Vec<char> = decoded.text.chars().collect();
        for claim in claims.remove(&text(&article["id"])).unwrap_or_default() {
            let at = |key: &str| decoded.char_at(claim["span"][key].as_u64().expect("a byte") as usize);
            let slice: String = chars[at("start")..at("end")].iter().collect();
            assert_eq!(claim["text"], slice, "{path}");
            assert_eq!(claim["selector"]["exact"], slice);
            let before = &chars[..at("start")];
            let line = 1 + before.iter().filter(|c| **c == '\n').count();
            assert_eq!(claim["span"]["line"], line, "{path}: {slice}");
            let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
            assert_eq!(claim["span"]["column"], column, "{path}: {slice}");
        }
        encodings.insert(encoding);
    }
    assert_eq!(claims, BTreeMap::new(), "every claim is of an article");
    let want = ["ISO-8859-15", "UTF-16LE", "UTF-8", "windows-1252"];
    assert!(encodings.iter().map(String::as_str).eq(want), "every encoding has a fixture: {encodings:?}");
}
