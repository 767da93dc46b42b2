//! Shares: a percentage with the part and the whole that it is of, and what rests.

use std::ops::Range;

use super::sum::{holds_others, is_part};
use super::{NEAR, Operand, is_difference, is_each, operand, operands};
use crate::claim::conversion::says_again;
use crate::claim::scene::Scene;
use crate::claim::verb::{self, Mood};
use crate::grammar::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::{Amount, Bound, Kind, Unit};
use crate::text::{TokenKind, WordId};

/// Per cent from which shares may make a whole.
const WHOLE: u32 = 95;

/// The part and the whole of a stated share: « 100 sur 500, soit 20 % », « 100 postes, soit 20 % de ses 500 salariés »,
/// « 500 puces, dont 100, soit 20 % », « 500 puces. Part de G42 : 100, soit 20 % ».
pub(super) fn share(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let percent = figure.quantity.is_some_and(|q| q.unit == Unit::Percent && q.bound != Bound::Range);
    let said = start.checked_sub(1).is_some_and(|i| scene.is(i, w::SOIT));
    if percent && !said {
        return said_behind(scene, at, figure);
    }
    if !percent || !said || is_difference(scene, end) {
        return None;
    }
    let mut back = scene.figures[..at].iter().rev().filter(|f| counts(f));
    let last = back.next()?;
    let number = scene.sentence_of(start);
    let number_of = |f: &Figure| scene.sentence_of(f.tokens.0 as usize);
    if number_of(last) != number || start - last.tokens.1 as usize > 3 * NEAR {
        return None;
    }
    let pair = |part: &Figure, whole: &Figure| operand(scene, part).zip(operand(scene, whole));
    if let Some(whole) = whole_after(scene, at, end) {
        return pair(last, whole);
    }
    let whole = back.next()?;
    let first = last.tokens.0 as usize;
    // « Sur 112 patients, 68 n'avaient reçu aucune dose, soit 70 % d'entre eux »
    let of_these = (whole.tokens.0 as usize).checked_sub(1).is_some_and(|i| scene.is(i, w::SUR));
    if of_these && number_of(whole) == number {
        return pair(last, whole);
    }
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

/// « Sur un quota de 500 000 puces, … 20 %, c'est-à-dire 150 000 puces »: the part right behind a share, and what the same is counted
/// of before it.
fn said_behind(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<(Operand, Operand)> {
    let end = figure.tokens.1 as usize;
    let part = scene.figures.get(at + 1).filter(|f| counts(f))?;
    let gap = end..part.tokens.0 as usize;
    let that_is = |i: usize| scene.is(i, w::SOIT) || says_again(scene, i);
    if gap.len() > 2 * NEAR || !gap.clone().any(that_is) {
        return None;
    }
    let from = scene.sentence(scene.sentence_of(end).saturating_sub(1)).start;
    let same = |f: &&Figure| {
        let noun = |f: &Figure| f.noun.map(|noun| scene.stem(noun as usize));
        counts(f) && noun(f).is_some() && noun(f) == noun(part)
    };
    let mut before = scene.figures[..at].iter().rev().take_while(|f| f.core_tokens.0 as usize >= from);
    let whole = before.find(|f| counts(f)).filter(same)?;
    operand(scene, part).zip(operand(scene, whole))
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
pub(super) fn beside(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Vec<Operand> {
    let end = figure.tokens.1 as usize;
    let percent = |f: &Figure| f.quantity.is_some_and(|q| q.unit == Unit::Percent);
    if !percent(figure) {
        return Vec::new();
    }
    if let Some(other) = complement(scene, before, figure) {
        return operand(scene, other).into_iter().collect();
    }
    if !scene.slice(end).starts_with("restant") {
        let others = shared_out(scene, before, figure).unwrap_or_default();
        return operands(scene, &others);
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
    operands(scene, &inside)
}

/// « la métropole supportera 55 % de la dépense, l'État 20 %, la région 15 % et l'Europe 10 % »: the shares before the last one of
/// those that bear or own a whole.
fn shared_out<'a>(scene: &Scene<'_>, before: &'a [Figure], figure: &Figure) -> Option<Vec<&'a Figure>> {
    const SHARING: [&str; 15] = [
        "support", "financ", "détien", "déten", "posséd", "possèd", "partag", "répart", "contribu", "abond",
        "capital", "coentreprise", "votant", "suffrage", "bulletin",
    ];
    /// What shares « de » are of.
    const HELD: [&str; 5] = ["capital", "boutique", "coentreprise", "société", "parts"];
    const FEWEST: usize = 2;
    let start = figure.tokens.0 as usize;
    let sentence = scene.sentence(scene.sentence_of(start));
    let inside: Vec<&Figure> =
        before.iter().filter(|f| f.core_tokens.0 as usize >= sentence.start && f.is_quantity()).collect();
    // « Sur 3 900 votants, 48 % souhaitent … »
    let led =
        |f: &Figure| scene.follows(f.tokens.0 as usize, w::SUR) && f.tokens.0 as usize <= sentence.start + 1;
    let skipped = usize::from(inside.first().is_some_and(|f| led(f)));
    let inside = inside[skipped..].to_vec();
    let first = inside.first()?.tokens.0 as usize;
    let percent = |f: &&Figure| f.quantity.is_some_and(|q| q.unit == Unit::Percent) && is_part(scene, f);
    // « Le premier aura 40 % de la boutique, le second 40 % également, et Oracle et MGX 15 % chacun »
    let told = inside.first()?.tokens.1 as usize;
    let of = scene.is_any(told, &[w::DE, w::DU]);
    // « le capital-risque »
    let whole = |i: usize| !scene.is(i + 1, WordId::HYPHEN);
    let says =
        |i: usize, stems: &[&str]| stems.iter().any(|stem| scene.slice(i).starts_with(stem)) && whole(i);
    // « Le capital est désormais connu. Microsoft en aura 27 %, la fondation 26 % »
    let taken_up = (sentence.start..first).any(|i| scene.is(i, w::EN));
    let from = if taken_up {
        scene.sentence(scene.sentence_of(start).saturating_sub(1)).start
    } else {
        sentence.start
    };
    // « payé à 40 % par l'État », not « payé en retard par 30 % des locataires »
    let paid = |i: usize| says(i, &["payé"]) && scene.is(i + 1, w::A);
    let shared = (from..first).any(|i| says(i, &SHARING) || paid(i))
        || of && (told..told + NEAR).any(|i| says(i, &HELD));
    let last = inside.last()?.tokens.1 as usize;
    let joined = (last..start).any(|i| scene.is_any(i, &[w::ET, w::COMMA]));
    // « 62 % du capital : 41 % de la famille et 21 % d'un fonds »: one of them is all others.
    let mut all = inside.clone();
    all.push(figure);
    (shared
        && joined
        && !answer_several(scene, first..sentence.end, all.len())
        && inside.len() >= FEWEST
        && inside.iter().all(percent)
        && !holds_others(&all))
    .then_some(inside)
}

/// « 48 % souhaitent la fin des travaux, 62 % craignent le bruit et 30 % veulent des arbres »: as many verbs as shares, of people
/// who may do all of it.
fn answer_several(scene: &Scene<'_>, range: Range<usize>, shares: usize) -> bool {
    let verbs = verb::in_range(scene, range).filter(|verb| verb.mood == Mood::Finite);
    let mut lemmas: Vec<_> = verbs.map(|verb| verb.lemma).collect();
    lemmas.sort_unstable();
    lemmas.dedup();
    lemmas.len() >= shares
}

/// What a stated change is of: « de 1 060 000 à 795 000 tonnes, soit un recul de 25 % », « 795 000 tonnes, contre 1 060 000 un an
/// avant, soit une baisse de 25 % ». The value before and the one after.
pub(super) fn change(scene: &Scene<'_>, before: &[Figure], figure: &Figure) -> Option<(Operand, Operand)> {
    const CHANGES: [&str; 12] = [
        "hausse", "baisse", "recul", "chute", "progression", "augmentation", "diminution", "bond", "repli",
        "croissance", "réduction", "contraction",
    ];
    /// Tokens from « soit » to the percentage.
    const REACH: usize = 6;
    let start = figure.tokens.0 as usize;
    let percent = figure.quantity.is_some_and(|q| q.unit == Unit::Percent && q.bound != Bound::Range);
    let near = start.saturating_sub(REACH)..start;
    // « de 33,70 à 29,98 euros, un repli de 21 % », not « une hausse de 21 % des recettes »
    let closed = scene.kind(figure.tokens.1 as usize).is_none_or(|kind| kind == TokenKind::Mark);
    let called = |i: usize| {
        closed
            && scene.is(i, w::COMMA)
            && scene.is_any(i + 1, &[w::UN, w::UNE])
            && CHANGES.contains(&scene.slice(i + 2))
    };
    let said = near.clone().find(|i| scene.is(*i, w::SOIT) || called(*i))?;
    let named = (said..start).any(|i| CHANGES.contains(&scene.slice(i)));
    // « contre 106 000 un an plus tôt »: time counts for nothing.
    let timed = |f: &&Figure| f.quantity.is_none_or(|q| q.unit.seconds().is_some() || q.kind == Kind::Date);
    let mut told = before.iter().rev().filter(|f| !timed(f));
    let (b, a) = (told.next()?, told.next()?);
    let sentence = scene.sentence(scene.sentence_of(start));
    let (first, second) = (a.tokens.0 as usize, b.tokens.0 as usize);
    let inside = first >= sentence.start && counts_alike(a, b);
    let led = |at: usize, words: &[crate::text::WordId]| at > 0 && scene.is_any(at - 1, words);
    let (old, new) = match () {
        () if led(second, &[w::CONTRE]) => (b, a),
        () if led(first, &[w::DE, w::D]) && led(second, &[w::A]) => (a, b),
        () => return None,
    };
    let pair = operand(scene, old).zip(operand(scene, new));
    pair.filter(|_| percent && named && inside)
}

/// Whether two figures count one thing; one of them may leave it out.
fn counts_alike(a: &Figure, b: &Figure) -> bool {
    let unit = |f: &Figure| f.quantity.map(|q| q.unit);
    let exact = |f: &Figure| f.quantity.is_some_and(|q| matches!(q.bound, Bound::Exact | Bound::Approx));
    let bare = |f: &Figure| matches!(unit(f), Some(Unit::None | Unit::Noun));
    exact(a) && exact(b) && (unit(a) == unit(b) || bare(a) || bare(b))
}

/// The other of two shares that make a whole: « 52 % de oui contre 48 % de non ».
fn complement<'a>(scene: &Scene<'_>, before: &'a [Figure], figure: &Figure) -> Option<&'a Figure> {
    const PAIRS: [(&str, &str); 3] = [("oui", "non"), ("hommes", "femmes"), ("garçons", "filles")];
    let other = before.last().filter(|f| f.quantity.is_some_and(|q| q.unit == Unit::Percent))?;
    let one = scene.sentence_of(other.tokens.0 as usize) == scene.sentence_of(figure.tokens.0 as usize);
    let noun = |f: &Figure| {
        let end = f.tokens.1 as usize;
        scene.slice(if scene.is_any(end, &[w::DE, w::D, w::AU, w::POUR]) { end + 1 } else { end })
    };
    // « Le oui l'emporte avec 52,3 % des suffrages, contre 47,7 % au non »
    let start = scene.sentence(scene.sentence_of(figure.tokens.0 as usize)).start;
    let leads = |word: &str| (start..other.tokens.0 as usize).any(|i| scene.slice(i) == word);
    let led = match noun(figure) {
        "non" => leads("oui"),
        "oui" => leads("non"),
        _ => false,
    };
    // « 58,9 % de oui dans le canton de Vaud, 66,4 % de non à Schwyz » are two places.
    let place = |i: usize| scene.is_any(i, &[w::A, w::AU, w::EN, w::DANS]) && scene.capitalised(i + 1);
    let (from, to) = (other.tokens.1 as usize, figure.tokens.0 as usize);
    let apart = (from..to).any(|i| place(i) || scene.is(i, w::DANS));
    if one && led && !apart {
        return Some(other);
    }
    let pair = (noun(other), noun(figure));
    (one && !apart && PAIRS.iter().any(|(a, b)| pair == (*a, *b) || pair == (*b, *a))).then_some(other)
}
