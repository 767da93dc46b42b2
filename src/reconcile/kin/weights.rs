//! Weights: how much each word tells. Words of few claims tell most.

use rustc_hash::FxHashMap;

use super::likeness::{is_lone, is_size};
use super::{COMMON, comparable, sorted_digits, worth};
use crate::claim::Claim;
use crate::quantity::{Amount, Unit};
use crate::reconcile::cores::in_chunks;
use crate::reconcile::kin::near::Pair;
use crate::reconcile::kin::story::Stories;
use crate::reconcile::{Corpus, Statement};

/// Claims of which as many are taken to be there: in a few, no word is rare.
const FEWEST: usize = 80;

/// How much each word of some claims tells.
pub(super) struct Weights {
    /// In how many claims a word stands.
    counts: FxHashMap<u32, usize>,
    /// The claims with a word, by their unit.
    holders: FxHashMap<(u32, Unit), Vec<usize>>,
    /// The claims of a value.
    equals: FxHashMap<(Amount, Unit), Vec<usize>>,
    /// The claims of a speaker.
    voiced: FxHashMap<(usize, Unit), Vec<usize>>,
    /// The claims of two digits or more, by these in ascending order: 147 and 174.
    swapped: FxHashMap<(u128, Unit), Vec<usize>>,
    /// The sizes that are the only ones of their articles, by unit.
    lone: FxHashMap<Unit, Vec<usize>>,
    /// The times of a sum: « 300 milliards sur cinq ans ».
    times: FxHashMap<(Amount, Unit), Vec<usize>>,
    claims: f64,
}

impl Weights {
    #[allow(clippy::cast_precision_loss, reason = "counts of claims")]
    pub(super) fn of(corpus: &Corpus, loose: &[usize]) -> Self {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        let mut holders: FxHashMap<(u32, Unit), Vec<usize>> = FxHashMap::default();
        for i in loose {
            let claim = &corpus.statements[*i].claim;
            for word in &claim.terms.words {
                *counts.entry(*word).or_default() += 1;
                holders.entry((*word, claim.quantity.unit.common())).or_default().push(*i);
            }
        }
        let mut equals: FxHashMap<(Amount, Unit), Vec<usize>> = FxHashMap::default();
        let mut voiced: FxHashMap<(usize, Unit), Vec<usize>> = FxHashMap::default();
        let mut swapped: FxHashMap<(u128, Unit), Vec<usize>> = FxHashMap::default();
        let mut times: FxHashMap<(Amount, Unit), Vec<usize>> = FxHashMap::default();
        let mut lone: FxHashMap<Unit, Vec<usize>> = FxHashMap::default();
        for i in loose {
            let unit = unit(corpus, *i);
            if is_size(&corpus.statements[*i].claim) && is_lone(corpus, *i) {
                lone.entry(unit).or_default().push(*i);
            }
            if let Some(key) = spread_sum(&corpus.statements[*i].claim) {
                times.entry(key).or_default().push(*i);
            }
            if let Some(key) = worth(corpus, *i) {
                equals.entry(key).or_default().push(*i);
            }
            if let Some(speaker) = corpus.speaker_number(*i) {
                voiced.entry((speaker, unit)).or_default().push(*i);
            }
            if let Some(digits) = sorted_digits(&corpus.statements[*i]).filter(|digits| *digits > 9) {
                swapped.entry((digits, unit)).or_default().push(*i);
            }
        }
        Weights {
            counts,
            holders,
            equals,
            voiced,
            swapped,
            lone,
            times,
            claims: loose.len().max(FEWEST) as f64,
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of claims")]
    fn weight(&self, word: u32) -> f64 {
        let holders = self.counts.get(&word).copied().unwrap_or(1);
        (1.0 + self.claims / holders as f64).ln()
    }

    /// The weight of some words.
    pub(super) fn total(&self, words: &[u32]) -> f64 {
        words.iter().map(|word| self.weight(*word)).sum()
    }

    /// The weight of the words that two claims share.
    pub(super) fn common(&self, corpus: &Corpus, x: usize, y: usize) -> f64 {
        let words = |i: usize| corpus.statements[i].claim.terms.words.as_slice();
        let common = words(x).iter().filter(|word| words(y).binary_search(word).is_ok());
        common.map(|word| self.weight(*word)).sum()
    }

    /// How alike two claims are told, 0 to 1.
    pub(super) fn told(&self, corpus: &Corpus, x: usize, y: usize) -> f64 {
        let words = |i: usize| corpus.statements[i].claim.terms.words.as_slice();
        let shared = self.common(corpus, x, y);
        if shared > 0.0 { shared / (self.total(words(x)) * self.total(words(y))).sqrt() } else { 0.0 }
    }

    /// Pairs of claims that can be about one thing, ascending, with how alike they are told, 0 to 1.
    pub(super) fn candidates(&self, corpus: &Corpus, stories: &Stories, loose: &[usize]) -> Vec<Pair> {
        let total = |statement: &Statement| self.total(&statement.claim.terms.words);
        let totals: Vec<f64> = corpus.statements.iter().map(total).collect();
        in_chunks(loose, |chunk| self.candidates_of(chunk, corpus, stories, &totals))
    }

    /// Those whose first claim is one of a chunk.
    fn candidates_of(
        &self,
        chunk: &[usize],
        corpus: &Corpus,
        stories: &Stories,
        totals: &[f64],
    ) -> Vec<Pair> {
        let mut stories = stories.tellers();
        let mut pairs: Vec<Pair> = Vec::new();
        // The weight that each later claim shares with one, and which those claims are.
        let mut shared: Vec<Option<f64>> = vec![None; corpus.statements.len()];
        let mut sharing: Vec<usize> = Vec::new();
        for x in chunk {
            let mut share = |y: usize, weight: f64| match &mut shared[y] {
                Some(sum) => *sum += weight,
                none => {
                    *none = Some(weight);
                    sharing.push(y);
                }
            };
            let later = |holders: &'_ [usize]| holders.partition_point(|y| y <= x);
            let claim = &corpus.statements[*x].claim;
            for word in &claim.terms.words {
                if self.counts[word] <= COMMON {
                    let holders = &self.holders[&(*word, claim.quantity.unit.common())];
                    let weight = self.weight(*word);
                    holders[later(holders)..].iter().for_each(|y| share(*y, weight));
                }
            }
            for others in self.without_words(corpus, *x).into_iter().flatten() {
                if others.len() <= COMMON {
                    others[later(others)..].iter().for_each(|y| share(*y, 0.0));
                }
            }
            sharing.sort_unstable();
            for y in sharing.drain(..) {
                let weight = shared[y].take().unwrap_or_default();
                if let Some(shared) = comparable(corpus, &mut stories, *x, y) {
                    let told = if weight > 0.0 { weight / (totals[*x] * totals[y]).sqrt() } else { 0.0 };
                    pairs.push(((*x as u32, y as u32), told, shared));
                }
            }
        }
        pairs
    }

    /// The claims that may tell of the same as one without a word in common: of its value, of its speaker, with its digits, of its sum,
    /// or as lone as it.
    fn without_words(&self, corpus: &Corpus, claim: usize) -> [Option<&Vec<usize>>; 5] {
        let unit = unit(corpus, claim);
        [
            worth(corpus, claim).and_then(|key| self.equals.get(&key)),
            corpus.speaker_number(claim).and_then(|speaker| self.voiced.get(&(speaker, unit))),
            sorted_digits(&corpus.statements[claim]).and_then(|digits| self.swapped.get(&(digits, unit))),
            spread_sum(&corpus.statements[claim].claim).and_then(|key| self.times.get(&key)),
            self.lone.get(&unit).filter(|lone| lone.binary_search(&claim).is_ok()),
        ]
    }
}

/// The sum that a number of years is for.
pub(super) fn spread_sum(claim: &Claim) -> Option<(Amount, Unit)> {
    let sum = claim.ties.over.as_deref().filter(|_| claim.quantity.unit == Unit::Year)?.quantity;
    Some((sum.value()?, sum.unit))
}

fn unit(corpus: &Corpus, claim: usize) -> Unit {
    corpus.statements[claim].claim.quantity.unit.common()
}
