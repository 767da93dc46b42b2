//! What remains of a whole: the sum of what is there and what is missing.

use super::sum::{come_near, is_alike, is_part};
use super::{BACK, NEAR, Operand, is_each, operand, operands, rate};
use crate::claim::scene::Scene;
use crate::claim::verb;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Amount, Bound, Kind};

/// Tokens between the verb and what remains.
const OBJECT: usize = 5;

/// Parts of a whole that are looked at.
const MOST: usize = 5;

/// The parts of a whole of which one is said to be missing: « SoftBank apporterait 19 milliards, les autres 26. Il resterait donc 65
/// milliards à dénicher pour boucler la première tranche de 100 ».
pub(super) fn parts(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<Vec<Operand>> {
    let number = scene.sentence_of(figure.tokens.0 as usize);
    let sentence = scene.sentence(number);
    let missing = before.iter().rfind(|f| f.is_quantity())?;
    if (missing.tokens.0 as usize) < sentence.start || !is_alike(missing, figure) {
        return None;
    }
    let (start, end) = (missing.tokens.0 as usize, missing.tokens.1 as usize);
    let near = start.saturating_sub(OBJECT).max(sentence.start)..start;
    let remains = verb::in_range(scene, near)
        .last()
        .is_some_and(|verb| matches!(scene.lexicon.vocabulary().text(verb.lemma), "rester" | "manquer"));
    let aims = |i: usize| matches!(scene.folded(i), "pour" | "afin" | "sur" | "des");
    let whole = (end..figure.tokens.0 as usize).any(aims);
    // People and things that are left may be those told of before: « 520 foyers samedi, 95 dimanche ».
    let money = figure.quantity.is_some_and(|q| q.kind == Kind::Money);
    if !remains || !whole || !money {
        return None;
    }
    let from = scene.sentence(number.saturating_sub(BACK)).start;
    let told = before.iter().filter(|f| f.core_tokens.0 as usize >= from && is_alike(f, figure));
    let parts: Vec<&Figure> = told.collect();
    let fits = (2..=MOST).contains(&parts.len()) && parts.iter().all(|f| is_part(scene, f));
    (fits && come_near(&parts, figure)).then(|| operands(scene, &parts))
}

/// Each of several, and how many they are, before what they make together: « dix bâtiments de 100 mégawatts chacun, soit 1,2
/// gigawatt ».
pub(super) fn times(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<(Operand, Operand)> {
    let start = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(start));
    let since = |from: usize| before.iter().rev().take_while(move |f| f.core_tokens.0 as usize >= from);
    // « 18 rames, à 30 millions d'euros pièce. Le montant total s'élève à 720 millions », « 400 vélos. À 900 euros pièce, la facture
    // atteint 420 000 euros »
    const TOTALS: [&str; 7] = ["total", "totale", "facture", "addition", "ardoise", "montant", "note"];
    // « Le montant total du plan transports »: of more than these.
    let of_more = |i: usize| (i + 1..start).any(|k| scene.is_any(k, &[w::DE, w::D, w::DU, w::DES]));
    let behind = (sentence.start..start).any(|i| TOTALS.contains(&scene.folded(i)) && !of_more(i));
    let back = scene.sentence(scene.sentence_of(start).saturating_sub(usize::from(behind)));
    let sentence = if behind { back.start..sentence.end } else { sentence };
    let mut alike = since(sentence.start).filter(|f| is_alike(f, figure));
    let each = alike.next()?;
    // « 10 millions chacune et l'État 30 millions » are parts of a sum.
    if alike.next().is_some() {
        return None;
    }
    let (from, to) = (each.tokens.0 as usize, each.tokens.1 as usize);
    let said = behind
        || (start.saturating_sub(NEAR).max(to)..start).any(|i| scene.is(i, w::SOIT))
        || scene.lexicon.sums(scene.tokens, start).is_some_and(|at| at >= to);
    let several = |f: &&Figure| {
        let exact = f.quantity.is_some_and(|q| q.kind == Kind::Count && q.bound == Bound::Exact);
        exact && f.written().is_some_and(|count| count > Amount::ONE)
    };
    let inside = from >= sentence.start && rate(scene, figure).is_none() && is_each(scene, each);
    if !(said && inside) {
        return None;
    }
    let inside = |f: &&Figure| (sentence.start..from).contains(&(f.core_tokens.0 as usize));
    let counts: Vec<&Figure> = before.iter().filter(inside).filter(several).collect();
    // « Les trois immeubles de huit étages coûteront 14 millions chacun, soit 42 »: any of them may be how many there are.
    let (one, all) = (each.quantity?.value()?, figure.quantity?.value()?);
    let makes = |f: &&Figure| f.written().and_then(|count| count.checked_mul(one)) == Some(all);
    let led = |f: &&&Figure| {
        let start = f.tokens.0 as usize;
        start == 0 || !scene.is_any(start - 1, &[w::DE, w::D, w::SUR])
    };
    if counts.iter().any(makes) {
        return None;
    }
    let count = counts.iter().find(led)?;
    operand(scene, each).zip(operand(scene, count))
}
