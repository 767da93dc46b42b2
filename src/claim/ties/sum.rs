//! Sums: a total with its parts, before it or behind.

use super::{BACK, Operand, is_difference, operand, rate};
use crate::claim::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::{Amount, Bound, Unit};

/// Parts of a sum that are looked at; an article that lists more is not checked.
const MOST: usize = 5;

/// The parts of a stated sum.
pub(super) fn parts(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<Vec<Operand>> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number);
    let opens = sum_opens(scene, figure, sentence.start)?;
    if is_difference(scene, end) || rate(scene, figure).is_some() {
        return None;
    }
    let from = if opens { scene.sentence(number.saturating_sub(BACK)).start } else { sentence.start };
    let alike = |from: usize| -> Vec<&Figure> {
        before.iter().filter(|f| f.core_tokens.0 as usize >= from && is_alike(f, figure)).collect()
    };
    let mut inside = alike(from);
    // « … 22,5 milliards. Avec les 7,5 milliards d'avril, le groupe a injecté en tout 30 milliards »
    if inside.len() == 1 && matches!(scene.slice(sentence.start), "Avec" | "Ajoutés" | "Ajoutées") {
        inside = alike(scene.sentence(number.saturating_sub(BACK)).start);
    }
    let added = (from..start).any(|i| is_addition(scene, i));
    // « La Région met 560 millions, l'État 420, l'Europe 140 et les villes 180. Cela fait 1,4 milliard. »: a list of several needs no word.
    let before = scene.sentence(number.saturating_sub(1)).start;
    let list: Vec<&Figure> = inside.iter().copied().filter(|f| f.core_tokens.0 as usize >= before).collect();
    let listed = opens && !added && list.len() >= 3;
    if listed {
        inside = list;
    }
    let foreign = inside.iter().any(|f| !is_part(scene, f) && !is_added(scene, f));
    if inside.len() < 2 || inside.len() > MOST || foreign || opens && !added && !listed {
        return None;
    }
    Some(inside.into_iter().filter_map(|f| operand(scene, f)).collect())
}

fn is_alike(a: &Figure, b: &Figure) -> bool {
    a.is_quantity() && a.quantity.map(|q| q.unit) == b.quantity.map(|q| q.unit)
}

/// The parts that are listed behind their whole: « 5 200 postes : 3 100 en France, 1 400 en Belgique et 1 100 ailleurs », « se
/// répartit entre 17 milliards de coupes et 13 de recettes ». An « et » closes the list, three at least where only a colon
/// opens it.
pub(super) fn listed(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    const SHARED: [&str; 4] = ["répart", "ventil", "décompos", "partag"];
    let end = figure.tokens.1 as usize;
    let sentence = scene.sentence(scene.sentence_of(end.saturating_sub(1)));
    let behind = scene.figures.get(at + 1..).unwrap_or_default();
    let inside: Vec<&Figure> = behind
        .iter()
        .take_while(|f| (f.core_tokens.0 as usize) < sentence.end)
        .filter(|f| is_alike(f, figure))
        .take(MOST + 1)
        .collect();
    let (first, last) = (inside.first()?.tokens.0 as usize, inside.last()?.tokens.0 as usize);
    let colon = (end..first).any(|i| scene.is(i, w::COLON));
    let shared = (end..first).any(|i| SHARED.iter().any(|stem| scene.slice(i).starts_with(stem)));
    let before_last = inside.len().checked_sub(2).map(|i| inside[i].tokens.1 as usize)?;
    let closed = (before_last..last).any(|i| scene.is(i, w::ET));
    // « réparties entre deux boîtes : 1,6 tonne dans la première, 600 kilos dans la seconde »
    let closed = closed || colon && shared;
    let enough = if shared { 2 } else { 3 };
    let whole = is_part(scene, figure)
        && inside.iter().all(|f| is_part(scene, f) || scene.is(f.tokens.0 as usize - 1, w::ENTRE));
    let fits = (enough..=MOST).contains(&inside.len());
    ((colon || shared) && closed && fits && whole)
        .then(|| inside.into_iter().filter_map(|f| operand(scene, f)).collect())
}

/// The parts of a whole that is shared out to the last: « Sur les 40 milliards, SoftBank en fournirait 30. Les 10 restants … ».
pub(super) fn divided(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    let start = figure.tokens.0 as usize;
    let led = (start.saturating_sub(3)..start).any(|i| scene.is(i, w::SUR));
    let number = scene.sentence_of(start);
    let limit = scene.sentence((number + BACK).min(scene.sentences.len() - 1)).end;
    let rests = |f: &Figure| {
        let end = f.tokens.1 as usize;
        (end..end + 2).any(|i| scene.slice(i).starts_with("restant"))
    };
    if let Some(parts) = accounted(scene, at, figure).filter(|_| led) {
        return Some(parts);
    }
    let behind = scene.figures.get(at + 1..)?.iter();
    let alike: Vec<&Figure> = behind
        .take_while(|f| (f.core_tokens.0 as usize) < limit)
        .filter(|f| is_alike(f, figure))
        .take(MOST)
        .collect();
    let last = alike.iter().position(|f| rests(f)).filter(|last| led && *last > 0)?;
    let inside = &alike[..=last];
    let whole = inside.iter().all(|f| is_part(scene, f));
    whole.then(|| inside.iter().filter_map(|f| operand(scene, f)).collect())
}

/// « Sur les 246 passagers, 34 ont péri, 189 ont été secourus et 14 sont portés disparus »: what became of all of them, if the
/// sentence accounts for nearly as many.
fn accounted(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    let end = scene.sentence(scene.sentence_of(figure.tokens.0 as usize)).end;
    let behind = scene.figures.get(at + 1..)?.iter();
    let inside: Vec<&Figure> = behind
        .take_while(|f| (f.core_tokens.0 as usize) < end)
        .filter(|f| is_alike(f, figure))
        .take(MOST + 1)
        .collect();
    let (last, before) = (inside.last()?, inside.get(inside.len().checked_sub(2)?)?);
    let closed = (before.tokens.1 as usize..last.tokens.0 as usize).any(|i| scene.is(i, w::ET));
    let value = |f: &Figure| f.quantity.and_then(|q| q.value());
    let sum = inside.iter().try_fold(Amount::ZERO, |sum, f| sum.checked_add(value(f)?))?;
    let tenths = sum.checked_mul(Amount::TEN)?.checked_div(value(figure)?)?;
    let near = tenths > Amount::from(9) && tenths < Amount::from(11);
    let whole = (3..=MOST).contains(&inside.len()) && inside.iter().all(|f| is_part(scene, f));
    (closed && near && whole).then(|| inside.into_iter().filter_map(|f| operand(scene, f)).collect())
}

/// The whole and the time over which it is spread: « 300 milliards de dollars sur cinq ans, soit 60 milliards par an ».
pub(super) fn spread(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<(Operand, Operand)> {
    let per = rate(scene, figure)?;
    let start = figure.tokens.0 as usize;
    // « 340 millions pour 1 200 postes, cela fait 120 000 euros par emploi »
    let makes = start >= 2
        && scene.slice(start - 1) == "fait"
        && matches!(scene.folded(start - 2), "cela" | "ca" | "qui");
    let said = makes || (start.saturating_sub(2)..start).any(|i| scene.is(i, w::SOIT));
    let [.., whole, time] = before else { return None };
    let first = scene.sentence(scene.sentence_of(start)).start;
    let unit = time.quantity?.unit;
    let fits = match unit {
        Unit::Year => matches!(per, "an" | "année"),
        Unit::Month => per == "mois",
        Unit::Noun => time.noun.is_some_and(|noun| {
            let family = |at: usize| scene.lexicon.family(scene.word(at));
            let end = figure.tokens.1 as usize;
            let kin = family(noun as usize).is_some() && family(noun as usize) == family(end + 1);
            kin || scene.slice(noun as usize).starts_with(per)
        }),
        _ => false,
    };
    let over = (time.tokens.0 as usize).checked_sub(1)?;
    let near = whole.tokens.0 as usize >= first && start - time.tokens.1 as usize <= 4;
    let spread = scene.is_any(over, &[w::SUR, w::EN]) || scene.slice(over) == "pour";
    let alike = is_alike(whole, figure) && is_whole(scene, whole);
    let plain = time.quantity.is_some_and(|q| q.bound == Bound::Exact);
    (said && fits && near && spread && alike && plain)
        .then(|| operand(scene, whole).zip(operand(scene, time)))
        .flatten()
}

/// Whether a figure can be spread over a time: a value that is none of a time itself.
fn is_whole(scene: &Scene<'_>, figure: &Figure) -> bool {
    let valued = figure.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    valued && rate(scene, figure).is_none()
}

/// The whole of the sentence before and the years over which it is spread: « un contrat de 300 milliards avec Oracle. Elle devra
/// ainsi verser, pendant cinq ans, 30 milliards par an ».
pub(super) fn yearly(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    rate(scene, figure).filter(|per| matches!(*per, "an" | "année"))?;
    let start = figure.tokens.0 as usize;
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number);
    let follows = (sentence.start..start).any(|i| matches!(scene.slice(i), "ainsi" | "donc"));
    let led = |f: &Figure| {
        let over = (f.tokens.0 as usize).saturating_sub(1);
        scene.is_any(over, &[w::SUR, w::POUR]) || matches!(scene.folded(over), "pendant" | "durant")
    };
    let years =
        |f: &&Figure| f.quantity.is_some_and(|q| q.unit == Unit::Year && q.bound == Bound::Exact) && led(f);
    let time = scene.figures_in(&sentence).iter().find(years)?;
    let from = scene.sentence(number.saturating_sub(1)).start;
    let before = scene.figures[..at].iter().rev().take_while(|f| f.core_tokens.0 as usize >= from);
    let mut alike = before.filter(|f| is_alike(f, figure));
    let whole = alike.next().filter(|whole| is_whole(scene, whole))?;
    follows.then(|| operand(scene, whole).zip(operand(scene, time))).flatten()
}

/// Words between « Soit » at the head of a sentence and the sum.
const LEAD: usize = 12;

/// Words right before a figure that make it a sum.
const SUMS: [&[&str]; 32] = [
    &["vous", "arrivez", "à"],
    &["on", "arriverait", "à"],
    &["on", "obtient"],
    &["cela", "ferait"],
    &["ça", "ferait"],
    &["cela", "donnerait"],
    &["on", "est", "donc", "à"],
    &["on", "en", "est", "à"],
    &["on", "arrive", "à"],
    &["on", "arrive", "donc", "à"],
    &["ce", "qui", "fait"],
    &["ce", "qui", "donne"],
    &["ça", "fait"],
    &["cela", "donne"],
    &["ça", "donne"],
    &["cela", "fait"],
    &["soit", "au", "total"],
    &["soit", "en", "tout"],
    &["soit", "un", "total", "de"],
    &["pour", "un", "total", "de"],
    &["au", "total", ","],
    &["en", "tout", ","],
    &["un", "total", "de"],
    &["le", "total", "à"],
    &["soit", "une", "puissance", "totale", "de"],
    &["soit", "un", "montant", "total", "de"],
    &["pour", "arriver", "à"],
    &["total", ":"],
    &["ce", "qui", "représente"],
    &["totalisent"],
    &["totalisant"],
    &["en", "tout"],
];

/// Whether a figure is said to be the sum of others; if so, whether its sentence opens with it.
fn sum_opens(scene: &Scene<'_>, figure: &Figure, first: usize) -> Option<bool> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    // « « Soit un total de 412 millions », conclut le document »
    let first = first + usize::from(scene.is_any(first, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]));
    // « au total » may be read as part of the figure's own expression.
    let ends = [start, figure.core_tokens.0 as usize];
    let cue = ends.into_iter().find_map(|end| {
        SUMS.iter().find_map(|words| {
            let at = end.checked_sub(words.len())?;
            (at >= first && scene.reads(at, words)).then_some(at)
        })
    });
    let soit = start.checked_sub(1).filter(|at| scene.reads(*at, &["soit"]));
    // « 19 milliards chacun, Oracle et MGX 7 milliards ensemble, soit 45 milliards »
    let together = (first..start).any(|i| is_addition(scene, i) || scene.reads(i, &["ensemble"]));
    // « « Au total », se félicite un banquier, « nous avons prêté 9,4 milliards » »
    let opening = (first..first + 2).find(|i| {
        let total = scene.reads(*i, &["au", "total"]) || scene.reads(*i, &["en", "tout"]);
        let none_before = || scene.figures_in(&(first..start)).iter().all(|f| !is_alike(f, figure));
        total && none_before()
    });
    // « additionne 17 milliards de coupes et 15 de recettes, soit les fameux 30 milliards »
    let sum =
        (first..start).any(|i| scene.slice(i).starts_with("addition") || scene.slice(i).starts_with("cumul"));
    let joined = (start.saturating_sub(4).max(first)..start).find(|i| sum && scene.is(*i, w::SOIT));
    let total = (end..end + 2).any(|i| scene.reads(i, &["au", "total"]) || scene.reads(i, &["en", "tout"]));
    // « Soit, pour les quatre partenaires réunis, 45 milliards »
    let led = scene.is(first, w::SOIT)
        && start - first <= LEAD
        && scene.figures_in(&(first..start)).iter().all(|f| !is_alike(f, figure));
    // « Faites le compte : cela donne 52 milliards »
    let counted = |at: usize| {
        at > first
            && at - first <= 6
            && scene.is(at - 1, w::COLON)
            && (first..at).any(|i| ["compte", "Addition"].iter().any(|stem| scene.slice(i).starts_with(stem)))
    };
    // « Total des engagements : 52 milliards »
    let headed =
        scene.slice(first) == "Total" && start - first <= 6 && start > first && scene.is(start - 1, w::COLON);
    if cue.is_some_and(counted) || headed {
        return Some(true);
    }
    let at = cue.or(soit.filter(|at| total || together || *at == first)).or(joined);
    Some(led || opening.is_some() || at? == first)
}

/// « puis 290 mégawatts supplémentaires »: what comes on top is a part of the sum.
fn is_added(scene: &Scene<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.1 as usize;
    // « 230 mégawatts, 290 de plus dans un second temps »
    let more = scene.is(end, w::DE) && scene.is(end + 1, w::PLUS);
    scene.slice(end).starts_with("supplémentaire") || more
}

/// Words that put a figure to those before it.
fn is_addition(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.slice(at);
    scene.is_any(at, &[w::CHACUN, w::CHACUNE, w::PUIS, w::PLUS_SIGN])
        || ["ajout", "addition"].iter().any(|stem| word.starts_with(stem))
}

/// Whether a figure may be a part: not a whole (« sur 100 »), a part of a part (« dont 5 »), a former or denied value.
pub(super) fn is_part(scene: &Scene<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.0 as usize;
    let plain = figure.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    let led = (start.saturating_sub(2)..start).any(|i| {
        scene.is_any(i, &[w::DONT, w::SUR, w::CONTRE, w::PAS, w::ENTRE, w::OPEN])
            || matches!(scene.slice(i), "non" | "lieu" | "hors" | "sauf")
    });
    plain && !led && rate(scene, figure).is_none() && !is_difference(scene, figure.tokens.1 as usize)
}
