//! Messages put into words: templates of a language, filled with what the articles print.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Report;
use super::label::label;
use super::slot::slot_words;
use crate::checks::{Arg, Message};
use crate::document::Reason;
use crate::grammar::{Class, Reason as NotUnderstood};
use crate::quantity::Quantity;
use crate::reconcile::Voice;
use crate::text::fold;

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
    #[serde(skip)]
    pub(super) language: Language,
    /// « 0 constat », but « 0 findings ».
    zero_is_one: bool,
    and: String,
    own_voice: String,
    pub(super) via: String,
    messages: BTreeMap<String, String>,
    kinds: BTreeMap<String, String>,
    severities: BTreeMap<String, String>,
    text: BTreeMap<String, String>,
    left_out: BTreeMap<String, String>,
    readings: BTreeMap<String, String>,
    measures: BTreeMap<String, String>,
    classes: BTreeMap<String, String>,
    pub(super) reasons: Reasons,
    pub(super) units: BTreeMap<String, String>,
}

/// Why figures are no claims.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reasons {
    number: String,
    date: String,
    year: String,
    clock_time: String,
    ordinal: String,
    age: String,
    score: String,
    phone: String,
    reference: String,
    name: String,
    definite: String,
    word: String,
    too_long: String,
    no_rule: String,
    pub(super) other_language: String,
    pub(super) boilerplate: String,
}

impl Reasons {
    /// The reason of a class; none for one that may be a claim.
    pub(super) fn of(&self, class: Class) -> Option<&str> {
        Some(match class {
            Class::Quantity => return None,
            Class::Number => &self.number,
            Class::Date => &self.date,
            Class::Year => &self.year,
            Class::Clock => &self.clock_time,
            Class::Ordinal => &self.ordinal,
            Class::Age => &self.age,
            Class::Score => &self.score,
            Class::Phone => &self.phone,
            Class::Reference => &self.reference,
            Class::Name => &self.name,
            Class::Definite => &self.definite,
            Class::Word => &self.word,
            Class::NotUnderstood(NotUnderstood::TooLong) => &self.too_long,
            Class::NotUnderstood(NotUnderstood::NoRule) => &self.no_rule,
        })
    }
}

static ENGLISH: LazyLock<Phrases> = LazyLock::new(|| {
    load(Language::English, include_str!(concat!(env!("OUT_DIR"), "/report/phrases/en.json")))
});
static FRENCH: LazyLock<Phrases> = LazyLock::new(|| {
    load(Language::French, include_str!(concat!(env!("OUT_DIR"), "/report/phrases/fr.json")))
});

fn load(language: Language, json: &str) -> Phrases {
    let phrases: Phrases =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("embedded phrases, {language:?}: {error}"));
    Phrases { language, ..phrases }
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
    /// What a general measure is called.
    pub(super) fn measure(&self, id: &str) -> Option<&str> {
        self.measures.get(id).map(String::as_str)
    }

    /// A word or sentence of the text report.
    pub(super) fn text(&self, key: &str) -> &str {
        self.text.get(key).map_or("", String::as_str)
    }

    /// Files that were left out for a reason: « 13 files of other formats ».
    pub(super) fn left_out(&self, reason: Reason, count: usize) -> String {
        let key = match reason {
            Reason::Format => "format",
            Reason::Hidden => "hidden",
            Reason::Link => "link",
        };
        let template = self.left_out.get(key).map_or("", String::as_str);
        self.fill(template, &[("count", count.to_string())])
    }

    /// The words for a kind, bound or modality.
    pub(super) fn reading<'a>(&'a self, name: &'a str) -> &'a str {
        self.readings.get(name).map_or(name, String::as_str)
    }

    /// The words for a class of figures.
    pub(super) fn class<'a>(&'a self, name: &'a str) -> &'a str {
        self.classes.get(name).map_or(name, String::as_str)
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
        self.fill(template, &values)
    }

    /// A template with its places filled; places without a value stay.
    pub(super) fn fill(&self, template: &str, values: &[(&str, String)]) -> String {
        let mut out = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}') else { break };
            let place = &rest[open + 1..open + close];
            let (name, words) = place.split_once(':').map_or((place, None), |(n, words)| (n, Some(words)));
            out.push_str(&rest[..open]);
            match (values.iter().find(|(key, _)| *key == name), words) {
                (Some((_, count)), Some(words)) => out.push_str(self.counted(count, words)),
                (Some((_, value)), None) if self.language == Language::French => push_french(&mut out, value),
                (Some((_, value)), None) => out.push_str(value),
                (None, _) => out.push_str(&rest[open..=open + close]),
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        out
    }

    /// The word of « finding|findings » that goes with a count.
    fn counted<'w>(&self, count: &str, words: &'w str) -> &'w str {
        let (one, many) = words.split_once('|').unwrap_or((words, words));
        if count == "1" || count == "0" && self.zero_is_one { one } else { many }
    }

    fn argument(&self, arg: &Arg, report: &Report) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Word(key) => self.text(key).to_owned(),
            Arg::Voice(claim) => self.voice(*claim, report),
            Arg::Slot(slot) => slot_words(slot, report, self),
            Arg::Claims(claims) => self.claims(claims, report),
            Arg::Value(quantity) => self.value(quantity),
        }
    }

    /// A value in a sentence: without the sign of an exact one.
    pub(super) fn value(&self, quantity: &Quantity) -> String {
        label(quantity, None, self).trim_start_matches("= ").to_owned()
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
        let mut known = HashSet::new();
        for &claim in claims {
            let statement = &report.corpus.statements[claim];
            let outlet = report.corpus.record_of(claim).outlet();
            let source = match statement.claim.speaker.as_deref() {
                Some(speaker) => format!("{speaker}, {outlet}"),
                None => outlet.to_owned(),
            };
            let text = statement.text.as_str();
            if !known.insert((text, source.clone())) {
                continue;
            }
            match printed.iter_mut().find(|(other, _)| *other == text) {
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
    pub(super) fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [all @ .., last] => format!("{} {} {last}", all.join(", "), self.and),
        }
    }
}

/// « d'Elon Musk », « de Sam Altman »; « de « préfecture de police » », whose article nobody knows.
fn push_french(out: &mut String, value: &str) {
    let (vowel, small) =
        (fold(value).starts_with(['a', 'e', 'i', 'o', 'u']), value.starts_with(char::is_lowercase));
    let after = |word: &str| {
        out.strip_suffix(word)
            .is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    match () {
        () if small && after("de ") => {
            out.push_str("« ");
            out.push_str(value);
            out.push_str(" »");
        }
        () if vowel && (after("de ") || after("que ")) => {
            out.truncate(out.len() - "e ".len());
            out.push('\'');
            out.push_str(value);
        }
        () => out.push_str(value),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::claim::Modality;
    use crate::quantity::{Bound, Kind};

    #[test]
    fn both_languages_have_the_same_phrases() {
        let (en, fr) = (Language::English.phrases(), Language::French.phrases());
        assert!(en.messages.keys().eq(fr.messages.keys()));
        assert!(en.kinds.keys().eq(fr.kinds.keys()));
        assert!(en.text.keys().eq(fr.text.keys()));
        assert!(en.units.keys().eq(fr.units.keys()));
        assert!(en.left_out.keys().eq(fr.left_out.keys()));
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
    fn every_general_measure_is_called_something() {
        let sections = include_str!("../lexicon/fr/measures.toml").lines();
        let named = sections.filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        // Of figures that no word tells more of.
        let of_kinds = [
            "montant", "pourcentage", "duree", "superficie", "longueur", "masse", "puissance", "energie",
            "donnees", "vitesse", "volume", "temperature", "date", "nombre", "rapport",
        ];
        let all: Vec<&str> = named.chain(of_kinds).collect();
        assert!(all.len() > 40, "{all:?}");
        for language in [Language::English, Language::French] {
            let unnamed: Vec<&&str> =
                all.iter().filter(|id| language.phrases().measure(id).is_none()).collect();
            assert!(unnamed.is_empty(), "{language:?}: {unnamed:?}");
        }
    }

    #[test]
    fn every_reading_has_words() {
        let bounds = [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::MoreThan]
            .into_iter()
            .chain([Bound::AtMost, Bound::LessThan, Bound::Range, Bound::Vague])
            .map(Bound::name);
        let modalities = [Modality::Asserted, Modality::Planned, Modality::Conditional]
            .into_iter()
            .chain([Modality::Negated, Modality::Hypothetical])
            .map(Modality::name);
        let names: BTreeSet<&str> =
            Kind::ALL.into_iter().map(Kind::name).chain(bounds).chain(modalities).collect();
        for language in [Language::English, Language::French] {
            let known: BTreeSet<&str> = language.phrases().readings.keys().map(String::as_str).collect();
            assert_eq!(known, names, "{language:?}");
        }
    }

    #[test]
    fn values_are_not_templates() {
        let phrases = Language::English.phrases();
        assert_eq!(phrases.fill("{a} {b} {c}", &[("a", "{b}".into()), ("b", "x".into())]), "{b} x {c}");
    }

    #[test]
    fn words_go_with_their_count_and_their_neighbour() {
        let (en, fr) = (Language::English.phrases(), Language::French.phrases());
        let count = |phrases: &Phrases, n: usize| phrases.fill("{n:one|many}", &[("n", n.to_string())]);
        assert_eq!([0, 1, 2].map(|n| count(en, n)), ["many", "one", "many"]);
        assert_eq!([0, 1, 2].map(|n| count(fr, n)), ["one", "one", "many"]);
        let of = |phrases: &Phrases, name: &str| phrases.fill("monde de {x}", &[("x", name.into())]);
        assert_eq!(of(fr, "Elon Musk"), "monde d'Elon Musk");
        assert_eq!(of(fr, "Émile"), "monde d'Émile");
        assert_eq!(of(fr, "préfecture"), "monde de « préfecture »");
        assert_eq!(of(fr, "Sam Altman"), "monde de Sam Altman");
        assert_eq!(of(en, "Elon Musk"), "monde de Elon Musk");
    }
}
