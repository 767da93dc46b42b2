//! Conversions: one amount in two currencies or units.

use super::{BACK, NEAR, is_difference, is_each, rate};
use crate::claim::conversion::{GAP_ENCLOSED, says_again};
use crate::claim::scene::Scene;
use crate::claim::verb;
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Kind, Quantity, Unit};
use crate::text::TokenKind;

/// How many times the smaller number the greater one is, from which « , ou » parts two alternatives: « 4 millions d'euros, ou 9 millions
/// de dollars s'il part ».
const ALTERNATIVE: Amount = Amount::from_parts(175, 0, 0, false, 2);

/// How many times the smaller of two values the greater one is, whatever their units.
fn ratio(a: Option<Quantity>, b: Option<Quantity>) -> Option<Amount> {
    let (a, b) = (a?.value()?, b?.value()?);
    a.max(b).checked_div(a.min(b))
}

/// The figure that this one says in another currency or physical unit, where the wording leaves no doubt.
pub(super) fn converted<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
    let last = before.last()?;
    // « 500 milliards en quatre ans, soit 717 milliards de dollars canadiens »
    let time = last.quantity.is_some_and(|q| q.kind == Kind::Duration) || last.class == Class::Year;
    let (there, from) = if time { (before.iter().rev().nth(1)?, last) } else { (last, last) };
    let (start, end) = (here.tokens.0 as usize, here.tokens.1 as usize);
    let gap = from.tokens.1 as usize..start;
    let together = scene.sentence_of(there.tokens.0 as usize) == scene.sentence_of(start);
    // « 1,2 milliard d'euros par an (1,11 milliard de francs) »
    let set_in = scene.follows(start, w::OPEN) && scene.is(end, w::CLOSE);
    let told = complement(scene, gap.clone());
    let money = there.quantity.is_some_and(|q| q.kind == Kind::Money);
    let bracketed = set_in && money && is_complement(scene, gap.clone());
    let near = || ratio(there.quantity, here.quantity).is_some_and(|ratio| ratio < ALTERNATIVE);
    let widest = if bracketed && near() { GAP_ENCLOSED } else { NEAR + 1 };
    if !together
        || !is_other_unit(there, here)
        || gap.clone().filter(|i| !says_again(scene, *i) && *i >= told).count() > widest
        || !set_in && rate(scene, there) != rate(scene, here)
    {
        return None;
    }
    let said_rate = |i: usize| set_in && (scene.is(i, w::PAR) || rate(scene, there) == Some(scene.slice(i)));
    let linked = gap.clone().all(|i| {
        said_rate(i)
            || i < told
            || scene.is_any(i, &[w::OPEN, w::OPEN_SQUARE, w::COMMA, w::SOIT, w::OU, w::DASH, w::EQUALS, w::A])
            // « de 550 000 pieds carrés chacun, soit 51 000 mètres carrés »
            || scene.is_any(i, &[w::CHACUN, w::CHACUNE])
            || matches!(scene.slice(i), "équivalant" | "équivalent" | "encore" | "donc")
            || says_again(scene, i)
    });
    let linked = linked || bracketed;
    let opened = gap.clone().any(|i| scene.is_any(i, &[w::OPEN, w::OPEN_SQUARE]));
    // « 1,8 milliard d'euros, ou 2,1 milliards de dollars, »
    let or = |i: usize| {
        let near = || ratio(there.quantity, here.quantity).is_some_and(|ratio| ratio < ALTERNATIVE);
        money && gap.len() == 2 && scene.is(gap.start, w::COMMA) && scene.is(i, w::OU) && near()
    };
    let said = gap.clone().any(|i| {
        scene.is(i, w::SOIT) || or(i) || scene.slice(i).starts_with("équival") || says_again(scene, i)
    });
    let closed = scene.is_any(end, &[w::CLOSE, w::CLOSE_SQUARE, w::COMMA, w::SEMICOLON])
        || matches!(scene.slice(end), "au" | "environ" | "actuels")
        // « plus de 400 Mds $ (430 Mds € pour ceux qui achètent leur pain en euros) »
        || scene.is(end, w::POUR) && scene.is(start - 1, w::OPEN);
    let clear = said && !is_difference(scene, end) && is_each(scene, there) >= is_each(scene, here);
    (linked && (opened && !time && closed || clear)).then_some(there)
}

/// « 100 milliards de dollars sur la table (96 milliards d'euros) », « 17 milliards de coupes dans les dépenses (16 milliards de
/// francs) »: whether words alone stand between a sum and a bracket.
fn is_complement(scene: &Scene<'_>, mut gap: std::ops::Range<usize>) -> bool {
    let other = |i: usize| {
        scene.is_any(i, &[w::ET, w::OU, w::QUE, w::QU]) || scene.capitalised(i) || scene.slice(i) == "comme"
    };
    gap.all(|i| scene.is(i, w::OPEN) || scene.kind(i) == Some(TokenKind::Word) && !other(i))
}

/// « 6 200 hectares de forêt et de vignes, soit 62 km² »: the token at which what the figure is of ends, where « soit » follows.
fn complement(scene: &Scene<'_>, gap: std::ops::Range<usize>) -> usize {
    let soit = gap.clone().find(|i| scene.is(*i, w::SOIT));
    // « 4 millions de pieds carrés de planchers (soit 37 000 m², … »
    let marked = |i: usize| i > gap.start && scene.is_any(i - 1, &[w::COMMA, w::OPEN]);
    let end = soit.map(|i| if marked(i) { i - 1 } else { i });
    let words = |range: std::ops::Range<usize>| {
        let plain = range.clone().all(|i| scene.kind(i) == Some(TokenKind::Word));
        plain && !verb::in_range(scene, range).any(|v| v.mood == verb::Mood::Finite)
    };
    let of = scene.is_any(gap.start, &[w::DE, w::D]);
    end.filter(|end| of && words(gap.start..*end)).unwrap_or(gap.start)
}

/// « 45 millions d'euros, ce qui représente 29,5 milliards de francs CFA »; with words of exchange also from the sentences
/// before: « Au taux de change de mercredi, cela représente 717 milliards de dollars canadiens ».
pub(super) fn represented<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
    const SAYS: [&str; 4] = ["représente", "représentent", "équivaut", "correspond"];
    let start = here.tokens.0 as usize;
    let number = scene.sentence_of(start);
    let first = scene.sentence(number).start;
    if let Some(there) = retold(scene, before, here, first) {
        return Some(there);
    }
    let verb = (start.saturating_sub(2).max(first)..start).find(|i| SAYS.contains(&scene.slice(*i)))?;
    let led = verb > first && (scene.is_any(verb - 1, &[w::QUI, w::CE]) || scene.slice(verb - 1) == "cela");
    let exchange = (first..verb).any(|i| scene.slice(i) == "change" || scene.reads(i, &["cours", "actuel"]));
    let from = if exchange { scene.sentence(number.saturating_sub(BACK)).start } else { first };
    let kind = |f: &Figure| f.quantity.map(|q| q.kind);
    let mut others = before
        .iter()
        .rev()
        .take_while(|f| f.core_tokens.0 as usize >= from)
        .filter(|f| kind(f) == kind(here));
    let there = others.next().filter(|there| is_other_unit(there, here))?;
    let alone = others.all(|f| !is_other_unit(f, here) || f.quantity == there.quantity);
    (led && alone && rate(scene, there).is_none() && rate(scene, here).is_none()).then_some(there)
}

/// « … pour 6,6 millions d'euros. En dollars, l'addition se monte à 7,7 millions. »: the sum told last.
fn retold<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure, first: usize) -> Option<&'a Figure> {
    let unit = scene.lexicon.unit(scene.text, scene.tokens, first + 1).map(|(unit, _)| unit.unit);
    // « C'est l'équivalent de 110 millions d'euros. »
    let start = here.tokens.0 as usize;
    let equal = start > first && start - first <= NEAR + 2 && {
        let opens = scene.slice(first).to_lowercase().starts_with('c') || scene.is(first, w::SOIT);
        opens && (first..start).any(|i| scene.slice(i) == "équivalent")
    };
    let said = equal || scene.is(first, w::EN) && unit == here.quantity.map(|q| q.unit);
    let money = |f: &&Figure| f.quantity.is_some_and(|q| q.kind == Kind::Money);
    let from = scene.sentence(scene.sentence_of(first).saturating_sub(1)).start;
    let last = before.iter().rev().take_while(|f| f.core_tokens.0 as usize >= from).find(money);
    let there = last.filter(|there| is_other_unit(there, here))?;
    let near = scene.sentence_of(there.tokens.0 as usize) + 1 == scene.sentence_of(first);
    (said && near && rate(scene, there).is_none() && rate(scene, here).is_none()).then_some(there)
}

/// The figure before this one, between commas.
pub(super) fn apposed<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
    let there = before.last().filter(|there| is_other_unit(there, here))?;
    let (from, start, end) = (there.tokens.1 as usize, here.tokens.0 as usize, here.tokens.1 as usize);
    (from + 1 == start && scene.is(from, w::COMMA) && scene.is_any(end, &[w::COMMA, w::DOT])).then_some(there)
}

/// Whether two figures are of one kind, in other currencies or in other physical units.
fn is_other_unit(there: &Figure, here: &Figure) -> bool {
    let (Some(a), Some(b)) = (there.quantity, here.quantity) else { return false };
    match (a.unit, b.unit) {
        (Unit::Currency(x), Unit::Currency(y)) => x != y,
        (x, y) => {
            let physical =
                matches!(a.kind, Kind::Area | Kind::Length | Kind::Mass | Kind::Volume | Kind::Speed);
            physical && x == y && there.scale.factor != here.scale.factor
        }
    }
}
