//! Parts of a whole that an article shares out: « cinq sites. Trois reviennent à Oracle, deux à SoftBank. »
//!
//! Two figures of a group that together make a third one in the same article are parts of it, and no other values for it.

use std::collections::HashSet;

use crate::quantity::{Amount, Bound, Kind};
use crate::reconcile::{Corpus, Group};

/// Values of a group that an article may give; of one with more nothing is told.
const MOST: usize = 12;

/// The least whole: smaller numbers add up by chance.
const LEAST: Amount = Amount::from_parts(4, 0, 0, false, 0);

/// The smaller part of two is more than a fifth of the whole; less is no part of anything but chance.
const FAIR: Amount = Amount::from_parts(5, 0, 0, false, 0);

/// The statements that are parts of what their articles give for the same thing.
pub(super) fn parts(corpus: &Corpus, groups: &[Group]) -> HashSet<usize> {
    groups.iter().flat_map(|group| of_group(corpus, group)).collect()
}

fn of_group(corpus: &Corpus, group: &Group) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = group.claims.as_slice();
    while let Some(first) = rest.first() {
        let here = rest.iter().take_while(|i| !corpus.apart(**i, *first)).count();
        let (claims, others) = rest.split_at(here);
        found.extend(of_article(corpus, claims));
        rest = others;
    }
    found
}

fn of_article(corpus: &Corpus, claims: &[usize]) -> Vec<usize> {
    let value = |i: usize| {
        let quantity = &corpus.statements[i].claim.quantity;
        let shared = matches!(quantity.kind, Kind::Count | Kind::Power | Kind::Money);
        quantity.magnitude().filter(|_| shared && quantity.bound != Bound::Range)
    };
    let values = sorted(claims.iter().filter_map(|i| value(*i)));
    if values.len() < 2 || values.len() > MOST {
        return Vec::new();
    }
    let all = sorted(alike(corpus, claims).filter_map(value));
    if all.len() < 3 || all.len() > MOST {
        return Vec::new();
    }
    let fair = |part: &Amount, whole: &Amount| part.checked_mul(FAIR).is_some_and(|five| five > *whole);
    let is_part = |part: &Amount| {
        values.iter().filter(|whole| **whole >= LEAST && *whole > part).any(|whole| {
            let rest = *whole - *part;
            rest != *part && all.binary_search(&rest).is_ok() && fair(&rest.min(*part), whole)
        })
    };
    claims.iter().copied().filter(|i| value(*i).is_some_and(|value| is_part(&value))).collect()
}

fn sorted(values: impl Iterator<Item = Amount>) -> Vec<Amount> {
    let mut values: Vec<Amount> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// The statements of an article that count what some of its claims do, as far as both say what: « les deux autres » may stand in
/// no group. Sums are held against those of their group alone.
fn alike(corpus: &Corpus, claims: &[usize]) -> impl Iterator<Item = usize> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let noun = move |i: usize| (claim(i).quantity.kind == Kind::Count).then(|| claim(i).terms.noun);
    let nouns: HashSet<Option<u32>> = claims.iter().filter_map(|i| noun(*i)).collect();
    let any = nouns.contains(&None);
    let counts = move |i: usize| {
        noun(i).is_some_and(|noun| match noun {
            None => !nouns.is_empty(),
            noun => any || nouns.contains(&noun),
        })
    };
    let all = corpus.statements_of(corpus.statements[claims[0]].article);
    all.filter(move |i| claims.binary_search(i).is_ok() || counts(*i))
}
