//! What a slot is, in words: « SoftBank, fonds garantis »; « manifestants, Marseille » where the text's own words name it.

use super::phrase::Phrases;
use super::{Language, Report};
use crate::claim::{STORY, Slot};
use crate::reconcile::Statement;
use crate::text::fold;
use crate::topic::Label;

/// A slot in words.
pub(super) fn slot_words(slot: &Slot, report: &Report, phrases: &Phrases) -> String {
    let known = slot.owners().iter().all(|id| report.topic.entity_of(id).is_some());
    if known && let Some(label) = label(&slot.measure, report) {
        let entities = slot.owners().iter().filter_map(|id| report.topic.entity_of(id));
        let subjects: Vec<&str> =
            entities.map(|entity| report.topic.entities[entity].name.as_str()).collect();
        return format!("{}, {}", subjects.join(" + "), in_language(label, phrases));
    }
    derived_words(slot, report, phrases)
}

/// A measure in words.
pub(super) fn measure_words(measure: &str, report: &Report, phrases: &Phrases) -> String {
    label(measure, report)
        .map(|label| in_language(label, phrases))
        .or_else(|| phrases.measure(measure))
        .map_or_else(|| measure.replace('_', " "), str::to_owned)
}

/// The label of a measure or event.
fn label<'r>(measure: &str, report: &'r Report) -> Option<&'r Label> {
    let event = || report.topic.events.iter().find(|event| event.id == measure);
    let measured = report.topic.measure_of(measure).map(|measure| &measure.label);
    measured.or_else(|| event().map(|event| &event.label))
}

fn in_language<'l>(label: &'l Label, phrases: &Phrases) -> &'l str {
    match phrases.language {
        Language::English => &label.en,
        Language::French => &label.fr,
    }
}

/// « manifestant, Marseille »: what is counted, and of whom, as the articles spell it; a general measure as the language calls it.
fn derived_words(slot: &Slot, report: &Report, phrases: &Phrases) -> String {
    let sample: Vec<&Statement> = report.corpus.examples_of(slot).collect();
    let spelt = |id: &str| {
        let texts = sample.iter().flat_map(|statement| texts(statement, report));
        texts.into_iter().find_map(|text| spelling(id, text)).unwrap_or_else(|| id.replace('_', " "))
    };
    let measure = phrases.measure(&slot.measure).map_or_else(|| spelt(&slot.measure), str::to_owned);
    let subjects: Vec<String> = slot.subjects.iter().filter(|id| *id != STORY).map(|id| spelt(id)).collect();
    if subjects.is_empty() { measure } else { format!("{measure}, {}", subjects.join(" + ")) }
}

/// Texts in which the words of a slot may stand, the likeliest first.
fn texts<'r>(statement: &'r Statement, report: &'r Report) -> Vec<&'r str> {
    let record = &report.corpus.records[statement.article];
    let claim = &statement.claim;
    let named = [claim.noun.as_deref(), claim.speaker.as_deref()].into_iter().flatten();
    let around = [statement.text.as_str(), &statement.selector.prefix, &statement.selector.suffix];
    around.into_iter().chain(named).chain(record.article.title.as_deref()).collect()
}

/// The words of a text whose identifier this is: « Haute-Garonne » for `haute_garonne`.
fn spelling(id: &str, text: &str) -> Option<String> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match words.last_mut() {
            Some(last) if last.1 == at => last.1 = at + c.len_utf8(),
            _ => words.push((at, at + c.len_utf8())),
        }
    }
    (0..words.len()).find_map(|first| {
        let mut rest = id;
        for word in &words[first..] {
            let folded = fold(&text[word.0..word.1]);
            if rest == folded || folded.strip_suffix(['s', 'x']) == Some(rest) {
                return Some(text[words[first].0..word.1].to_owned());
            }
            rest = rest.strip_prefix(folded.as_str())?.strip_prefix("_")?;
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_the_text_does() {
        let text = "Dans la Haute-Garonne, 310 tracteurs";
        assert_eq!(spelling("haute_garonne", text).as_deref(), Some("Haute-Garonne"));
        assert_eq!(spelling("tracteur", text).as_deref(), Some("tracteurs"));
        assert_eq!(spelling("marseille", text), None);
    }
}
