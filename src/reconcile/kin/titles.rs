//! Titles: a figure of a title that its article does not give, and the one that it gives in its place.

use super::likeness::{is_swapped, other_subjects, ratio};
use super::weights::Weights;
use super::{agrees, digits, in_one_time, leaves_day_out, one_thing};
use crate::claim::Modality;
use crate::quantity::{Kind, Unit};
use crate::reconcile::Corpus;

/// How many times larger than the other the figure in its place may be.
const FAR: f64 = 2.0;

/// The same of what is counted by one name: « 50 000 emplois » over an article that tells of 100 000.
const COUNTED: f64 = 2.5;

/// Share of common weight from which they are told of one thing.
const TOLD: f64 = 0.15;

/// Words before years that have gone by.
const SINCE: [&str; 3] = ["depuis", "Depuis", "il y a"];

/// Words right before a figure that make it that of another thing or time.
const OTHERS: [&str; 12] = [
    "celui de", "celle de", "ceux de", "celles de", "précédent", "ancien", "vieil", "voisin", "l'an passé",
    "l’an passé", "l'an dernier", "l’an dernier",
];

/// « Celui de Bessac s'étend sur 25 hectares »
fn is_of_another(corpus: &Corpus, y: usize) -> bool {
    let before = corpus.statements[y].selector.prefix.to_lowercase();
    OTHERS.iter().any(|words| before.contains(words))
}

/// Pairs of claims of one article, the title's first: « douze jours de grève » over an article that tells of ten.
pub(super) fn pairs(corpus: &Corpus, weights: &Weights, loose: &[usize]) -> Vec<(usize, usize)> {
    let titled = loose.iter().filter(|x| corpus.statements[**x].in_title);
    let titled = titled.filter_map(|x| Some((*x, in_place_of(corpus, weights, loose, *x)?)));
    titled.chain(leads(corpus, weights, loose)).collect()
}

/// « 6 400 ouvriers » in the lead of an article that tells of 4 600: digits mistaken in the first sentence that has a figure.
fn leads<'c>(
    corpus: &'c Corpus,
    weights: &'c Weights,
    loose: &'c [usize],
) -> impl Iterator<Item = (usize, usize)> + 'c {
    let sentence = |i: usize| corpus.statements[i].claim.terms.sentence;
    let is_lead = move |x: usize| {
        let first = corpus.in_article_of(x, loose).iter().find(|y| !corpus.statements[**y].in_title);
        !corpus.statements[x].in_title && first.is_some_and(|y| sentence(*y) == sentence(x))
    };
    loose.iter().copied().filter(move |x| is_lead(*x)).filter_map(move |x| {
        let y = in_place_of(corpus, weights, loose, x)?;
        let (a, b) = (&corpus.statements[x].claim, &corpus.statements[y].claim);
        let told = super::counts_one(a, b) || weights.told(corpus, x, y) >= TOLD;
        let told = told && !other_subjects(a, b) && !is_of_another(corpus, y);
        (sentence(y) > sentence(x) + 1 && told && is_mistaken(corpus, x, y)).then_some((x, y))
    })
}

/// Whether the digits of two figures are such as are mistaken for one another.
fn is_mistaken(corpus: &Corpus, x: usize, y: usize) -> bool {
    is_near_miss(corpus, x, y) || is_swapped(corpus, x, y) || is_one_digit_off(corpus, x, y)
}

/// The first figure of the text that tells of what a title's figure does, where none agrees with that.
fn in_place_of(corpus: &Corpus, weights: &Weights, loose: &[usize], title: usize) -> Option<usize> {
    let claim = |i: usize| &corpus.statements[i].claim;
    let text = || {
        let here = corpus.in_article_of(title, loose).iter().copied();
        here.filter(|y| {
            *y != title
                && !corpus.statements[*y].in_title
                && claim(*y).quantity.unit == claim(title).quantity.unit
        })
    };
    // « plus de 400 postes » is not told again by « 412 salariés ».
    let repeats = |y: usize| {
        super::is_equal(corpus, title, y) || one_thing(&corpus.statements[title], &corpus.statements[y])
    };
    // « signe pour cinq ans » is not told again by « depuis cinq ans ».
    let chance = |y: usize| {
        let before = corpus.statements[y].selector.prefix.trim_end();
        claim(y).quantity.unit == Unit::Year && SINCE.iter().any(|words| before.ends_with(words))
    };
    if text().any(|y| agrees(corpus, title, y) && repeats(y) && !chance(y)) {
        return None;
    }
    let told: Vec<usize> = text().collect();
    let meant = told.iter().copied().filter(|y| is_in_place(corpus, weights, title, *y, &told));
    // Years are told of anything: those that come nearest are meant.
    let far = |y: usize| match claim(y).quantity.unit {
        Unit::Year => ratio(corpus, title, y).unwrap_or(FAR),
        _ => 0.0,
    };
    meant.min_by(|x, y| far(*x).total_cmp(&far(*y)))
}

/// Whether a figure of the text tells of what its title's does.
fn is_in_place(corpus: &Corpus, weights: &Weights, title: usize, y: usize, text: &[usize]) -> bool {
    let (a, b) = (&corpus.statements[title], &corpus.statements[y]);
    let counted = super::counts_one(&a.claim, &b.claim);
    let far = if counted { COUNTED } else { FAR };
    let near = digits(a) == digits(b)
        || ratio(corpus, title, y).is_some_and(|ratio| ratio < far)
        || is_swapped(corpus, title, y);
    // A title leaves out who says what the text quotes.
    let unsaid = corpus.speaker(title).is_none();
    let told = || weights.told(corpus, title, y) >= TOLD;
    // « Un parc de 30 hectares » over « celui de Bessac s'étend sur 25 hectares »: words or the measure tell that they are one.
    let measured = !a.claim.derived && !b.claim.derived && a.claim.slot.measure == b.claim.slot.measure;
    let alike = (measured || weights.told(corpus, title, y) > 0.0) && !is_of_another(corpus, y);
    let alone = || a.in_title && alike && is_alone(corpus, title, text);
    let mistaken = || is_mistaken(corpus, title, y) || alone() && is_close(corpus, title, y);
    // « Un TGV sur trois » and « une rame sur deux » are two things.
    let shares = a.claim.quantity.unit == Unit::Ratio;
    // « neuf bijoux volés » over « le 19 octobre, huit bijoux ont été volés »
    let one_time = in_one_time(a, b) || leaves_day_out(a, b);
    near && !shares
        && one_thing(a, b)
        && one_time
        && b.claim.modality != Modality::Negated
        && ((unsaid || corpus.one_voice(title, y)) && (told() || mistaken()) || unsaid && counted)
}

/// How many times larger than the other a figure may be that a text gives instead of its title's.
const CLOSE: f64 = 1.35;

/// The same of sums, of which a text tells many.
const CLOSE_SUM: f64 = 1.15;

fn is_close(corpus: &Corpus, title: usize, y: usize) -> bool {
    let quantity = &corpus.statements[title].claim.quantity;
    let close = match (quantity.kind, quantity.unit) {
        (Kind::Money, _) => CLOSE_SUM,
        (Kind::Percent, _) | (_, Unit::Minute | Unit::Hour | Unit::Second) => return false,
        _ => CLOSE,
    };
    ratio(corpus, title, y).is_some_and(|ratio| ratio < close)
}

/// « 68 millions d'euros de travaux » over a text with one sum near it, 61,4 millions: whether the figures of a text that come near
/// its title's are of one value.
fn is_alone(corpus: &Corpus, title: usize, text: &[usize]) -> bool {
    let value = |i: &usize| corpus.statements[*i].claim.quantity.in_common_unit().value();
    let mut near = text.iter().filter(|y| is_close(corpus, title, **y)).map(value);
    let first = near.next();
    first.is_some() && near.all(|value| Some(value) == first)
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
