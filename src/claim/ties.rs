//! What the wording makes of a figure and those before it: a conversion, the sum of parts, a share of a whole, what rests.
//!
//! Only wordings that say so count: « soit », « ce qui fait », « au total », « restants », « chacun ». A check can then compute.

use super::scene::Scene;
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Bound, Kind, Quantity, Unit};
use crate::text::Span;

/// Tokens between a figure and the words that tie it to others.
const NEAR: usize = 4;

/// Sentences before one that opens with « Soit » in which its parts stand.
const BACK: usize = 2;

/// Parts of a sum that are looked at; an article that lists more is not checked.
const MOST: usize = 5;

/// Per cent from which shares may make a whole.
const WHOLE: u32 = 95;

/// A figure that another one is computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operand {
    /// Its core, by which its claim is found.
    pub core: Span,
    /// Its value.
    pub quantity: Quantity,
    /// Several currencies share its sign: « 61 M$ » may be dollars of Canada.
    pub shared: bool,
    /// It is of each of several: « 19 milliards chacun ».
    pub each: bool,
}

/// How a figure is tied to others of its article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ties {
    /// « chacun »: it is of each of several.
    pub each: bool,
    /// Several currencies share its sign.
    pub shared: bool,
    /// What it says in another unit: « 500 milliards de dollars (480 milliards d'euros) ».
    pub converts: Option<Box<Operand>>,
    /// The two stand side by side between commas, and no word says that they are one: « 5,7 millions d'euros, près de 3,7
    /// milliards de francs CFA, ».
    pub apposed: bool,
    /// What it is the stated sum of: « 2,3 milliards, puis 7,1, ce qui fait 9,4 milliards ».
    pub parts: Vec<Operand>,
    /// The part and the whole of a stated share: « 100 000 sur 500 000, soit 20 % ».
    pub share: Option<Box<(Operand, Operand)>>,
    /// The shares beside which it is the rest: « 40 % chacun …, les 20 % restants ».
    pub beside: Vec<Operand>,
}

/// The ties of a figure.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Ties {
    let at = scene.figures.partition_point(|other| other.core_tokens.0 < figure.core_tokens.0);
    let before = &scene.figures[..at];
    let there = converted(scene, before, figure).or_else(|| represented(scene, before, figure));
    let apposed = if there.is_none() { apposed(scene, before, figure) } else { None };
    Ties {
        each: is_each(scene, figure),
        shared: figure.shared,
        apposed: apposed.is_some(),
        converts: there.or(apposed).and_then(|there| operand(scene, there)).map(Box::new),
        parts: parts(scene, before, figure).or_else(|| listed(scene, at, figure)).unwrap_or_default(),
        share: share(scene, at, figure).map(Box::new),
        beside: beside(scene, before, figure),
    }
}

fn operand(scene: &Scene<'_>, figure: &Figure) -> Option<Operand> {
    let quantity = figure.quantity?;
    Some(Operand { core: figure.core, quantity, shared: figure.shared, each: is_each(scene, figure) })
}

/// Whether the words around a figure make it one of each of several.
fn is_each(scene: &Scene<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let sentence = scene.sentence(scene.sentence_of(start));
    let each = |i: usize| scene.is_any(i, &[w::CHACUN, w::CHACUNE]);
    let free =
        |i: usize| !scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::DOT]) && figure_at(scene, i).is_none();
    let after = (end..(end + NEAR).min(sentence.end)).take_while(|i| free(*i)).any(each);
    let before =
        (start.saturating_sub(NEAR).max(sentence.start)..start).rev().take_while(|i| free(*i)).any(each);
    let words = |i: usize, words: [&str; 2]| (0..2).all(|k| scene.slice(i + k) == words[k]);
    let rest = end..(end + NEAR + 2).min(sentence.end);
    after || before || rest.clone().any(|i| words(i, ["par", "tête"]) || words(i, ["autant", "pour"]))
}

/// The figure whose core covers a token.
fn figure_at<'a>(scene: &Scene<'a>, token: usize) -> Option<&'a Figure> {
    let at = scene.figures.partition_point(|figure| figure.core_tokens.1 as usize <= token);
    scene.figures.get(at).filter(|figure| figure.core_tokens.0 as usize <= token)
}

/// Whether the words from a token on are these, in small letters.
fn reads(scene: &Scene<'_>, at: usize, words: &[&str]) -> bool {
    let reads = |at: usize, word: &str| scene.slice(at).chars().flat_map(char::to_lowercase).eq(word.chars());
    words.iter().enumerate().all(|(k, word)| reads(at + k, word))
}

/// « de plus », « de moins », « d'écart »: what is told is a difference.
fn is_difference(scene: &Scene<'_>, at: usize) -> bool {
    const DIFFERENCES: [&str; 8] =
        ["plus", "moins", "mieux", "trop", "écart", "différence", "hausse", "baisse"];
    scene.is_any(at, &[w::DE, w::D]) && DIFFERENCES.contains(&scene.slice(at + 1))
        || matches!(scene.slice(at), "supplémentaires" | "supplémentaire" | "additionnels")
}

/// What is said per something: « par an ».
fn rate<'a>(scene: &Scene<'a>, figure: &Figure) -> Option<&'a str> {
    let end = figure.tokens.1 as usize;
    scene.is(end, w::PAR).then(|| scene.slice(end + 1))
}

/// The figure that this one says in another currency or physical unit, where the wording leaves no doubt.
fn converted<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
    let last = before.last()?;
    // « 500 milliards en quatre ans, soit 717 milliards de dollars canadiens »
    let time = last.quantity.is_some_and(|q| q.kind == Kind::Duration) || last.class == Class::Year;
    let (there, from) = if time { (before.iter().rev().nth(1)?, last) } else { (last, last) };
    let (start, end) = (here.tokens.0 as usize, here.tokens.1 as usize);
    let gap = from.tokens.1 as usize..start;
    let together = scene.sentence_of(there.tokens.0 as usize) == scene.sentence_of(start);
    // « 1,2 milliard d'euros par an (1,11 milliard de francs) »
    let set_in = start > 0 && scene.is(start - 1, w::OPEN) && scene.is(end, w::CLOSE);
    if !together
        || !is_other_unit(there, here)
        || gap.len() > NEAR + 1
        || !set_in && rate(scene, there) != rate(scene, here)
    {
        return None;
    }
    // « 3 800 milliards de yens de liquidités, soit 25 milliards de dollars »
    let opening = from.tokens.1 as usize;
    let noun = |i: usize| {
        i < opening + 2 && scene.is_any(opening, &[w::DE, w::D]) && gap.clone().any(|k| scene.is(k, w::SOIT))
    };
    let said_rate = |i: usize| set_in && (scene.is(i, w::PAR) || rate(scene, there) == Some(scene.slice(i)));
    let linked = gap.clone().all(|i| {
        said_rate(i)
            || noun(i)
            || scene.is_any(i, &[w::OPEN, w::OPEN_SQUARE, w::COMMA, w::SOIT, w::OU, w::DASH, w::EQUALS, w::A])
            || matches!(scene.slice(i), "équivalant" | "équivalent" | "autrement" | "dit" | "encore" | "donc")
    });
    let opened = gap.clone().any(|i| scene.is_any(i, &[w::OPEN, w::OPEN_SQUARE]));
    let said = gap.clone().any(|i| scene.is(i, w::SOIT) || scene.slice(i).starts_with("équival"));
    let closed = scene.is_any(end, &[w::CLOSE, w::CLOSE_SQUARE, w::COMMA, w::SEMICOLON])
        || matches!(scene.slice(end), "au" | "environ" | "actuels");
    let clear = said && !is_difference(scene, end) && is_each(scene, there) >= is_each(scene, here);
    (linked && (opened && !time && closed || clear)).then_some(there)
}

/// « 45 millions d'euros, ce qui représente 29,5 milliards de francs CFA »; with words of exchange also from the sentences
/// before: « Au taux de change de mercredi, cela représente 717 milliards de dollars canadiens ».
fn represented<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
    const SAYS: [&str; 4] = ["représente", "représentent", "équivaut", "correspond"];
    let start = here.tokens.0 as usize;
    let number = scene.sentence_of(start);
    let first = scene.sentence(number).start;
    if let Some(there) = retold(scene, before, here, first) {
        return Some(there);
    }
    let verb = (start.saturating_sub(2).max(first)..start).find(|i| SAYS.contains(&scene.slice(*i)))?;
    let led = verb > first && (scene.is_any(verb - 1, &[w::QUI, w::CE]) || scene.slice(verb - 1) == "cela");
    let exchange = (first..verb).any(|i| scene.slice(i) == "change" || reads(scene, i, &["cours", "actuel"]));
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
    let said = scene.is(first, w::EN) && unit == here.quantity.map(|q| q.unit);
    let money = |f: &&Figure| f.quantity.is_some_and(|q| q.kind == Kind::Money);
    let there = before.iter().rev().find(money).filter(|there| is_other_unit(there, here))?;
    let near = scene.sentence_of(there.tokens.0 as usize) + 1 == scene.sentence_of(first);
    (said && near && rate(scene, there).is_none() && rate(scene, here).is_none()).then_some(there)
}

/// The figure before this one, between commas.
fn apposed<'a>(scene: &Scene<'a>, before: &'a [Figure], here: &Figure) -> Option<&'a Figure> {
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

/// The parts of a stated sum.
fn parts(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<Vec<Operand>> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let number = scene.sentence_of(start);
    let sentence = scene.sentence(number);
    let opens = sum_opens(scene, figure, sentence.start)?;
    if is_difference(scene, end) || rate(scene, figure).is_some() {
        return None;
    }
    let from = if opens { scene.sentence(number.saturating_sub(BACK)).start } else { sentence.start };
    let inside: Vec<&Figure> =
        before.iter().filter(|f| f.core_tokens.0 as usize >= from && is_alike(f, figure)).collect();
    let added = (from..start).any(|i| is_addition(scene, i));
    let foreign = inside.iter().any(|f| !is_part(scene, f));
    if inside.len() < 2 || inside.len() > MOST || foreign || opens && !added {
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
fn listed(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Vec<Operand>> {
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
    let enough = if shared { 2 } else { 3 };
    let whole = is_part(scene, figure)
        && inside.iter().all(|f| is_part(scene, f) || scene.is(f.tokens.0 as usize - 1, w::ENTRE));
    let fits = (enough..=MOST).contains(&inside.len());
    ((colon || shared) && closed && fits && whole)
        .then(|| inside.into_iter().filter_map(|f| operand(scene, f)).collect())
}

/// Whether a figure is said to be the sum of others; if so, whether its sentence opens with it.
fn sum_opens(scene: &Scene<'_>, figure: &Figure, first: usize) -> Option<bool> {
    const BEFORE: [&[&str]; 14] = [
        &["on", "est", "donc", "à"],
        &["on", "en", "est", "à"],
        &["on", "arrive", "à"],
        &["on", "arrive", "donc", "à"],
        &["ce", "qui", "fait"],
        &["ce", "qui", "donne"],
        &["ça", "fait"],
        &["cela", "fait"],
        &["soit", "au", "total"],
        &["soit", "en", "tout"],
        &["soit", "un", "total", "de"],
        &["pour", "un", "total", "de"],
        &["au", "total", ","],
        &["en", "tout", ","],
    ];
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    // « au total » may be read as part of the figure's own expression.
    let ends = [start, figure.core_tokens.0 as usize];
    let cue = ends.into_iter().find_map(|end| {
        BEFORE.iter().find_map(|words| {
            let at = end.checked_sub(words.len())?;
            (at >= first && reads(scene, at, words)).then_some(at)
        })
    });
    let soit = start.checked_sub(1).filter(|at| reads(scene, *at, &["soit"]));
    // « additionne 17 milliards de coupes et 15 de recettes, soit les fameux 30 milliards »
    let sum =
        (first..start).any(|i| scene.slice(i).starts_with("addition") || scene.slice(i).starts_with("cumul"));
    let joined = (start.saturating_sub(4).max(first)..start).find(|i| sum && scene.is(*i, w::SOIT));
    let total = (end..end + 2).any(|i| reads(scene, i, &["au", "total"]) || reads(scene, i, &["en", "tout"]));
    let at = cue.or(soit.filter(|at| total || *at == first)).or(joined)?;
    Some(at == first)
}

/// Words that put a figure to those before it.
fn is_addition(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.slice(at);
    scene.is_any(at, &[w::CHACUN, w::CHACUNE, w::PUIS, w::PLUS_SIGN]) || word.starts_with("ajout")
}

/// Whether a figure may be a part: not a whole (« sur 100 »), a part of a part (« dont 5 »), a former or denied value.
fn is_part(scene: &Scene<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.0 as usize;
    let plain = figure.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    let led = (start.saturating_sub(2)..start).any(|i| {
        scene.is_any(i, &[w::DONT, w::SUR, w::CONTRE, w::PAS, w::ENTRE, w::OPEN])
            || matches!(scene.slice(i), "non" | "lieu" | "hors" | "sauf")
    });
    plain && !led && rate(scene, figure).is_none() && !is_difference(scene, figure.tokens.1 as usize)
}

/// The part and the whole of a stated share: « 100 sur 500, soit 20 % », « 100 postes, soit 20 % de ses 500 salariés »,
/// « 500 puces, dont 100, soit 20 % », « 500 puces. Part de G42 : 100, soit 20 % ».
fn share(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let percent = figure.quantity.is_some_and(|q| q.unit == Unit::Percent && q.bound != Bound::Range);
    let said = start.checked_sub(1).is_some_and(|i| scene.is(i, w::SOIT));
    if !percent || !said || is_difference(scene, end) {
        return None;
    }
    let mut back = scene.figures[..at].iter().rev().filter(|f| counts(f));
    let last = back.next()?;
    let number = scene.sentence_of(start);
    let number_of = |f: &Figure| scene.sentence_of(f.tokens.0 as usize);
    if number_of(last) != number || start - last.tokens.1 as usize > 2 * NEAR {
        return None;
    }
    let pair = |part: &Figure, whole: &Figure| operand(scene, part).zip(operand(scene, whole));
    if let Some(whole) = whole_after(scene, at, end) {
        return pair(last, whole);
    }
    let whole = back.next()?;
    let first = last.tokens.0 as usize;
    let gap = whole.tokens.1 as usize..first;
    let led = |words: &[crate::text::WordId]| first > 0 && scene.is_any(first - 1, words);
    let sur = (first.saturating_sub(2)..first).any(|i| scene.is(i, w::SUR));
    if sur && gap.len() <= 2 * NEAR && number_of(whole) == number {
        return pair(whole, last);
    }
    let part = scene.folded(scene.sentence(number).start) == "part" && number_of(whole) + 1 == number;
    let inside = led(&[w::DONT]) && number_of(whole) == number;
    (inside || part && led(&[w::COLON])).then(|| pair(last, whole)).flatten()
}

/// « 20 % de ses 500 salariés »: the whole right behind a share.
fn whole_after<'a>(scene: &Scene<'a>, at: usize, end: usize) -> Option<&'a Figure> {
    const LINKS: [&str; 9] = ["de", "d'", "des", "ses", "les", "leurs", "nos", "total", "quelque"];
    let whole = scene.figures.get(at + 1).filter(|f| counts(f))?;
    let gap = end..whole.tokens.0 as usize;
    let linked = gap.clone().all(|i| LINKS.contains(&scene.slice(i)));
    (linked && !gap.is_empty() && gap.len() <= NEAR).then_some(whole)
}

/// Whether a figure counts things or money, with or without its noun.
fn counts(figure: &Figure) -> bool {
    matches!(figure.class, Class::Quantity | Class::Number | Class::Definite)
        && figure.quantity.is_some_and(|q| {
            matches!(q.kind, Kind::Count | Kind::Money | Kind::Number)
                && matches!(q.bound, Bound::Exact | Bound::Approx)
        })
}

/// The shares before « les 20 % restants » in its sentence, and those of the sentence before where they do not make a whole.
fn beside(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Vec<Operand> {
    let end = figure.tokens.1 as usize;
    let percent = |f: &Figure| f.quantity.is_some_and(|q| q.unit == Unit::Percent);
    if !percent(figure) || !scene.slice(end).starts_with("restant") {
        return Vec::new();
    }
    let number = scene.sentence_of(figure.tokens.0 as usize);
    let since = |number: usize| -> Vec<&Figure> {
        let from = scene.sentence(number).start;
        before.iter().filter(|f| f.core_tokens.0 as usize >= from && percent(f)).collect()
    };
    let value = |f: &Figure| f.quantity.and_then(|q| q.value()).unwrap_or_default();
    let here = since(number);
    let all: Amount = here.iter().map(|f| value(f)).sum::<Amount>() + value(figure);
    let each = here.iter().any(|f| is_each(scene, f));
    let open = !each && all < Amount::from(WHOLE) && here.len() > 1;
    let inside = if open { since(number.saturating_sub(1)) } else { here };
    if inside.iter().any(|f| !is_part(scene, f)) {
        return Vec::new();
    }
    inside.into_iter().filter_map(|f| operand(scene, f)).collect()
}
