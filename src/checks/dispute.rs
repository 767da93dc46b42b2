//! # dispute
//!
//! Named voices give figures for one thing that exclude each other, or a named voice and an outlet do. Where the voice is a company,
//! and the outlet has its figure from elsewhere, the finding is a *contradiction*.
//!
//! **Why it matters.** The disagreement is the news: a report with one of the voices alone takes a side without saying so.
//!
//! **Example.** The police count 11.000 demonstrators, the union 80.000.
//!
//! **Not found:** one voice in two versions, which is a *misquote* or an update; figures more than twelve times apart,
//! or sixty times where a measure of the topic counts (« 100 000 emplois, promet l'un ; 2 000, dit l'autre »).

use super::clash::{self, Words};
use super::finding::{Finding, Kind, Severity};
use super::{Check, Context, contradiction};
use crate::quantity::Quantity;
use crate::topic::{Sort, Topic};

pub(super) const CHECK: Check =
    Check { kind: Kind::Dispute, summary: "named voices exclude each other", run };

const WORDS: Words = Words { message: "dispute.message", help: "dispute.help" };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let quantity = |i: usize| &corpus.statements[i].claim.quantity;
        let near = |a: &Quantity, b: &Quantity| {
            clash::touches(a, b)
                || clash::excludes(a, b) && clash::comparable(a, b, clash::PROMISES)
                || clash::lose_a_digit(a, b)
        };
        let pairs = clash::pairs(context, g, &near, &|x, y| {
            !corpus.one_voice(x, y)
                && clash::denies(quantity(x), quantity(y))
                && clash::comparable(quantity(x), quantity(y), clash::limit(corpus, x, y))
        });
        // A company's figure that another outlet tells otherwise is no dispute between the two.
        let sides = |position: usize| context.groups[g].positions[position].claims.iter();
        let nobody = |position: usize| sides(position).all(|i| corpus.speaker(*i).is_none());
        let company =
            |position: usize| sides(position).all(|i| is_company(context.topic, corpus.speaker(*i)));
        let told = |(a, b): &clash::Pair| nobody(*a) && company(*b) || company(*a) && nobody(*b);
        // One finding of a kind for a group.
        let first = || context.groups[g].rivals.iter().all(|(a, b)| !context.is_explained(g, *a, *b));
        let (kind, words) = if !pairs.is_empty() && pairs.iter().all(told) && first() {
            (Kind::Contradiction, &contradiction::WORDS)
        } else {
            (Kind::Dispute, &WORDS)
        };
        findings.extend(clash::report(context, g, &pairs, kind, Severity::Warning, words));
    }
    findings
}

/// Whether nobody but a company of the topic states something, by its name or the first word of it.
fn is_company(topic: &Topic, speaker: Option<&str>) -> bool {
    let called = |name: &str, entity: &str| {
        entity == name || entity.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
    };
    let company = |name: &str| {
        topic.entities.iter().any(|entity| entity.sort == Sort::Company && called(name, &entity.name))
    };
    speaker.is_none_or(company)
}
