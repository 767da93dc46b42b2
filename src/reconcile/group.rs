//! Groups: all claims on one slot and scope; positions: those of them that say the same.

use std::collections::BTreeMap;

use super::{Corpus, kin};
use crate::claim::{Modality, Slot};
use crate::quantity::{Bound, Quantity, Relation, relation};

/// All claims on one slot and scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they are about.
    pub slot: Slot,
    /// The period they are for.
    pub period: Option<String>,
    /// The claims, by article and position.
    pub claims: Vec<usize>,
    /// The claims that say the same, the one with most reports first.
    pub positions: Vec<Position>,
    /// How the positions stand to each other at worst.
    pub status: Status,
    /// Found by the words around the claims, without a measure of the topic.
    pub derived: bool,
}

/// Claims with one value and bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The value they share.
    pub quantity: Quantity,
    /// The claims.
    pub claims: Vec<usize>,
}

/// How the claims of a group stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// One claim, or none that can be compared.
    Single,
    /// All say the same.
    Agree,
    /// All can hold together.
    Compatible,
    /// Some only touch, or miss each other by their rounding.
    Tension,
    /// Some exclude each other.
    Contradiction,
}

impl Status {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Status::Single => "single",
            Status::Agree => "agree",
            Status::Compatible => "compatible",
            Status::Tension => "tension",
            Status::Contradiction => "contradiction",
        }
    }
}

/// Groups the claims of a corpus: by slot, and those with a derived slot by what they tell. These get one slot a group.
pub fn group(corpus: &mut Corpus) -> Vec<Group> {
    let kin = kin::find(corpus);
    for claims in &kin {
        let slot = common_slot(corpus, claims);
        for i in claims {
            corpus.statements[*i].claim.slot = slot.clone();
        }
    }
    corpus.index_slots();
    let corpus = &*corpus;
    let mut by_slot: BTreeMap<(&Slot, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (i, statement) in corpus.statements.iter().enumerate() {
        let claim = &statement.claim;
        if !claim.derived {
            let slot = &claim.slot;
            by_slot.entry((slot, statement.claim.scope.period.as_deref())).or_default().push(i);
        }
    }
    let slotted = by_slot.into_iter().map(|((slot, period), claims)| {
        Group::new(corpus, slot.clone(), period.map(str::to_owned), claims, false)
    });
    let derived = kin.into_iter().map(|claims| {
        let first = &corpus.statements[claims[0]].claim;
        Group::new(corpus, first.slot.clone(), first.scope.period.clone(), claims, true)
    });
    slotted.chain(derived).collect()
}

/// The most common slot of some claims.
fn common_slot(corpus: &Corpus, claims: &[usize]) -> Slot {
    let mut counts: BTreeMap<&Slot, usize> = BTreeMap::new();
    for i in claims {
        *counts.entry(&corpus.statements[*i].claim.slot).or_default() += 1;
    }
    let best = counts.into_iter().max_by_key(|(_, count)| *count);
    best.map(|(slot, _)| slot.clone()).unwrap_or_default()
}

/// Claims of one value each; what is denied, supposed or vague takes no position.
fn positions(corpus: &Corpus, claims: &[usize]) -> Vec<Position> {
    let mut positions: Vec<Position> = Vec::new();
    for &i in claims {
        let claim = &corpus.statements[i].claim;
        let stated = !matches!(claim.modality, Modality::Negated | Modality::Hypothetical);
        if !stated || !claim.quantity.is_comparable() {
            continue;
        }
        match positions.iter_mut().find(|position| same(&position.quantity, &claim.quantity)) {
            Some(position) => position.claims.push(i),
            None => positions.push(Position { quantity: claim.quantity, claims: vec![i] }),
        }
    }
    positions.sort_by_key(|position| std::cmp::Reverse(position.claims.len()));
    positions
}

/// Whether two quantities are one position. « Only » is a colour of the same value, a strengthened bound of the same bound.
fn same(a: &Quantity, b: &Quantity) -> bool {
    let bounds = a.bound == b.bound
        || matches!((a.bound, b.bound), (Bound::Exact, Bound::Approx) | (Bound::Approx, Bound::Exact));
    a.unit == b.unit && bounds && a.interval == b.interval
}

fn status(positions: &[Position]) -> Status {
    let mut worst = if positions.is_empty() { Status::Single } else { Status::Agree };
    if positions.len() == 1 && positions[0].claims.len() == 1 {
        return Status::Single;
    }
    for (i, a) in positions.iter().enumerate() {
        for b in &positions[i + 1..] {
            worst = worst.max(match relation(&a.quantity, &b.quantity) {
                None | Some(Relation::Agree) => Status::Agree,
                Some(Relation::Compatible) => Status::Compatible,
                Some(Relation::Tension) => Status::Tension,
                Some(Relation::Contradiction) => Status::Contradiction,
            });
        }
    }
    worst
}

impl Group {
    fn new(corpus: &Corpus, slot: Slot, period: Option<String>, claims: Vec<usize>, derived: bool) -> Self {
        let positions = positions(corpus, &claims);
        let status = status(&positions);
        Group { slot, period, claims, positions, status, derived }
    }

    /// How many voices state something in the group.
    pub fn voices(&self, corpus: &Corpus) -> usize {
        distinct(self.claims.iter().map(|i| corpus.voice(*i)))
    }

    /// How many outlets report it.
    pub fn outlets(&self, corpus: &Corpus) -> usize {
        distinct(self.claims.iter().map(|i| corpus.record_of(*i).outlet()))
    }

    /// How many texts it comes from, copies counted once.
    pub fn origins(&self, corpus: &Corpus) -> usize {
        distinct(self.claims.iter().map(|i| corpus.origins.of(corpus.statements[*i].article)))
    }
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    let mut all: Vec<T> = items.collect();
    all.sort();
    all.dedup();
    all.len()
}
