//! Settings: what is known of each claim by itself, and of its article.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{thing, worth};
use crate::quantity::{Amount, Quantity, Unit};
use crate::reconcile::Corpus;

/// What is known of each claim by itself.
pub(in super::super) struct Settings {
    claims: Vec<Setting>,
    /// The values that each article has.
    values: FxHashSet<(usize, Unit, Amount)>,
}

/// What is known of one claim.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// Its decimal logarithm.
    pub(super) magnitude: f32,
    /// Its digits without the zeros at its ends.
    pub(super) digits: f32,
    /// Where in its article it stands, of all its claims: 0 to 1.
    pub(super) place: f32,
    /// How many values of its unit, and noun, its article has.
    pub(super) values: f32,
}

impl Settings {
    /// Of all claims; `digits` are theirs.
    #[allow(clippy::cast_precision_loss, reason = "claims of an article")]
    pub(in super::super) fn new(corpus: &Corpus, digits: &[Option<u128>]) -> Self {
        let mut claims = Vec::with_capacity(corpus.statements.len());
        let mut values = FxHashSet::default();
        for article in 0..corpus.records.len() {
            let here = corpus.statements_of(article);
            let mut distinct: FxHashSet<_> = FxHashSet::default();
            let mut counts: FxHashMap<_, f32> = FxHashMap::default();
            for statement in &corpus.statements[here.clone()] {
                let thing = thing(statement);
                if distinct.insert((thing, statement.claim.quantity.value(), statement.claim.quantity.top()))
                {
                    *counts.entry(thing).or_default() += 1.0;
                }
            }
            for i in here.clone() {
                let statement = &corpus.statements[i];
                values.extend(worth(corpus, i).map(|(value, unit)| (article, unit, value)));
                claims.push(Setting {
                    magnitude: magnitude(&statement.claim.quantity),
                    digits: digits[i].map_or(0.0, |digits| digits.to_string().len() as f32),
                    place: (i - here.start) as f32 / here.len() as f32,
                    values: counts[&thing(statement)],
                });
            }
        }
        Settings { claims, values }
    }

    /// What is known of a claim.
    pub(super) fn of(&self, claim: usize) -> &Setting {
        &self.claims[claim]
    }

    /// Whether an article has the value of a claim.
    pub(super) fn has(&self, corpus: &Corpus, claim: usize, article: usize) -> bool {
        worth(corpus, claim).is_some_and(|(value, unit)| self.values.contains(&(article, unit, value)))
    }
}

/// The decimal logarithm of a quantity, of next to nothing at least.
fn magnitude(quantity: &Quantity) -> f32 {
    const LEAST: f32 = 1e-3;
    let value = quantity.in_common_unit().magnitude().and_then(|value| value.to_string().parse::<f32>().ok());
    value.unwrap_or(LEAST).max(LEAST).log10()
}
