//! A profile as its file has it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// A profile that cannot be used: where and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{origin}:{line}: {why}")]
pub struct ProfileError {
    /// The file or embedded profile.
    pub origin: String,
    /// The line, from 1.
    pub line: usize,
    /// The key and what is wrong with it.
    pub why: String,
}

/// The whole file, and what errors in it need.
pub(super) struct ProfileFile<'t> {
    pub(super) data: ProfileData,
    text: &'t str,
    origin: &'t str,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileData {
    pub(super) name: String,
    pub(super) project: Option<Spanned<String>>,
    pub(super) first_site: Option<Spanned<String>>,
    pub(super) currency: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) national: Vec<String>,
    #[serde(default)]
    pub(super) parts: Vec<String>,
    #[serde(default)]
    pub(super) deals: Vec<String>,
    #[serde(default)]
    pub(super) entity: Vec<EntityData>,
    #[serde(default)]
    pub(super) measure: Vec<MeasureData>,
    #[serde(default)]
    pub(super) rate: Vec<RateData>,
    #[serde(default)]
    pub(super) event: Vec<EventData>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntityData {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) kind: Spanned<String>,
    pub(super) gender: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) plural: bool,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    #[serde(default)]
    pub(super) titles: Vec<String>,
    pub(super) part_of: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) members: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) builders: Vec<Spanned<String>>,
    pub(super) speaks_for: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LabelData {
    pub(super) en: Option<String>,
    pub(super) fr: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "the keys of the file, each its own")]
pub(super) struct MeasureData {
    pub(super) id: Spanned<String>,
    pub(super) label: Option<LabelData>,
    pub(super) subject: Spanned<String>,
    pub(super) kinds: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) units: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) cued: Vec<String>,
    #[serde(default)]
    pub(super) of_project: bool,
    #[serde(default)]
    pub(super) only_cued: bool,
    #[serde(default)]
    pub(super) lone: bool,
    #[serde(default)]
    pub(super) of_target: bool,
    #[serde(default)]
    pub(super) strong: Vec<String>,
    #[serde(default)]
    pub(super) unless: Vec<String>,
    #[serde(default)]
    pub(super) perfect: Vec<String>,
    #[serde(default)]
    pub(super) cues: Vec<String>,
    #[serde(default)]
    pub(super) default: bool,
    #[serde(default)]
    pub(super) bare: bool,
    #[serde(default)]
    pub(super) prospect: bool,
    #[serde(default)]
    pub(super) owners: Vec<Spanned<String>>,
    pub(super) usual: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) known: Vec<Spanned<String>>,
    pub(super) most: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) single: bool,
    #[serde(default)]
    pub(super) at_place: bool,
    #[serde(default)]
    pub(super) near: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) doubts: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) parts: Vec<Spanned<String>>,
    pub(super) stage_of: Option<Spanned<String>>,
    #[serde(default = "so_far")]
    pub(super) stage: String,
    #[serde(default)]
    pub(super) stage_at_sites: bool,
    #[serde(default)]
    pub(super) varies: bool,
    pub(super) ladder: Option<String>,
    pub(super) rank: Option<u8>,
}

/// The stage that is meant where none is named.
fn so_far() -> String {
    "so far".to_owned()
}

/// Something that happened on one day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventData {
    pub(super) id: String,
    pub(super) label: Option<LabelData>,
    pub(super) entity: Spanned<String>,
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) counts: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) places: Vec<String>,
    #[serde(default)]
    pub(super) not: Vec<String>,
}

/// What one unit of a currency was worth in others, in a month.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RateData {
    pub(super) month: Spanned<String>,
    pub(super) base: Spanned<String>,
    pub(super) to: BTreeMap<String, Spanned<String>>,
}

/// Reads the file; errors of form name the line.
pub(super) fn read<'t>(text: &'t str, origin: &'t str) -> Result<ProfileFile<'t>, ProfileError> {
    match toml::from_str(text) {
        Ok(data) => Ok(ProfileFile { data, text, origin }),
        Err(error) => Err(ProfileError {
            origin: origin.to_owned(),
            line: line_at(text, error.span().map_or(0, |span| span.start)),
            why: error.message().to_owned(),
        }),
    }
}

impl ProfileFile<'_> {
    /// An error at a value.
    pub(super) fn fault<T>(&self, at: &Spanned<T>, why: String) -> ProfileError {
        ProfileError { origin: self.origin.to_owned(), line: line_at(self.text, at.span().start), why }
    }
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at.min(text.len())].matches('\n').count() + 1
}
