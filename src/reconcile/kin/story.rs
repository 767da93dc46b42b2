//! Stories: which articles tell of one thing that happened.

use std::collections::HashMap;

use crate::reconcile::Corpus;

/// Share of common names from which two articles tell of one story.
const STORY: f64 = 0.15;

/// Which articles tell of one story: they share names, rare names weighing most.
pub(super) struct Stories {
    /// The names of each article, ascending, with the square of what each weighs.
    names: Vec<Vec<(u32, f64)>>,
    norms: Vec<f64>,
}

impl Stories {
    #[allow(clippy::cast_precision_loss, reason = "counts of articles")]
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut names: Vec<Vec<(u32, f64)>> = vec![Vec::new(); corpus.records.len()];
        for statement in &corpus.statements {
            let terms = &statement.claim.terms;
            let own = terms.names.iter().chain(&terms.people).map(|name| (*name, 0.0));
            names[statement.article].extend(own);
        }
        let mut holders: HashMap<u32, usize> = HashMap::new();
        for own in &mut names {
            own.sort_unstable_by_key(|(name, _)| *name);
            own.dedup_by_key(|(name, _)| *name);
            own.iter().for_each(|(name, _)| *holders.entry(*name).or_default() += 1);
        }
        let articles = names.len() as f64;
        for (name, square) in names.iter_mut().flatten() {
            let weight = (1.0 + articles / holders[name] as f64).ln();
            *square = weight * weight;
        }
        let norms =
            names.iter().map(|own| own.iter().map(|(_, square)| square).sum::<f64>().sqrt()).collect();
        Stories { names, norms }
    }

    pub(super) fn one(&self, a: usize, b: usize) -> bool {
        let (mut p, mut q) = (self.names[a].as_slice(), self.names[b].as_slice());
        let mut common = 0.0;
        while let ([x, further @ ..], [y, beyond @ ..]) = (p, q) {
            if x.0 == y.0 {
                common += x.1;
            }
            (p, q) = (if x.0 <= y.0 { further } else { p }, if y.0 <= x.0 { beyond } else { q });
        }
        common >= STORY * self.norms[a] * self.norms[b]
    }
}
