//! Messages put into words: templates of a language, filled with what the articles print.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Report;
use super::label::label;
use crate::checks::{Arg, Message};
use crate::claim::Slot;
use crate::reconcile::Voice;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

/// The phrases of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    and: String,
    own_voice: String,
    pub(super) via: String,
    messages: BTreeMap<String, String>,
    kinds: BTreeMap<String, String>,
    severities: BTreeMap<String, String>,
    text: BTreeMap<String, String>,
    pub(super) units: BTreeMap<String, String>,
}

static ENGLISH: LazyLock<Phrases> = LazyLock::new(|| load("en.toml", include_str!("phrases/en.toml")));
static FRENCH: LazyLock<Phrases> = LazyLock::new(|| load("fr.toml", include_str!("phrases/fr.toml")));

fn load(name: &str, text: &str) -> Phrases {
    toml::from_str(text).unwrap_or_else(|error| panic!("embedded {name}: {error}"))
}

impl Language {
    /// The phrases of the language.
    pub(super) fn phrases(self) -> &'static Phrases {
        match self {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
        }
    }
}

impl Phrases {
    /// A word or sentence of the text report.
    pub(super) fn text(&self, key: &str) -> &str {
        self.text.get(key).map_or("", String::as_str)
    }

    pub(super) fn kind<'a>(&'a self, name: &'a str) -> &'a str {
        self.kinds.get(name).map_or(name, String::as_str)
    }

    pub(super) fn severity<'a>(&'a self, name: &'a str) -> &'a str {
        self.severities.get(name).map_or(name, String::as_str)
    }

    /// A message with its values.
    pub(super) fn message(&self, message: &Message, report: &Report) -> String {
        let template = self.messages.get(message.key).map_or(message.key, String::as_str);
        let values: Vec<(&str, String)> =
            message.args.iter().map(|(name, arg)| (*name, self.argument(arg, report))).collect();
        fill(template, &values)
    }

    fn argument(&self, arg: &Arg, report: &Report) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Voice(claim) => self.voice(*claim, report),
            Arg::Slot(slot) => slot_words(slot, report),
            Arg::Claims(claims) => self.claims(claims, report),
            Arg::Value(quantity) => label(quantity, None, self).trim_start_matches("= ").to_owned(),
        }
    }

    /// Who states a claim.
    pub(super) fn voice(&self, claim: usize, report: &Report) -> String {
        match report.corpus.voice(claim) {
            Voice::Speaker(name) => name.to_owned(),
            Voice::Outlet(_) => self.own_voice.clone(),
        }
    }

    /// Values as printed, each with its voices and outlets: « « 10 milliards » (Elon Musk in 20min.ch) ».
    fn claims(&self, claims: &[usize], report: &Report) -> String {
        let mut printed: Vec<(&str, Vec<String>)> = Vec::new();
        for &claim in claims {
            let statement = &report.corpus.statements[claim];
            let outlet = report.corpus.record_of(claim).outlet();
            let source = match statement.claim.speaker.as_deref() {
                Some(speaker) => format!("{speaker}, {outlet}"),
                None => outlet.to_owned(),
            };
            let text = statement.text.as_str();
            match printed.iter_mut().find(|(other, _)| *other == text) {
                Some((_, sources)) if sources.contains(&source) => {}
                Some((_, sources)) => sources.push(source),
                None => printed.push((text, vec![source])),
            }
        }
        let parts: Vec<String> = printed
            .into_iter()
            .map(|(text, sources)| format!("« {text} » ({})", sources.join("; ")))
            .collect();
        self.list(&parts)
    }

    /// « a, b and c »
    fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [all @ .., last] => format!("{} {} {last}", all.join(", "), self.and),
        }
    }
}

/// A slot in words: « SoftBank, secured funding ».
pub(super) fn slot_words(slot: &Slot, report: &Report) -> String {
    let name = |id: &String| {
        report
            .topic
            .entity_of(id)
            .map_or(id.as_str(), |entity| report.topic.entities[entity].name.as_str())
            .to_owned()
    };
    let subjects: Vec<String> = slot.subjects.iter().map(name).collect();
    format!("{}: {}", subjects.join(" + "), slot.measure.replace('_', " "))
}

/// A template with its {places} filled; places without a value stay.
pub(super) fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + close];
        out.push_str(&rest[..open]);
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[open..=open + close]),
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_phrases() {
        let (en, fr) = (Language::English.phrases(), Language::French.phrases());
        assert!(en.messages.keys().eq(fr.messages.keys()));
        assert!(en.kinds.keys().eq(fr.kinds.keys()));
        assert!(en.text.keys().eq(fr.text.keys()));
        assert!(en.units.keys().eq(fr.units.keys()));
        for (key, template) in &en.messages {
            let places = |text: &str| -> Vec<String> {
                let mut found: Vec<String> = text
                    .split('{')
                    .skip(1)
                    .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
                    .collect();
                found.sort();
                found
            };
            assert_eq!(places(template), places(&fr.messages[key]), "{key}");
        }
    }

    #[test]
    fn values_are_not_templates() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}".into()), ("b", "x".into())]), "{b} x");
    }
}
