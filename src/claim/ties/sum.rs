//! Sums: a total with its parts, before it or behind.

use super::{BACK, NEAR, Operand, is_difference, is_each, operands, rate};
use crate::claim::scene::Scene;
use crate::claim::verb;
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Bound, Kind};

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
    let back = scene.sentence(number.saturating_sub(told_before(scene, sentence.start))).start;
    let from = if opens { back } else { sentence.start };
    let alike = |from: usize| -> Vec<&Figure> {
        before.iter().filter(|f| f.core_tokens.0 as usize >= from && is_alike(f, figure)).collect()
    };
    let mut inside = alike(from);
    // « … 22,5 milliards. Avec les 7,5 milliards d'avril, le groupe a injecté en tout 30 milliards », « 230 mégawatts d'abord. Une
    // extension de 290 mégawatts suivrait, ce qui porterait l'ensemble à 540 »
    if inside.len() == 1 {
        let led = scene.slice(sentence.start) == "Avec" || is_addition(scene, sentence.start);
        let wider = alike(back);
        inside = if led || come_near(&wider, figure) { wider } else { inside };
    }
    // « SoftBank : 19 milliards », and two lines on « Total des apports : 52 milliards »
    if scene.slice(sentence.start).eq_ignore_ascii_case("total") && !come_near(&inside, figure) {
        let lines = alike(scene.sentence(number.saturating_sub(MOST)).start);
        inside = if come_near(&lines, figure) { lines } else { inside };
    }
    let added = (from..start).any(|i| is_addition(scene, i));
    // « La Région met 560 millions, l'État 420, l'Europe 140 et les villes 180. Cela fait 1,4 milliard. »: a list of several needs no word.
    let before = scene.sentence(number.saturating_sub(1)).start;
    let list: Vec<&Figure> = inside.iter().copied().filter(|f| f.core_tokens.0 as usize >= before).collect();
    let listed = opens && !added && list.len() >= 3;
    if listed {
        inside = list;
    }
    let foreign = are_foreign(scene, &inside);
    // « Chacun pourra en acheter 35 000, soit 60 000 au total », but « chacun 24 000 euros, soit 2 000 par mois »
    let totals = (start.saturating_sub(3).max(sentence.start)..(end + 2).min(sentence.end))
        .any(|i| is_total(scene, i));
    // « Chacun mesure 500 000 pieds carrés, soit 46 500 mètres carrés » is a conversion.
    let factor = |f: &Figure| f.scale.factor;
    let each = matches!(inside.as_slice(), [one] if is_each(scene, one) && factor(one) == factor(figure))
        && !is_each(scene, figure)
        && totals;
    let few = inside.len() < if each { 1 } else { 2 };
    if few || inside.len() > MOST || foreign || holds_others(&inside) || opens && !added && !listed {
        return None;
    }
    Some(operands(scene, &inside))
}

/// « 280 postes, 190 au siège et 90 à Douai »: whether the first of three figures or more is what all others come to.
pub(super) fn holds_others(figures: &[&Figure]) -> bool {
    let [first, others @ ..] = figures else { return false };
    others.len() > 1 && sum_of(others).is_some_and(|sum| value(first) == Some(sum))
}

/// Whether some figures are no parts; « sur 10 GW auprès de l'un, sur 6 GW auprès de l'autre »: what all are led by sets none apart.
fn are_foreign(scene: &Scene<'_>, figures: &[&Figure]) -> bool {
    let on = |f: &&Figure| scene.follows(f.tokens.0 as usize, w::SUR);
    !figures.iter().all(on) && figures.iter().any(|f| !is_part(scene, f) && !is_added(scene, f))
}

pub(super) fn is_alike(a: &Figure, b: &Figure) -> bool {
    a.is_quantity() && a.quantity.map(|q| q.unit) == b.quantity.map(|q| q.unit)
}

/// Sentences before one in which the parts of its sum stand: as many as « ces trois contrats » may have, each its own.
fn told_before(scene: &Scene<'_>, first: usize) -> usize {
    let counted = |i: usize| {
        let figure = scene.figures_in(&(i + 1..i + 2)).first().filter(|_| scene.is(i, w::CES));
        figure.and_then(Figure::written).and_then(|count| usize::try_from(count.trunc().mantissa()).ok())
    };
    (first..first + NEAR).find_map(counted).unwrap_or(BACK).clamp(BACK, MOST)
}

/// The figures behind the `at`th that are alike, before a token.
fn alike_behind<'s>(
    scene: &'s Scene<'_>,
    at: usize,
    figure: &Figure,
    end: usize,
) -> impl Iterator<Item = &'s Figure> {
    let behind = scene.figures.get(at + 1..).unwrap_or_default().iter();
    behind.take_while(move |f| (f.core_tokens.0 as usize) < end).filter(move |f| is_alike(f, figure))
}

/// The parts that are listed behind their whole: « 5 200 postes : 3 100 en France, 1 400 en Belgique et 1 100 ailleurs », « se
/// répartit entre 17 milliards de coupes et 13 de recettes ». An « et » closes the list, three at least where only a colon
/// opens it; what comes near the whole needs less to be its parts.
pub(super) fn listed(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    let end = figure.tokens.1 as usize;
    let number = scene.sentence_of(end.saturating_sub(1));
    let sentence = scene.sentence(number);
    if let Some(parts) = shared_next(scene, at, figure, number) {
        return Some(parts);
    }
    let (end, inside) = listed_behind(scene, at, figure, sentence.end);
    let (first, last) = (inside.first()?.tokens.0 as usize, inside.last()?.tokens.0 as usize);
    if let Some(parts) = contained(scene, figure, &inside) {
        return Some(parts);
    }
    // « 38 milliards pour deux campus, soit 23,25 milliards au Texas et 17,75 dans le Wisconsin », « 386 postes, soit 212 à la
    // fonderie, 131 à l'usinage et 33 dans les services »
    let soit = scene.follows(first, w::SOIT)
        && (make_it(&inside, figure) || inside.len() >= 3 && come_near(&inside, figure));
    let colon = soit || (end..first).any(|i| scene.is(i, w::COLON));
    let shared = (end..first).any(|i| shares_out(scene, i));
    let before_last = inside.len().checked_sub(2).map(|i| inside[i].tokens.1 as usize)?;
    let closed = (before_last..last).any(|i| scene.is_any(i, &[w::ET, w::PUIS]));
    // « réparties entre deux boîtes : 1,6 tonne dans la première, 600 kilos dans la seconde »
    let times = (end..first).any(|i| is_in_times(scene, i, inside.len()));
    let near = || colon && come_near(&inside, figure);
    let closed = closed || colon && (shared || times) || inside.len() >= 3 && near();
    // « JPMorgan a prêté au total 9,6 milliards : 2,3 en janvier, puis 7,1 au printemps »
    let start = figure.tokens.0 as usize;
    let totals = || (start.saturating_sub(3).max(sentence.start)..start).any(|i| is_total(scene, i));
    // « 1 000 salariés : ils étaient 420 en 2015, puis 610 en 2020 » are of two times.
    let yearly = inside.iter().all(|f| {
        let end = f.tokens.1 as usize;
        scene.figures_in(&(end..end + 2)).first().is_some_and(|f| f.class == Class::Year)
    });
    let together = || !yearly && (totals() || are_set_apart(scene, &inside));
    let enough = if shared || times || near() && together() { 2 } else { 3 };
    let part = |f: &Figure| is_part(scene, f) || scene.follows(f.tokens.0 as usize, w::ENTRE);
    let whole = is_part(scene, figure) && (inside.iter().all(|f| part(f)) || are_enclosed(scene, &inside));
    let fits = (enough..=MOST).contains(&inside.len());
    let open = is_open(scene, end, last, sentence.end);
    ((colon || shared || times) && closed && fits && whole && !open).then(|| operands(scene, &inside))
}

/// Where the whole ends, and what may be its parts up to the end of its sentence.
fn listed_behind<'s>(
    scene: &'s Scene<'_>,
    at: usize,
    whole: &Figure,
    limit: usize,
) -> (usize, Vec<&'s Figure>) {
    let (mut end, mut inside) = (whole.tokens.1 as usize, Vec::new());
    for other in alike_behind(scene, at, whole, limit).take(2 * MOST) {
        // « 412 postes sur 2 140 : 268 à Domfront, … »: of how many the whole is.
        if inside.is_empty() && other.tokens.0 as usize == end + 1 && scene.is(end, w::SUR) {
            end = other.tokens.1 as usize;
        } else {
            inside.push(other);
        }
    }
    // « 9,6 milliards de prêts, en deux fois (2,3 milliards, puis 7,3), et 3,4 milliards de fonds propres »: parts of a part.
    if inside.iter().any(|f| !is_bracketed(scene, end, f)) {
        inside.retain(|f| !is_bracketed(scene, end, f));
    }
    inside.truncate(MOST + 1);
    (end, inside)
}

/// Whether a figure stands between brackets that were opened behind a token.
fn is_bracketed(scene: &Scene<'_>, from: usize, figure: &Figure) -> bool {
    let brackets = (from..figure.tokens.0 as usize).rev().find(|i| scene.is_any(*i, &[w::OPEN, w::CLOSE]));
    brackets.is_some_and(|at| scene.is(at, w::OPEN))
}

/// « entre l'usine (612), le siège (96) et le centre de recherche (38) »: parts that each stand alone between parentheses.
fn are_enclosed(scene: &Scene<'_>, parts: &[&Figure]) -> bool {
    let enclosed =
        |f: &&Figure| scene.follows(f.tokens.0 as usize, w::OPEN) && scene.is(f.tokens.1 as usize, w::CLOSE);
    parts.iter().all(enclosed)
}

/// « deux au Texas, un en Ohio et le dernier dans le Midwest », « mais aussi quelques boutiques »: whether the sentence of a list that
/// begins behind `from`, with the last figure at `last`, tells of other parts without a figure.
fn is_open(scene: &Scene<'_>, from: usize, last: usize, end: usize) -> bool {
    let rest = |i: usize| {
        let other = scene.is_any(i, &[w::DERNIER, w::DERNIERE, w::AUTRE, w::AUTRES]);
        let joined =
            scene.is_any(i - 2, &[w::ET, w::COMMA]) && scene.is_any(i - 1, &[w::LE, w::LA, w::L, w::LES]);
        joined && (other || scene.folded(i) == "reste")
    };
    let some = |i: usize| {
        matches!(scene.folded(i), "notamment" | "ailleurs" | "quelques")
            || scene.slice(i) == "mais" && scene.folded(i + 1) == "aussi"
    };
    // « 35 au siège, puis 20 en régions. Les autres seront pourvus plus tard. »
    let goes_on = scene.is_any(end, &[w::LE, w::LES])
        && (scene.is(end + 1, w::AUTRES) || scene.folded(end + 1) == "reste");
    (last + 2..end).any(rest) || (from..end).any(some) || goes_on
}

/// « se répartit », « ventilés », « dans le détail »: a word of a whole that falls into its parts.
fn shares_out(scene: &Scene<'_>, at: usize) -> bool {
    // « la vente au détail »
    let detail = scene.slice(at) == "détail" && scene.follows(at, w::LE);
    detail || ["répart", "ventil", "décompos", "partag"].iter().any(|stem| scene.slice(at).starts_with(stem))
}

/// « … 9,2 milliards d'économies d'ici à 2029. L'effort se répartit ainsi : 3,4 milliards …, 2,6 … et 0,9 », « … 250 millions. Le tour
/// de table est bouclé : 120 millions de fonds propres, 85 de dette et 57 d'aides »: the parts of the last such figure of the sentence
/// before.
fn shared_next(scene: &Scene<'_>, at: usize, figure: &Figure, number: usize) -> Option<Vec<Operand>> {
    let (here, next) =
        (scene.sentence(number), scene.sentences.get(number + 1).map(|_| scene.sentence(number + 1))?);
    let last = alike_behind(scene, at, figure, here.end).next().is_none();
    let inside: Vec<&Figure> = alike_behind(scene, at, figure, next.end).take(MOST + 1).collect();
    let (first, end) = (inside.first()?.tokens.0 as usize, inside.last()?.tokens.0 as usize);
    let said = (next.start..first).find(|i| shares_out(scene, *i));
    let colon = (said.unwrap_or(next.start)..first).any(|i| scene.is(i, w::COLON));
    let before_last = inside.len().checked_sub(2).map_or(next.start, |i| inside[i].tokens.1 as usize);
    let enclosed = are_enclosed(scene, &inside) && (before_last..end).any(|i| scene.is(i, w::ET));
    let closed = enclosed || (end.saturating_sub(2)..end).any(|i| scene.is(i, w::ET));
    // « Il en est prévu huit. Deux tournent, trois ont un toit et deux n'en sont qu'aux fondations. »
    let taken_up = first == next.start && inside.iter().all(|f| is_bare(f));
    let near = if said.is_some() || taken_up { come_near(&inside, figure) } else { make_it(&inside, figure) };
    let parts = || inside.iter().all(|f| is_part(scene, f)) || are_enclosed(scene, &inside);
    let whole = is_part(scene, figure) && parts();
    // « 69 morts. Trente personnes ont péri à Bogo, 22 à San Remigio, 15 à Medellin et sept à Tabogon. »
    let apart = || !is_open(scene, next.start, end, next.end) && are_in_places(scene, &inside);
    let apart = || apart() || taken_up && !is_open(scene, next.start, end, next.end);
    let enough = if said.is_some() { 2 } else { 3 };
    let fits = (enough..=MOST).contains(&inside.len());
    // « nous franchissons les 80 000 » is a mark, and no whole.
    let mark = scene.follows(figure.tokens.0 as usize, w::LES) && figure.noun.is_none();
    let detailed = said.is_some() && inside.len() >= 3;
    let listed = colon && (said.is_some() || closed) || closed && (detailed || apart());
    let other = || said.is_none() && is_sum_of_other(scene, at, figure, &inside);
    (last && listed && near && whole && fits && !mark && !other()).then(|| operands(scene, &inside))
}

/// Whether a figure leaves out what it counts, or takes it from one before.
fn is_bare(figure: &Figure) -> bool {
    figure.noun.is_none_or(|noun| noun < figure.tokens.0)
}

/// « un programme de 1,4 milliard (valeur 2024). En euros courants, l'enveloppe grimperait à 1,65 milliard. »: whether parts make a
/// figure told before what may be their whole.
fn is_sum_of_other(scene: &Scene<'_>, at: usize, figure: &Figure, parts: &[&Figure]) -> bool {
    let mut before = scene.figures[..at].iter().rev().take(2 * MOST).filter(|other| is_alike(other, figure));
    before.any(|other| tenths(parts, other) == Some(10) && tenths(&[other], figure) != Some(10))
}

/// Tenths of a whole that figures behind it come to if they are its parts, though one of them be wrong.
const NEARLY: std::ops::RangeInclusive<i64> = 8..=11;

/// Whether parts come near their whole.
pub(super) fn come_near(parts: &[&Figure], whole: &Figure) -> bool {
    tenths(parts, whole).is_some_and(|tenths| NEARLY.contains(&tenths))
}

/// Whether parts come to their whole, or to a little more: those that are less may not be all.
fn make_it(parts: &[&Figure], whole: &Figure) -> bool {
    tenths(parts, whole).is_some_and(|tenths| (10..=*NEARLY.end()).contains(&tenths))
}

/// « 14 milliards de compensations, dont 8 millions pour les pompiers, 4 pour les terres et 2 pour un fonds »: whether the parts come
/// to a thousandth of their whole, which is a slip.
fn is_thousandfold(parts: &[&Figure], whole: &Figure) -> bool {
    let slipped = sum_of(parts).and_then(|sum| sum.checked_mul(Amount::ONE_THOUSAND));
    slipped.is_some_and(|sum| value(whole) == Some(sum))
}

fn value(figure: &Figure) -> Option<Amount> {
    figure.quantity.and_then(|q| q.value())
}

/// What some figures come to.
fn sum_of(parts: &[&Figure]) -> Option<Amount> {
    parts.iter().try_fold(Amount::ZERO, |sum, f| sum.checked_add(value(f)?))
}

/// Tenths of a whole that its parts come to, rounded down.
fn tenths(parts: &[&Figure], whole: &Figure) -> Option<i64> {
    let tenths = sum_of(parts)?.checked_mul(Amount::TEN)?.checked_div(value(whole)?)?;
    i64::try_from(tenths.trunc().mantissa()).ok()
}

/// « 3,9 milliards pour Ardenor et 1,9 milliard pour Bessac », « 58 dans les écoles et 48 dans les collèges »: whether one
/// preposition says of each part what it is of.
fn are_set_apart(scene: &Scene<'_>, parts: &[&Figure]) -> bool {
    let led = |f: &&Figure| {
        let end = f.tokens.1 as usize;
        // « 9,6 milliards prêtés par JPMorgan et 3,4 milliards de fonds propres »
        let by = verb::ends_in_acute(scene.slice(end).trim_end_matches('s')) && scene.is(end + 1, w::PAR);
        if by || scene.is_any(end, &[w::DE, w::D]) {
            return Some("de");
        }
        let word = if scene.is(end, w::A) { "a" } else { scene.folded(end) };
        // « deux le 25 octobre et quatre le 29 »
        let dated = || scene.figures_in(&(end + 1..end + 2)).first().is_some_and(|f| f.class == Class::Date);
        let known = matches!(word, "dans" | "pour" | "en" | "a" | "au" | "aux" | "sur" | "par" | "chez");
        (known || word == "le" && dated()).then_some(word)
    };
    let place = |word: &str| matches!(word, "en" | "a" | "au" | "aux" | "dans");
    let words: Option<Vec<&str>> = parts.iter().map(led).collect();
    words.is_some_and(|words| words.windows(2).all(|w| w[0] == w[1] || place(w[0]) && place(w[1])))
}

/// Words from a part of a list to the place where it is.
const REACH: usize = 8;

/// « à Bogo, 22 à San Remigio et sept à Tabogon »: whether each part is told of a place of its own.
fn are_in_places(scene: &Scene<'_>, parts: &[&Figure]) -> bool {
    let place = |f: &&Figure| {
        let end = f.tokens.1 as usize;
        let limit = scene.sentence(scene.sentence_of(end - 1)).end.min(end + REACH);
        let led = |i: usize| scene.is_any(i, &[w::A, w::AU, w::EN, w::DANS]) && scene.capitalised(i + 1);
        (end..limit).take_while(|i| !scene.is(*i, w::COMMA)).find(|i| led(*i))
    };
    let places: Option<Vec<usize>> = parts.iter().map(place).collect();
    places.is_some_and(|places| places.windows(2).all(|w| w[0] < w[1]))
}

/// « 96 suppressions, dont 58 dans les écoles et 48 dans les collèges »: parts that are more than the whole. Those that are less may
/// not be all.
fn contained(scene: &Scene<'_>, figure: &Figure, inside: &[&Figure]) -> Option<Vec<Operand>> {
    let (first, others) = inside.split_first()?;
    let start = first.tokens.0 as usize;
    let led = scene.follows(start, w::DONT) && start - figure.tokens.1 as usize <= 2 * NEAR;
    let last = others.last()?.tokens.0 as usize;
    let joined = (last.saturating_sub(2)..last).any(|i| scene.is(i, w::ET));
    let more = tenths(inside, figure).is_some_and(|tenths| (10..=NEARLY_ALL).contains(&tenths))
        || is_thousandfold(inside, figure);
    let whole = is_part(scene, figure) && others.iter().all(|f| is_part(scene, f));
    // Of « 100 clients, dont 60 en Europe et 50 dans le luxe » some are both.
    let led_by = |f: &Figure| scene.folded(f.tokens.1 as usize);
    let alike = others.iter().all(|f| led_by(f) == led_by(first));
    (alike && led && joined && more && whole && inside.len() <= MOST && are_set_apart(scene, inside))
        .then(|| operands(scene, inside))
}

/// Tenths of a whole beyond which what it is said to hold overlaps.
const NEARLY_ALL: i64 = 12;

/// « 9,6 milliards en deux fois : 2,3 en janvier, 7,1 en mai »: as many times as parts are listed.
fn is_in_times(scene: &Scene<'_>, at: usize, parts: usize) -> bool {
    let noun = matches!(scene.slice(at), "fois" | "temps" | "tranches" | "étapes" | "versements" | "prêts");
    let counted = || {
        let figure = scene.figures_in(&(at.saturating_sub(1)..at)).first();
        figure.and_then(Figure::written) == Some(Amount::from(parts))
    };
    noun && at > 1 && scene.is(at - 2, w::EN) && counted()
}

/// The parts of a whole that is shared out to the last: « Sur les 40 milliards, SoftBank en fournirait 30. Les 10 restants … ».
pub(super) fn divided(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    let start = figure.tokens.0 as usize;
    if !(start.saturating_sub(3)..start).any(|i| scene.is(i, w::SUR)) {
        return None;
    }
    let number = scene.sentence_of(start);
    let limit = scene.sentence((number + BACK).min(scene.sentences.len() - 1)).end;
    let rests = |f: &Figure| {
        let end = f.tokens.1 as usize;
        (end..end + 2).any(|i| scene.slice(i).starts_with("restant"))
    };
    if let Some(parts) = accounted(scene, at, figure) {
        return Some(parts);
    }
    let alike: Vec<&Figure> = alike_behind(scene, at, figure, limit).take(MOST).collect();
    let last = alike.iter().position(|f| rests(f)).filter(|last| *last > 0)?;
    let inside = &alike[..=last];
    let whole = inside.iter().all(|f| is_part(scene, f));
    // « Sur les 40 milliards, il en doit 30 : 7,5 sont versés, les 22,5 restants sont dus » shares out the 30.
    let nested = tenths(&inside[1..], inside[0]) == Some(10);
    (whole && (inside.len() == 2 || !nested)).then(|| operands(scene, inside))
}

/// « Sur les 246 passagers, 34 ont péri, 189 ont été secourus et 14 sont portés disparus »: what became of all of them, if the
/// sentence accounts for nearly as many.
fn accounted(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
    let end = scene.sentence(scene.sentence_of(figure.tokens.0 as usize)).end;
    let counted = |f: &&Figure| !is_included(scene, f);
    let inside: Vec<&Figure> = alike_behind(scene, at, figure, end).filter(counted).take(MOST + 1).collect();
    let (last, before) = (inside.last()?, inside.get(inside.len().checked_sub(2)?)?);
    let closed = (before.tokens.1 as usize..last.tokens.0 as usize).any(|i| scene.is(i, w::ET));
    let near = tenths(&inside, figure).is_some_and(|tenths| (9..=10).contains(&tenths));
    let whole = (3..=MOST).contains(&inside.len()) && inside.iter().all(|f| is_part(scene, f));
    (closed && near && whole).then(|| operands(scene, &inside))
}

/// « l'État 110 millions, en comptant les 25 millions promis en septembre »: a part of the part before it.
fn is_included(scene: &Scene<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.0 as usize;
    let led = |i: usize| {
        scene.is(i, w::DONT)
            || matches!(scene.folded(i), "comptant" | "incluant" | "compris" | "comprise" | "inclus")
    };
    (start.saturating_sub(NEAR)..start).any(led)
}

/// Words between « Soit » at the head of a sentence and the sum.
const LEAD: usize = 12;

/// Whether a figure is said to be the sum of others; if so, whether its sentence opens with it.
fn sum_opens(scene: &Scene<'_>, figure: &Figure, first: usize) -> Option<bool> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    // « « Soit un total de 412 millions », conclut le document »
    let first = first + usize::from(scene.is_any(first, &[w::LEFT_QUOTE, w::QUOTE, w::CURLY_QUOTE]));
    // « au total » may be read as part of the figure's own expression.
    let ends = [start, figure.core_tokens.0 as usize];
    let cue =
        ends.into_iter().find_map(|end| scene.lexicon.sums(scene.tokens, end).filter(|at| *at >= first));
    if is_headed(scene, first, start, cue) || cue.is_some() && takes_up_list(scene, figure, first) {
        return Some(true);
    }
    let alike_before = || scene.figures_in(&(first..start)).iter().filter(|f| is_alike(f, figure)).count();
    // « « Au total », se félicite un banquier, « nous avons prêté 9,4 milliards » »
    let opening = (first..first + 2).any(|i| is_total(scene, i))
        // « En additionnant ces trois contrats, on parvient à 28 GW »
        || cue.is_some() && (first..first + 2).any(|i| is_addition(scene, i));
    // « Soit, pour les quatre partenaires réunis, 45 milliards »
    // and no other figure between them: « Soit 45 % des 620 salariés »
    let led = scene.is(first, w::SOIT)
        && start - first <= LEAD
        && !scene.figures_in(&(first..start)).iter().any(is_percent);
    if (opening || led) && alike_before() == 0 {
        return Some(true);
    }
    // « Au total, 1 400 vacanciers, 900 personnes et 600 habitants sont partis, soit 3 500 évacués »
    let headed = || is_total(scene, first) && alike_before() >= 3;
    // « 19 milliards chacun, Oracle et MGX 7 milliards ensemble, soit 45 milliards »
    let together = || (first..start).any(|i| is_addition(scene, i) || scene.slice(i) == "ensemble");
    let total = || (end..end + 2).any(|i| is_total(scene, i));
    let soit = || {
        let at = start.checked_sub(1).filter(|at| scene.is(*at, w::SOIT))?;
        (at == first || total() || together() || headed()).then_some(at)
    };
    Some(cue.or_else(soit).or_else(|| joined(scene, first, start))? == first)
}

fn is_percent(figure: &Figure) -> bool {
    figure.quantity.is_some_and(|q| q.kind == Kind::Percent)
}

/// « additionne 17 milliards de coupes et 15 de recettes, soit les fameux 30 milliards »
fn joined(scene: &Scene<'_>, first: usize, start: usize) -> Option<usize> {
    let soit = (start.saturating_sub(4).max(first)..start).find(|i| scene.is(*i, w::SOIT))?;
    let added = |i: usize| ["addition", "cumul"].iter().any(|stem| scene.slice(i).starts_with(stem));
    (first..start).any(added).then_some(soit)
}

/// « Ces quatre contributions couvrent la totalité des 447 M€ »: as many as the sentence before lists.
fn takes_up_list(scene: &Scene<'_>, figure: &Figure, first: usize) -> bool {
    let counted = scene.figures_in(&(first..first + 2)).first().and_then(Figure::written);
    let before = scene.sentence(scene.sentence_of(first).saturating_sub(1));
    let listed = scene.figures_in(&before).iter().filter(|f| is_alike(f, figure)).count();
    scene.is(first, w::CES) && counted == Some(Amount::from(listed))
}

fn is_total(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, w::AU) && scene.folded(at + 1) == "total"
        || scene.is(at, w::EN) && scene.folded(at + 1) == "tout"
}

/// Whether the head of a sentence announces a sum.
fn is_headed(scene: &Scene<'_>, first: usize, start: usize, cue: Option<usize>) -> bool {
    let near = |at: usize| at > first && at - first <= 8;
    let behind_colon = |at: usize| near(at) && scene.is(at - 1, w::COLON);
    let counted = |at: usize| behind_colon(at) && (first..at).any(|i| is_reckoning(scene, i));
    // « Faites le compte : cela donne 52 milliards »; « Faites l'addition : 55 milliards d'engagements »
    cue.is_some_and(counted)
        || scene.folded(first).starts_with("fai") && counted(start)
        // « Total des engagements : 52 milliards »
        || scene.slice(first) == "Total" && behind_colon(start)
        // « L'État met 160 millions, la Région 95 et l'Europe 45. De quoi réunir les 780 millions »
        || scene.is(first, w::DE) && scene.slice(first + 1) == "quoi" && near(start)
}

/// « Faites le compte », « le calcul », « l'addition ».
pub(super) fn is_reckoning(scene: &Scene<'_>, at: usize) -> bool {
    const STEMS: [&str; 4] = ["compte", "calcul", "addition", "Addition"];
    STEMS.iter().any(|stem| scene.slice(at).starts_with(stem))
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
    let word = scene.folded(at);
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
