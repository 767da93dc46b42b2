//! # measure_drift (two kinds of one thing)
//!
//! One voice's figure is reported for another kind of the same thing: a net loss here, an operating loss there.
//!
//! **Why it matters.** The number is right and what it counts is not, which no look at the number tells.
//!
//! **Example.** « 2 500 emplois de chantier », told as « 2 500 emplois permanents ».
//!
//! **Not found:** what two voices say; numbers of one digit; kinds that no words beside the figures name; an article that gives
//! the number for both.

use super::retold::{Sides, Words};
use crate::claim::Facets;
use crate::quantity::Unit;
use crate::reconcile::Corpus;

pub(super) const WORDS: Words =
    Words { message: "kind_drift.message", help: "kind_drift.help", trace: "trace.kinds" };

/// The claims of one number, one unit and one kind.
struct Told {
    unit: Unit,
    facets: Facets,
    claims: Vec<usize>,
}

/// Kinds of which one number may be told; one that is told of more tells of none.
const MOST: usize = 32;

/// The claims of one number of one voice that tell of one kind of thing, and those that tell of another.
pub(super) fn drift(corpus: &Corpus, claims: &[usize]) -> Option<Sides> {
    let facets = |i: usize| corpus.statements[i].claim.terms.facets;
    let mut all: Vec<Told> = Vec::new();
    for article in claims.chunk_by(|x, y| !corpus.apart(*x, *y)) {
        let mut kinds: Vec<Facets> = article.iter().map(|i| facets(*i)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        // An article that gives the number for both knows the difference.
        if kinds.len() <= MOST && !kinds.iter().any(|a| kinds.iter().any(|b| a.differ(*b))) {
            for i in article {
                file(&mut all, corpus, *i);
            }
        }
    }
    let differ = |a: &Told, b: &Told| a.unit == b.unit && a.facets.differ(b.facets);
    let first = all.iter().find(|a| all.len() <= MOST && all.iter().any(|b| differ(a, b)))?;
    let right: Vec<&Told> = all.iter().filter(|b| differ(first, b)).collect();
    let left = all.iter().filter(|a| right.iter().all(|b| differ(a, b)));
    let claims = |told: &mut dyn Iterator<Item = &Told>| {
        let mut claims: Vec<usize> = told.flat_map(|told| told.claims.iter().copied()).collect();
        claims.sort_unstable();
        claims
    };
    Some((claims(&mut { left }), claims(&mut right.into_iter())))
}

/// Puts a claim with those of its unit and kind.
fn file(all: &mut Vec<Told>, corpus: &Corpus, i: usize) {
    let claim = &corpus.statements[i].claim;
    let (unit, facets) = (claim.quantity.unit.common(), claim.terms.facets);
    match all.iter_mut().take(MOST + 1).find(|told| told.unit == unit && told.facets == facets) {
        Some(told) => told.claims.push(i),
        None => all.push(Told { unit, facets, claims: vec![i] }),
    }
}
