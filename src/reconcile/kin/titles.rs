//! Titles: a figure of a title that its article does not give, and the one that it gives in its place.

use super::likeness::{is_swapped, ratio};
use super::weights::Weights;
use super::{agrees, digits, in_one_time, one_thing};
use crate::claim::Modality;
use crate::reconcile::Corpus;

/// How many times larger than the other the figure in its place may be.
const FAR: f64 = 2.0;

/// The same of what is counted by one name: « 50 000 emplois » over an article that tells of 100 000.
const COUNTED: f64 = 2.5;

/// Share of common weight from which they are told of one thing.
const TOLD: f64 = 0.15;

/// Pairs of claims of one article, the title's first: « douze jours de grève » over an article that tells of ten.
pub(super) fn pairs(corpus: &Corpus, weights: &Weights, loose: &[usize]) -> Vec<(usize, usize)> {
    let titled = loose.iter().filter(|x| corpus.statements[**x].in_title);
    titled.filter_map(|x| Some((*x, in_place_of(corpus, weights, loose, *x)?))).collect()
}

/// The first figure of the text that tells of what a title's figure does, where none agrees with that.
fn in_place_of(corpus: &Corpus, weights: &Weights, loose: &[usize], title: usize) -> Option<usize> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let text = || {
        let here = corpus.in_article_of(title, loose).iter().copied();
        here.filter(|y| {
            !corpus.statements[*y].in_title && claim(*y).quantity.unit == claim(title).quantity.unit
        })
    };
    // « plus de 400 postes » is not told again by « 412 salariés ».
    let repeats = |y: usize| {
        super::is_equal(corpus, title, y) || one_thing(&corpus.statements[title], &corpus.statements[y])
    };
    if text().any(|y| agrees(corpus, title, y) && repeats(y)) {
        return None;
    }
    text().find(|y| {
        let (a, b) = (&corpus.statements[title], &corpus.statements[*y]);
        let slips = digits(a) == digits(b);
        let counted = super::counts_one(&a.claim, &b.claim);
        let far = if counted { COUNTED } else { FAR };
        let near = slips
            || ratio(corpus, title, *y).is_some_and(|ratio| ratio < far)
            || is_swapped(corpus, title, *y);
        // A title leaves out who says what the text quotes.
        let unsaid = corpus.speaker(title).is_none();
        let told = || weights.told(corpus, title, *y) >= TOLD;
        let mistaken = || {
            is_near_miss(corpus, title, *y)
                || is_swapped(corpus, title, *y)
                || is_one_digit_off(corpus, title, *y)
        };
        near && one_thing(a, b)
            && in_one_time(a, b)
            && claim(*y).modality != Modality::Negated
            && ((unsaid || corpus.one_voice(title, *y)) && (told() || mistaken())
                || unsaid && super::counts_one(&a.claim, &b.claim))
    })
}

/// « 689 milliards » over an article on 589: whether one digit of three or more is another.
fn is_one_digit_off(corpus: &Corpus, title: usize, y: usize) -> bool {
    let written =
        |i: usize| corpus.statements[i].claim.terms.written.map(|value| value.normalize().to_string());
    let (Some(a), Some(b)) = (written(title), written(y)) else { return false };
    let several = |i: usize| digits(&corpus.statements[i]).is_some_and(|digits| digits >= 100);
    let off = a.bytes().zip(b.bytes()).filter(|(p, q)| p != q).count();
    several(title) && several(y) && a.len() == b.len() && off == 1
}

/// Whether a title's figure of several digits misses one of the text by a hair: « 51,8 % de oui » over an article on 51,6 %.
fn is_near_miss(corpus: &Corpus, title: usize, y: usize) -> bool {
    const HAIR: f64 = 1.03;
    let several = |i: usize| digits(&corpus.statements[i]).is_some_and(|digits| digits >= 100);
    several(title) && several(y) && ratio(corpus, title, y).is_some_and(|ratio| ratio < HAIR)
}
