//! Groups: all claims on one slot and scope; positions: those of them that say the same.

use std::collections::BTreeMap;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::Corpus;
use super::kin::{self, Kin};
use crate::claim::{Modality, Slot};
use crate::quantity::{Bound, End, Quantity, Relation, have_lost_a_digit, relation};

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
    /// Pairs of positions that at best touch, or are bounds that a slip of ten or a thousand sets apart, the more reported first, in
    /// their order.
    pub rivals: Vec<(usize, usize)>,
    /// How the positions stand to each other at worst.
    pub status: Status,
    /// Pairs of its claims, of one article and voice, of which the later one refers to the earlier with another figure.
    pub referred: Vec<(usize, usize)>,
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
    /// Those that stand for all when claims of two articles are held against each other: of each speaker and day at most two,
    /// of different articles. What thousands repeat is looked at twice.
    pub faces: Vec<usize>,
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
    let Kin { sets, referred, twins } = kin::find(corpus);
    corpus.twins = twins;
    for claims in &sets {
        if claims.iter().all(|i| corpus.statements[*i].claim.derived) {
            let slot = common_slot(corpus, claims);
            for i in claims {
                corpus.statements[*i].claim.slot = slot.clone();
            }
        }
    }
    corpus.index_slots();
    let corpus = &*corpus;
    let mut groups: Vec<Group> = sets
        .into_iter()
        .map(|claims| {
            let claim = |i: &usize| &corpus.statements[*i].claim;
            let measured = claims.iter().find(|i| !claim(i).derived);
            let (slot, period, derived) = {
                let first = claim(measured.unwrap_or(&claims[0]));
                (first.slot.clone(), first.scope.period.clone(), measured.is_none())
            };
            let own = |pair: &&(usize, usize)| claims.binary_search(&pair.0).is_ok();
            let referred = referred.iter().filter(own).copied().collect();
            Group { referred, ..Group::new(corpus, slot, period, claims, derived) }
        })
        .collect();
    // Those of the topic's measures first, by slot.
    groups.sort_by(|a, b| {
        let rank = |group: &Group| {
            (group.derived, (!group.derived).then(|| (group.slot.clone(), group.period.clone())))
        };
        rank(a).cmp(&rank(b)).then_with(|| a.claims.cmp(&b.claims))
    });
    groups
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

/// Positions of a group that are held against each other, the most reported first: of a thing that is told in more ways than
/// anybody reads, the rest is left out, and time and memory do not grow with their square.
const MOST: usize = 150;

/// Claims of one value each; what is denied, supposed or vague takes no position.
fn positions(corpus: &Corpus, claims: &[usize]) -> Vec<Position> {
    let mut positions: Vec<Position> = Vec::new();
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    for &i in claims {
        let claim = &corpus.statements[i].claim;
        let stated = !matches!(claim.modality, Modality::Negated | Modality::Hypothetical);
        if !stated || !claim.quantity.is_comparable() {
            continue;
        }
        let position = *known.entry(said(&claim.quantity)).or_insert(positions.len());
        if position == positions.len() {
            positions.push(Position { quantity: claim.quantity, claims: Vec::new(), faces: Vec::new() });
        }
        positions[position].claims.push(i);
    }
    for position in &mut positions {
        let face = |i: usize| (corpus.speaker_number(i), corpus.day(i));
        position.faces = corpus.of_two_articles(&position.claims, face);
    }
    positions.sort_by_key(|position| std::cmp::Reverse(position.claims.len()));
    positions.truncate(MOST);
    positions
}

/// What quantities of one position share. « Only » is a colour of the same value, a strengthened bound of the same bound.
fn said(quantity: &Quantity) -> impl Eq + Hash + use<> {
    let bound = if quantity.bound == Bound::Approx { Bound::Exact } else { quantity.bound };
    let end = |end: Option<End>| end.map(|end| (end.value, end.inclusive));
    (quantity.unit, bound, end(quantity.interval.low), end(quantity.interval.high))
}

/// How positions stand to each other: at worst, and those that cannot simply both hold.
fn relations(positions: &[Position]) -> (Status, Vec<(usize, usize)>) {
    let mut rivals = Vec::new();
    let mut worst = if positions.is_empty() { Status::Single } else { Status::Agree };
    if positions.len() == 1 && positions[0].claims.len() == 1 {
        return (Status::Single, rivals);
    }
    for (a, first) in positions.iter().enumerate() {
        for (b, second) in positions.iter().enumerate().skip(a + 1) {
            let relation = relation(&first.quantity, &second.quantity);
            worst = worst.max(match relation {
                None | Some(Relation::Agree) => Status::Agree,
                Some(Relation::Compatible) => Status::Compatible,
                Some(Relation::Tension) => Status::Tension,
                Some(Relation::Contradiction) => Status::Contradiction,
            });
            if relation >= Some(Relation::Tension) || have_lost_a_digit(&first.quantity, &second.quantity) {
                rivals.push((a, b));
            }
        }
    }
    (worst, rivals)
}

impl Group {
    fn new(corpus: &Corpus, slot: Slot, period: Option<String>, claims: Vec<usize>, derived: bool) -> Self {
        let positions = positions(corpus, &claims);
        let (status, rivals) = relations(&positions);
        Group { slot, period, claims, positions, rivals, status, referred: Vec::new(), derived }
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
