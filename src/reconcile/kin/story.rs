//! Stories: which articles tell of one thing that happened.

use std::collections::{BTreeMap, HashMap};

use crate::reconcile::Corpus;

/// Share of common names from which two articles tell of one story.
const STORY: f64 = 0.15;

/// Which articles tell of one story: they share names, rare names weighing most.
pub(super) struct Stories {
    names: Vec<BTreeMap<u32, f64>>,
    norms: Vec<f64>,
}

impl Stories {
    #[allow(clippy::cast_precision_loss, reason = "counts of articles")]
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut names: Vec<BTreeMap<u32, f64>> = vec![BTreeMap::new(); corpus.records.len()];
        for statement in &corpus.statements {
            let terms = &statement.claim.terms;
            for name in terms.names.iter().chain(&terms.people) {
                names[statement.article].insert(*name, 0.0);
            }
        }
        let mut holders: HashMap<u32, usize> = HashMap::new();
        names.iter().flat_map(BTreeMap::keys).for_each(|name| *holders.entry(*name).or_default() += 1);
        let articles = names.len() as f64;
        for own in &mut names {
            for (name, weight) in own.iter_mut() {
                *weight = (1.0 + articles / holders[name] as f64).ln();
            }
        }
        let norms = names.iter().map(|own| own.values().map(|w| w * w).sum::<f64>().sqrt()).collect();
        Stories { names, norms }
    }

    pub(super) fn one(&self, a: usize, b: usize) -> bool {
        let common: f64 = self.names[a]
            .iter()
            .filter(|(name, _)| self.names[b].contains_key(name))
            .map(|(_, w)| w * w)
            .sum();
        common >= STORY * self.norms[a] * self.norms[b]
    }
}
