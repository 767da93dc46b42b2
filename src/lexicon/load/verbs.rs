//! `verbs.toml`: verbs by role, and irregular forms.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::conjugation::{Irregular, each_form};
use super::super::{Lexicon, Roles, VerbForm};
use super::data;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    roles: RoleLists,
    irregular: BTreeMap<String, Irregular>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleLists {
    speech: Vec<String>,
    incise: Vec<String>,
    count: Vec<String>,
    plan: Vec<String>,
    change: Vec<String>,
    fall: Vec<String>,
    rise: Vec<String>,
    act: Vec<String>,
    auxiliary: Vec<String>,
    human: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("verbs"));
    let mut verbs: BTreeMap<&str, Roles> = BTreeMap::new();
    for (list, role) in [
        (&file.roles.speech, Roles::SPEECH),
        (&file.roles.incise, Roles::INCISE),
        (&file.roles.count, Roles::COUNT),
        (&file.roles.plan, Roles::PLAN),
        (&file.roles.change, Roles::CHANGE),
        (&file.roles.fall, Roles::FALL),
        (&file.roles.rise, Roles::RISE),
        (&file.roles.act, Roles::ACT),
        (&file.roles.auxiliary, Roles::AUXILIARY),
        (&file.roles.human, Roles::HUMAN),
    ] {
        for verb in list {
            let roles = verbs.entry(verb).or_default();
            *roles = roles.with(role);
        }
    }
    for (infinitive, roles) in verbs {
        add(lexicon, infinitive, roles, file.irregular.get(infinitive));
    }
}

/// Adds every form of a verb; a form that another verb has already stays with that.
pub(super) fn add(lexicon: &mut Lexicon, infinitive: &str, roles: Roles, irregular: Option<&Irregular>) {
    let lemma = lexicon.intern(infinitive);
    each_form(infinitive, irregular, &mut |form, tenses| {
        let word = lexicon.intern(form);
        if lexicon.vocabulary.declare_form(word, lemma) {
            let verb = lexicon.entries[word.index()].verb.get_or_insert(VerbForm { lemma, roles, tenses });
            verb.tenses = verb.tenses.with(tenses);
        }
    });
}
