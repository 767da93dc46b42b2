//! # arithmetic, of measures
//!
//! An article gives a whole and the parts that the topic says it has, and the parts do not make it.
//!
//! **Why it matters.** As for sums that are stated: one of the figures is wrong, and nobody outside is needed to see it.
//!
//! **Example.** « 500 milliards, dont 100 tout de suite ; les 300 restants suivront ».
//!
//! **Not found:** a measure of which an article gives several values; parts that are denied, supposed or vague; what is off by
//! no more than the rounding of the figures, or so far off that the parts are of something else.

use std::collections::BTreeSet;

use super::finding::{self, Finding};
use super::{Check, Context, arithmetic, tied};
use crate::claim::Modality;
use crate::quantity::{Amount, Bound, Kind};
use crate::reconcile::Corpus;
use crate::topic::Measure;

pub(super) const CHECK: Check = Check {
    kind: finding::Kind::Arithmetic,
    summary: "a whole that its parts in the same article do not make",
    run,
};

/// How far from its parts a whole may be and still be theirs, in tenths.
const FAR: (i64, i64) = (5, 15);

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let context = &*context;
    let (corpus, topic) = (context.corpus, context.topic);
    let wholes: Vec<&Measure> = topic.measures.iter().filter(|measure| measure.parts.len() > 1).collect();
    let mut seen = BTreeSet::new();
    let articles = (0..corpus.records.len()).filter(|article| seen.insert(corpus.origins.of(*article)));
    articles
        .flat_map(|article| {
            wholes.iter().filter_map(move |whole| {
                let parts: Option<Vec<usize>> = whole
                    .parts
                    .iter()
                    .map(|part| only(context, article, &topic.measures[*part].id))
                    .collect();
                off(corpus, only(context, article, &whole.id)?, &parts?)
            })
        })
        .collect()
}

/// The first claim of the one value that an article gives for a measure, in the topic's currency if it is money.
fn only(context: &Context<'_>, article: usize, measure: &str) -> Option<usize> {
    let (corpus, topic) = (context.corpus, context.topic);
    let stated = |i: &usize| {
        let claim = &corpus.statements[*i].claim;
        claim.slot.measure == measure
            && !claim.derived
            && !matches!(claim.modality, Modality::Negated | Modality::Hypothetical)
            && !matches!(claim.quantity.bound, Bound::Range | Bound::Vague)
            && (claim.quantity.kind != Kind::Money
                || topic.currency.is_none_or(|unit| claim.quantity.unit == unit))
    };
    let mut claims = corpus.statements_of(article).filter(stated);
    let first = claims.next()?;
    let value = |i: usize| {
        let quantity = &corpus.statements[i].claim.quantity;
        (quantity.value().or(quantity.top()), quantity.unit)
    };
    (value(first).0.is_some() && claims.all(|i| value(i) == value(first))).then_some(first)
}

/// The finding of a whole that its parts do not make.
fn off(corpus: &Corpus, whole: usize, parts: &[usize]) -> Option<Finding> {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    if parts.iter().any(|part| quantity(*part).unit != quantity(whole).unit) {
        return None;
    }
    let exact = |i: usize| quantity(i).value().or(quantity(i).top());
    let rounding = |i: usize| quantity(i).step.checked_div(Amount::TWO);
    let (mut sum, mut slack) = (Amount::ZERO, rounding(whole)?);
    for part in parts {
        (sum, slack) = (sum.checked_add(exact(*part)?)?, slack.checked_add(rounding(*part)?)?);
    }
    let total = exact(whole)?;
    let tenths = total.checked_mul(Amount::TEN)?.checked_div(sum)?;
    let alike = tenths >= Amount::from(FAR.0) && tenths <= Amount::from(FAR.1);
    if !alike || total.checked_sub(sum)?.abs() <= slack {
        return None;
    }
    let expected = tied::worth(quantity(whole), sum);
    Some(arithmetic::computed(corpus, "arithmetic.whole", vec![whole], parts.to_vec(), expected))
}
