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
    let mut values: Vec<Amount> = claims.iter().filter_map(|i| value(*i)).collect();
    values.sort_unstable();
    values.dedup();
    if values.len() < 3 || values.len() > MOST {
        return Vec::new();
    }
    let mut parts: Vec<Amount> = Vec::new();
    for (n, a) in values.iter().enumerate() {
        for b in &values[n + 1..] {
            let fair = |whole: &Amount| a.checked_mul(FAIR).is_some_and(|all| all > *whole);
            let whole = a.checked_add(*b).filter(|whole| *whole >= LEAST && fair(whole));
            if whole.is_some_and(|whole| values.binary_search(&whole).is_ok()) {
                parts.extend([*a, *b]);
            }
        }
    }
    claims.iter().copied().filter(|i| value(*i).is_some_and(|value| parts.contains(&value))).collect()
}
