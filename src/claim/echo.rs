//! Echoes: a figure that nothing in its sentence explains repeats one that the article has explained.
//!
//! « 500 milliards de dollars seront investis dans Stargate. (…) Trump parle d'« au moins 500 milliards ». »

use super::measure::Measured;
use super::quotation;
use super::reference;
use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Amount, Kind, Quantity, Unit};
use crate::text::fold;
use crate::topic::Sort;

/// Significant digits times magnitude from which a number is hardly another one by chance; two years are.
const TELLING: u32 = 1_000;

/// Gives figures without a measure that of the same value elsewhere in the article, if there is one only.
pub(super) fn spread(scene: &Scene<'_>, all: &mut [(Figure, Option<Measured>)]) {
    for i in 0..all.len() {
        if all[i].1.is_some() || !is_telling(&all[i].0) || is_others(scene, &all[i].0) {
            continue;
        }
        let (figure, _) = &all[i];
        let mut same = all
            .iter()
            .filter(|(other, measured)| repeats(scene, figure, other, measured.as_ref()))
            .filter_map(|(_, m)| m.clone());
        let Some(first) = same.next() else { continue };
        if same.all(|other| other == first) {
            all[i].1 = Some(first);
        }
    }
}

fn value(quantity: &Quantity) -> Option<Amount> {
    quantity.value().or(quantity.top())
}

fn is_telling(figure: &Figure) -> bool {
    figure.quantity.is_some_and(|q| {
        matches!(q.kind, Kind::Money | Kind::Count) && value(&q).is_some_and(|v| v >= Amount::from(TELLING))
    })
}

/// The same number of the same thing; a count may leave its noun out (« 100 000, paraît-il »).
fn repeats(scene: &Scene<'_>, a: &Figure, b: &Figure, measured: Option<&Measured>) -> bool {
    let (Some(p), Some(q)) = (a.quantity, b.quantity) else { return false };
    let noun = |figure: &Figure| figure.noun.map(|noun| scene.lexicon.singular(scene.slice(noun as usize)));
    // « 100 000 postes » are the « 100 000 emplois » of before.
    let counted =
        |name: &String| measured.is_some_and(|m| scene.topic.measures[m.measure].nouns.contains(&fold(name)));
    let nouns = || noun(a) == noun(b) || noun(a).is_none_or(|name| counted(&name));
    value(&p) == value(&q) && p.unit == q.unit && (p.unit != Unit::Noun || nouns())
}

/// Whether the sentence gives the figure to somebody whom the topic does not know.
fn is_others(scene: &Scene<'_>, figure: &Figure) -> bool {
    let at = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(at));
    // « Nous n'avons pas 500 milliards », says somebody else of himself.
    let own = quotation::around(scene, at).is_some_and(|quote| {
        (quote.start..quote.end).any(|i| scene.is(i, w::NOUS) || scene.slice(i) == "Nous")
    });
    if own {
        return true;
    }
    let actor = |who: usize| matches!(scene.cast.characters[who].sort, Sort::Company | Sort::Name);
    reference::nearest_free_mention(scene, at, &sentence, &actor)
        .is_some_and(|m| scene.cast.characters[m.who].entity.is_none())
}
