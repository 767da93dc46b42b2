//! What one article sets side by side: figures of several voices for one thing, and a figure in place of one denied.

use super::likeness::is_swapped;
use super::weights::Weights;
use super::{are_of_one_part, counts_one, in_one_time, meet, one_thing, relation_of};
use crate::claim::{Claim, Modality, is_past_year, name_key};
use crate::quantity::{self, Amount, Kind, Relation, Unit};
use crate::reconcile::{Corpus, Statement};

/// Sentences between two voices that an article sets side by side.
const BESIDE: usize = 2;

/// The same between a floor and a ceiling.
const FACING: usize = 2;

/// Claims of one article within which one refers to another.
const WITHIN: usize = 200;

/// Words beside a figure that is all that is said.
const FEW: usize = 3;

/// Sentences between a figure and the one by which a voice answers it: « « La direction ment », dit-elle. C'est 2 300 ».
const ANSWER: usize = 10;

/// How many times larger than the other an answer's figure may be.
const FAR: u32 = 4;

/// The same of what is counted by one name, of one right after the other: « 450 emplois », « à peine 50 ».
const FAR_COUNTED: u32 = 12;

/// The same of a speed, a volume or the like.
const FAR_APART: u32 = 8;

/// Pairs of claims, each with the earlier first.
pub(super) fn pairs(corpus: &Corpus, weights: &Weights, loose: &[usize]) -> Vec<(usize, usize)> {
    let mut found = voices(corpus, weights, loose);
    found.extend(denials(corpus, loose));
    found
}

/// Figures of two named voices: « la police en compte 11 000, la CGT 80 000 », and a voice that answers one told before.
/// Each is set beside the one before it that is told most alike, the first among equals.
fn voices(corpus: &Corpus, weights: &Weights, loose: &[usize]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (i, y) in loose.iter().enumerate() {
        let before = in_reach(corpus, &loose[..i], *y);
        // A voice answers another once: « 31 % et 62 %, dit l'une ; 52 %, dit l'autre ; 81 %, dit le troisième ».
        let taken = |x: usize| {
            let mut here = found.iter().rev().take(WITHIN).take_while(|(_, b)| !corpus.apart(*b, *y));
            here.any(|(a, b)| {
                let differs = relation_of(corpus, *a, *b) == Some(Relation::Contradiction);
                *a == x && differs && corpus.one_voice(*b, *y)
            })
        };
        let free = before.filter(|x| !taken(*x));
        let told = |x: usize| weights.told(corpus, x, *y);
        let faced = free.clone().filter(|x| is_near(corpus, *x, *y) && faces_off(corpus, *x, *y));
        let best = if corpus.statements[*y].claim.terms.contrast {
            let answered = free.filter(|x| answers(corpus, *x, *y));
            // « 41 millions … La direction n'en reconnaît que 23 »: of what was told right before.
            let claim = &corpus.statements[*y].claim;
            if claim.terms.beside.taken_up && claim.quantity.unit != Unit::Noun {
                found.extend(faced.chain(answered).max().map(|x| (x, *y)));
                continue;
            }
            best(faced.chain(answered), &|x| told(x) + nearness(corpus, x, *y) + prominence(corpus, x))
        } else {
            best(faced, &told)
        };
        found.extend(best.map(|x| (x, *y)));
    }
    found
}

/// The claims of an article that one after them can answer, the nearest first: those near it, and the title's.
fn in_reach<'c>(
    corpus: &'c Corpus,
    before: &'c [usize],
    y: usize,
) -> impl Iterator<Item = usize> + Clone + 'c {
    let here = before.partition_point(|x| *x < corpus.statements_of(corpus.statements[y].article).start);
    let here = &before[here..];
    let near = here.len().saturating_sub(WITHIN);
    let near = here.partition_point(|x| distance(corpus, *x, y) > ANSWER).max(near);
    let titled = here[..near].iter().take(WITHIN).filter(|x| corpus.statements[**x].in_title);
    let titled: Vec<usize> = titled.copied().collect();
    here[near..].iter().rev().copied().chain(titled.into_iter().rev())
}

/// The claim of the highest value, the first in the article among equals. They come last first.
fn best(claims: impl Iterator<Item = usize>, value: &dyn Fn(usize) -> f64) -> Option<usize> {
    let best = claims.map(|claim| (value(claim), claim)).fold(None, |best: Option<(f64, usize)>, next| {
        if best.is_none_or(|best| next.0 >= best.0) { Some(next) } else { best }
    });
    best.map(|(_, claim)| claim)
}

fn is_near(corpus: &Corpus, x: usize, y: usize) -> bool {
    distance(corpus, x, y) <= BESIDE
}

fn distance(corpus: &Corpus, x: usize, y: usize) -> usize {
    let sentence = |i: usize| corpus.statements[i].claim.terms.sentence;
    sentence(x).abs_diff(sentence(y))
}

/// Whether two named voices speak of what may be one thing, one right after the other.
fn faces_off(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let voices = a.speaker.is_some() && b.speaker.is_some() && !corpus.one_voice(x, y);
    // « moins de 10 %, dit l'un ; au moins 25 %, dit l'autre »
    let facing = distance(corpus, x, y) <= FACING && a.quantity.bound.faces(b.quantity.bound);
    let in_time = || in_one_time(&corpus.statements[x], &corpus.statements[y]);
    voices
        && super::thing(&corpus.statements[x]) == super::thing(&corpus.statements[y])
        && (facing && in_time()
            || of_one_place_and_time(corpus, x, y)
                && (distance(corpus, x, y) == 0 || shares_word(corpus, x, y) || is_set_against(corpus, x, y)))
}

/// « dont 38.000 à Paris. La CGT, elle, … dont 230.000 dans la capitale »: as many of the same in the next sentence, of a voice that
/// is set against the one before.
fn is_set_against(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    distance(corpus, x, y) == 1 && claim(y).terms.contrast && counts_one(claim(x), claim(y))
}

fn shares_word(corpus: &Corpus, x: usize, y: usize) -> bool {
    shared_words(corpus, x, y) > 0
}

/// Whether nothing sets two claims of an article at different times or places.
fn of_one_place_and_time(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    in_one_time(a, b) && of_one_place(a, b)
}

/// Whether two claims may be of one time: an answer leaves it out (« 312 naissances en 2025, dit l'agence. Il y en a eu 386 »).
fn may_be_in_one_time(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.scope.period, &b.claim.scope.period);
    are_of_one_part(a, b) && (p == q || p.as_deref().is_some_and(is_past_year) && q.is_none())
}

/// Whether two claims tell of one place; the speakers' own names count for nothing.
fn of_one_place(a: &Statement, b: &Statement) -> bool {
    let others = |names: &[u32]| -> Vec<u32> {
        let voice =
            |name: &u32| [a, b].iter().any(|s| s.claim.speaker.as_deref().map(name_key) == Some(*name));
        names.iter().copied().filter(|name| !voice(name)).collect()
    };
    meet(&others(&a.claim.terms.names), &others(&b.claim.terms.names))
}

/// Whether a named voice sets its figure against one that was told before: by another voice, or by the outlet.
fn answers(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    let near = distance(corpus, x, y);
    let far = match () {
        () if counts_one(&a.claim, &b.claim) && near <= BESIDE => FAR_COUNTED,
        () if is_physical(&b.claim) => FAR_APART,
        () => FAR,
    };
    let money = b.claim.quantity.kind == Kind::Money;
    let close = ratio(corpus, x, y)
        .is_some_and(|ratio| ratio < Amount::from(far) || money && ratio == Amount::from(far));
    b.claim.terms.contrast
        && corpus.speaker(y).is_some()
        && !corpus.one_voice(x, y)
        && (near <= ANSWER || a.in_title)
        && one_thing(a, b)
        && a.claim.quantity.unit != Unit::Year
        && (near <= BESIDE + 1 && counts_one(&a.claim, &b.claim) || of_one_place(a, b))
        && may_be_in_one_time(a, b)
        && relation_of(corpus, x, y) == Some(Relation::Contradiction)
        && close
        && (shares_word(corpus, x, y) || is_reply(corpus, x, y))
}

/// Whether a figure answers another without a word that both have: it counts the same, it is the whole of what is said
/// (« « 24 % ! » »), it takes up what was counted (« en trouve 78 % »), or it comes near the other in value.
fn is_reply(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
    let near = distance(corpus, x, y);
    // « qui a refait le décompte et en trouve 78 % »
    if b.terms.beside.taken_up && near <= BESIDE {
        return true;
    }
    match b.quantity.unit {
        Unit::Noun if b.terms.noun.is_some() && a.terms.noun.is_some() => true,
        Unit::Noun => near <= BESIDE + 1,
        _ if near <= BESIDE + 1 && is_physical(b) => true,
        _ if near <= BESIDE && (b.terms.alone || b.terms.words.len() <= FEW) => true,
        // « en espère 15 milliards. Un mirage, pour la ministre : « On ira à 5 milliards » »
        _ if near <= BESIDE && b.quantity.unit != Unit::Percent && is_last_told(corpus, x, y) => true,
        // « un dépassement de 29 % », « l'acier a bondi de 38 % »: shares are told of anything.
        Unit::Percent => false,
        _ => ratio(corpus, x, y).is_some_and(|ratio| ratio < Amount::new(135, 2)),
    }
}

/// Whether no figure of their unit stands between two claims of an article.
fn is_last_told(corpus: &Corpus, x: usize, y: usize) -> bool {
    let unit = |i: usize| corpus.statements[i].claim.quantity.unit.common();
    !(x.min(y) + 1..x.max(y)).any(|i| unit(i) == unit(y))
}

/// Speeds, volumes, masses: an article tells few of one kind.
fn is_physical(claim: &Claim) -> bool {
    matches!(
        claim.quantity.kind,
        Kind::Speed
            | Kind::Data
            | Kind::Energy
            | Kind::Mass
            | Kind::Volume
            | Kind::Temperature
            | Kind::Length
    )
}

fn ratio(corpus: &Corpus, x: usize, y: usize) -> Option<Amount> {
    quantity::least_ratio(&corpus.statements[x].claim.quantity, &corpus.statements[y].claim.quantity)
}

/// What makes one of several figures the one that is answered: it is near in value and place.
#[allow(clippy::cast_precision_loss, reason = "sentences of an article")]
fn nearness(corpus: &Corpus, x: usize, y: usize) -> f64 {
    const CLOSE: f64 = 0.3;
    const STEP: f64 = 0.03;
    let ratio = ratio(corpus, x, y).and_then(|ratio| ratio.to_string().parse::<f64>().ok());
    let far = ratio.map_or(1.0, |ratio| ratio.ln() / f64::from(FAR).ln());
    CLOSE * (1.0 - far.min(1.0)) - STEP * distance(corpus, x, y).min(ANSWER) as f64
}

/// A figure that the title has, or that the article gives again, is the one that an answer is to.
fn prominence(corpus: &Corpus, x: usize) -> f64 {
    const TITLE: f64 = 0.2;
    const AGAIN: f64 = 0.1;
    let own = &corpus.statements[x].claim.quantity;
    let again = |i: &usize| {
        let other = &corpus.statements[*i];
        *i != x && other.claim.quantity.value() == own.value() && other.claim.quantity.unit == own.unit
    };
    let here = corpus.statements_of(corpus.statements[x].article);
    let mut others = here.filter(again).peekable();
    let repeated = if others.peek().is_some() { AGAIN } else { 0.0 };
    let titled = corpus.statements[x].in_title || others.any(|i| corpus.statements[i].in_title);
    repeated + if titled { TITLE } else { 0.0 }
}

/// « six villages » in the title and « dans les huit villages évacués » in the text: a definite figure refers to what was told
/// before; where nothing told that many, it is another figure for the same.
pub(super) fn references(corpus: &Corpus, loose: &[usize]) -> Vec<(usize, usize)> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let voice = |x: usize, y: usize| corpus.one_voice(x, y);
    let mut found = Vec::new();
    for (i, y) in loose.iter().enumerate().filter(|(_, y)| claim(**y).terms.definite) {
        let before = || loose[..i].iter().rev().take(WITHIN).take_while(|x| !corpus.apart(**x, *y)).copied();
        let counts = claim(*y).terms.noun.is_some();
        let told = before().any(|x| {
            one_thing(&corpus.statements[x], &corpus.statements[*y])
                && relation_of(corpus, x, *y) < Some(Relation::Contradiction)
        });
        if !counts || told {
            continue;
        }
        let meant = before().filter(|x| {
            let near = ratio(corpus, *x, *y).is_some_and(|ratio| ratio < Amount::TWO);
            let whole = claim(*x).terms.noun == claim(*y).terms.noun
                && !claim(*x).terms.definite
                && claim(*x).scope.period.is_none()
                && claim(*x).modality != Modality::Negated;
            let told = shared_words(corpus, *x, *y) > 1 || is_swapped(corpus, *x, *y);
            whole && near && told && voice(*x, *y) && of_one_place_and_time(corpus, *x, *y)
        });
        found.extend(meant.last().map(|x| (x, *y)));
    }
    found
}

fn shared_words(corpus: &Corpus, x: usize, y: usize) -> usize {
    let words = |i: usize| &corpus.statements[i].claim.terms.words;
    words(x).iter().filter(|word| words(y).binary_search(word).is_ok()).count()
}

/// A figure denied and the one that its voice puts in its place: « on ne parle pas de 312 postes, on parle de 372 emplois ».
fn denials(corpus: &Corpus, loose: &[usize]) -> Vec<(usize, usize)> {
    let denied = |i: usize| corpus.statements[i].claim.modality == Modality::Negated;
    let replaces = |(x, y): (usize, usize)| {
        denied(x) != denied(y)
            && corpus.one_voice(x, y)
            && !corpus.apart(x, y)
            && distance(corpus, x, y) <= 1
            && one_thing(&corpus.statements[x], &corpus.statements[y])
    };
    let pairs = loose.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|pair| replaces(*pair)).collect()
}
