//! Stories: which articles tell of one thing that happened.

use std::collections::HashMap;

use crate::reconcile::Corpus;

/// Share of common names beside their figures from which two articles tell of one story.
const NAMES: f64 = 0.15;

/// The same of the words of their whole texts.
const WORDS: f64 = 0.07;

/// Which articles tell of one story: they share the names beside their figures, or the words of their texts.
pub(super) struct Stories {
    names: Likeness,
    words: Likeness,
}

impl Stories {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut names: Vec<Vec<u32>> = vec![Vec::new(); corpus.records.len()];
        for statement in &corpus.statements {
            let terms = &statement.claim.terms;
            names[statement.article].extend(terms.names.iter().chain(&terms.people));
        }
        for own in &mut names {
            own.sort_unstable();
            own.dedup();
        }
        let words = corpus.records.iter().map(|record| record.words.as_slice());
        Stories { names: Likeness::of(names.iter().map(Vec::as_slice)), words: Likeness::of(words) }
    }

    pub(super) fn one(&self, a: usize, b: usize) -> bool {
        self.names.share(a, b) >= NAMES || self.words.share(a, b) >= WORDS
    }
}

/// How much sets of words have in common, rare words weighing most.
struct Likeness {
    /// The words of each, ascending, with the square of what each weighs.
    sets: Vec<Vec<(u32, f64)>>,
    norms: Vec<f64>,
}

impl Likeness {
    /// Of sets that ascend.
    #[allow(clippy::cast_precision_loss, reason = "counts of articles")]
    fn of<'w>(sets: impl Iterator<Item = &'w [u32]>) -> Self {
        let mut sets: Vec<Vec<(u32, f64)>> =
            sets.map(|words| words.iter().map(|word| (*word, 0.0)).collect()).collect();
        let mut holders: HashMap<u32, usize> = HashMap::new();
        for (word, _) in sets.iter().flatten() {
            *holders.entry(*word).or_default() += 1;
        }
        let all = sets.len() as f64;
        for (word, square) in sets.iter_mut().flatten() {
            let weight = (1.0 + all / holders[word] as f64).ln();
            *square = weight * weight;
        }
        let norms = sets.iter().map(|own| own.iter().map(|(_, square)| square).sum::<f64>().sqrt()).collect();
        Likeness { sets, norms }
    }

    /// The weight that two sets share, 0 to 1.
    fn share(&self, a: usize, b: usize) -> f64 {
        let (mut p, mut q) = (self.sets[a].as_slice(), self.sets[b].as_slice());
        let mut common = 0.0;
        while let ([x, further @ ..], [y, beyond @ ..]) = (p, q) {
            if x.0 == y.0 {
                common += x.1;
            }
            (p, q) = (if x.0 <= y.0 { further } else { p }, if y.0 <= x.0 { beyond } else { q });
        }
        let norm = self.norms[a] * self.norms[b];
        if norm > 0.0 { common / norm } else { 0.0 }
    }
}
