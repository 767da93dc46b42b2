//! Kin: claims that no measure of the topic explains and that tell of the same thing, found by the words around them.
//!
//! Two claims of one unit in different articles are compared by the words that they share, rare words weighing most. What an
//! article says with an equal figure elsewhere is settled first; only what is left, and is each other's best match, can
//! disagree. A figure that both articles give is no disagreement, whatever else stands near it.

mod beside;
mod dates;
mod family;
mod likeness;
mod lists;
mod near;
mod story;
mod titles;
mod twins;
mod weights;

use std::collections::BTreeMap;

use self::family::Families;
use self::likeness::Settings;
pub(crate) use self::likeness::is_swapped;
pub use self::likeness::{Feature, Forest, Node};
use self::near::{Near, Pair};
use self::story::{Shared, Stories, Tellers};
use self::weights::Weights;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cores::in_chunks;
use super::{Corpus, Statement};
use crate::claim::{Claim, Slot, is_past_year};
use crate::quantity::{self, Amount, Kind, PartialDate, Relation, Unit, ratio, relation};

/// Share of common weight from which equal figures of one story tell of one thing.
const SAME: f64 = 0.12;

/// The same for figures a power of ten apart.
const SLIP: f64 = 0.25;

/// How many times larger than its bound a figure may be and still be the one that it tells of.
const AGREES: f64 = 1.5;

/// Digits from which equal figures of one story are hardly equal by chance.
const TELLING: u32 = 3;

/// Claims that share a word with more claims than these are not compared for that word alone.
const COMMON: usize = 400;

/// Which claims tell of one thing.
pub(super) struct Kin {
    /// Sets of claims that do, ascending; a claim that is like no other is a set of its own.
    pub(super) sets: Vec<Vec<usize>>,
    /// Pairs of one article and voice of which the later one refers to the earlier with another figure.
    pub(super) referred: Vec<(usize, usize)>,
    /// Pairs of articles with one number, told of another time or in another unit.
    pub(super) twins: Vec<(usize, usize)>,
}

/// The claims of a corpus, and what they are compared by.
struct Compared<'c> {
    corpus: &'c Corpus,
    /// Claims that can be told of the same: those with a value and a unit.
    loose: Vec<usize>,
    /// Sets of them that copies of one text repeat.
    copies: Vec<Vec<usize>>,
    weights: Weights,
    stories: Stories,
    near: Near,
    /// The digits of every claim without the zeros at their ends.
    digits: Vec<Option<u128>>,
    settings: Settings,
}

impl<'c> Compared<'c> {
    fn of(corpus: &'c Corpus) -> Self {
        let comparable = |i: &usize| {
            let quantity = &corpus.statements[*i].claim.quantity;
            quantity.is_comparable() && quantity.unit != Unit::None
        };
        let loose: Vec<usize> = (0..corpus.statements.len()).filter(comparable).collect();
        let copies = copies(corpus, &loose);
        let unlike: Vec<usize> = copies.iter().map(|set| set[0]).collect();
        let weights = Weights::of(corpus, &unlike);
        let stories = Stories::of(corpus);
        let near = Near::new(weights.candidates(corpus, &stories, &unlike), corpus.statements.len());
        let digits: Vec<Option<u128>> = corpus.statements.iter().map(digits).collect();
        let settings = Settings::new(corpus, &digits);
        Compared { corpus, loose, copies, weights, stories, near, digits, settings }
    }
}

/// The kin among the claims of a corpus.
pub(super) fn find(corpus: &Corpus) -> Kin {
    let compared = Compared::of(corpus);
    let Compared { loose, weights, stories, .. } = &compared;
    let mut families = Families::new(corpus.statements.len(), &compared.copies);
    families.measure(measured(corpus));
    let (equal, differing) = links(&compared);
    let mut referred = titles::pairs(corpus, weights, loose);
    for (x, y) in &referred {
        families.refer(corpus, *x, *y);
    }
    for (_, x, y) in equal {
        families.join(corpus, x, y);
    }
    for (x, y) in beside::pairs(corpus, weights, loose) {
        families.face(corpus, x, y);
    }
    let references = beside::references(corpus, loose);
    for (x, y) in &references {
        families.refer(corpus, *x, *y);
    }
    for (score, x, y) in differing {
        if score >= likeness::SURE { families.refer(corpus, x, y) } else { families.join(corpus, x, y) }
    }
    for (x, y) in lists::pairs(corpus, stories) {
        families.join(corpus, x, y);
    }
    for (x, y) in dates::pairs(corpus, weights, stories) {
        families.join(corpus, x, y);
    }
    let twins = twins::pairs(corpus, weights, stories);
    let all: Vec<usize> = (0..corpus.statements.len()).collect();
    referred.extend(references);
    Kin { sets: families.sets(&all), referred, twins }
}

/// Two claims that differ and may be told of one thing, as statements of a corpus, with what is known of them.
pub struct Sample {
    /// The claims.
    pub claims: (usize, usize),
    /// What is known of them.
    pub features: Vec<Feature>,
}

/// The pairs of a corpus that likeness decides on, for a forest to be fitted to.
pub fn samples(corpus: &Corpus) -> Vec<Sample> {
    let compared = Compared::of(corpus);
    let sample = |pair: &Pair| {
        let claims = (pair.0.0 as usize, pair.0.1 as usize);
        let excludes = relation_of(corpus, claims.0, claims.1) == Some(Relation::Contradiction);
        let decided = excludes && matches!(told_as(&compared, pair), Told::Otherwise);
        let features = likeness::features(&compared, pair).filter(|_| decided)?;
        Some(Sample { claims, features })
    };
    compared.near.pairs().iter().filter_map(sample).collect()
}

/// The claims that measures of the topic explain, by slot and period.
fn measured(corpus: &Corpus) -> Vec<Vec<usize>> {
    let mut slots: BTreeMap<(&Slot, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (i, statement) in corpus.statements.iter().enumerate() {
        let claim = &statement.claim;
        if !claim.derived {
            slots.entry((&claim.slot, claim.scope.period.as_deref())).or_default().push(i);
        }
    }
    slots.into_values().collect()
}

/// Sets of claims that copies of one text repeat word for word; only the first of each is compared with others.
fn copies(corpus: &Corpus, loose: &[usize]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut known: FxHashMap<(u64, &[u32]), usize> = FxHashMap::default();
    for i in loose {
        let statement = &corpus.statements[*i];
        let set = *known.entry((statement.fingerprint, &statement.claim.terms.words)).or_insert(sets.len());
        if set == sets.len() {
            sets.push(Vec::new());
        }
        sets[set].push(*i);
    }
    sets
}

/// Pairs of claims that tell of one thing, the surest first: what they form decides what may still join them. Those of equal
/// figures, and those of figures that differ, of which each has one match in an article.
fn links(compared: &Compared<'_>) -> (Vec<ScoredLink>, Vec<ScoredLink>) {
    let corpus = compared.corpus;
    let found = in_chunks(compared.near.pairs(), |pairs| {
        let link = |pair: &Pair| {
            let (of, sureness) = link(compared, pair)?;
            Some((of, (sureness, pair.0.0 as usize, pair.0.1 as usize)))
        };
        pairs.iter().filter_map(link).collect()
    });
    let (mut equal, mut differing) = (Vec::new(), Vec::new());
    for (of, link) in found {
        match of {
            LinkOf::Equals => equal.push(link),
            LinkOf::Differing => differing.push(link),
        }
    }
    let surest = |a: &(f64, usize, usize), b: &(f64, usize, usize)| {
        b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2)))
    };
    equal.sort_by(surest);
    differing.sort_by(surest);
    let mut matched: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut first = |x: usize, y: usize| {
        let sides = [(x, corpus.statements[y].article), (y, corpus.statements[x].article)];
        !sides.iter().any(|side| matched.contains(side)) && sides.iter().all(|side| matched.insert(*side))
    };
    differing.retain(|(_, x, y)| first(*x, *y));
    (equal, differing)
}

/// What two claims that tell of one thing give for it: one figure, though a power of ten apart, or two.
#[derive(Debug, Clone, Copy)]
enum LinkOf {
    Equals,
    Differing,
}

/// Whether two near claims tell of one thing, and how surely.
fn link(compared: &Compared<'_>, pair: &Pair) -> Option<(LinkOf, f64)> {
    match told_as(compared, pair) {
        Told::Alike => Some((LinkOf::Equals, pair.1)),
        Told::Apart => None,
        Told::Otherwise => likeness::of(compared, pair).map(|score| (LinkOf::Differing, score)),
    }
}

/// How one of two near claims is told in the other's article.
enum Told {
    /// The two are one figure, though perhaps a power of ten apart.
    Alike,
    /// They are of two things.
    Apart,
    /// With other digits.
    Otherwise,
}

/// What the digits of two near claims make of them.
fn told_as(compared: &Compared<'_>, ((x, y), told, shared): &Pair) -> Told {
    let Compared { corpus, digits, .. } = compared;
    let (x, y, told, shared) = (*x as usize, *y as usize, *told, *shared);
    let alike = |yes: bool| if yes { Told::Alike } else { Told::Apart };
    let apart = || !likeness::name_one_site(corpus, x, y) || likeness::are_of_others(corpus, x, y);
    match digits[x].filter(|own| digits[y] == Some(*own)) {
        // « 2 500 emplois à Saline » and the 25 000 of other sites; « Oracle investira 50 milliards » is no slip of the project's 500.
        Some(own) if !is_equal(corpus, x, y) && !is_plain_slip(corpus, (x, y), own) && apart() => Told::Apart,
        // A power of ten apart: the words must say that they are one.
        Some(digits) if shared.is_one() && is_slip_of_one(corpus, (x, y), digits, told) => Told::Alike,
        Some(digits)
            if !is_equal(corpus, x, y)
                && (told < slip(corpus, x, y, digits) || digits < 10 && !same_period(corpus, x, y)) =>
        {
            Told::Apart
        }
        Some(digits) => alike(is_one_figure(corpus, (x, y), told, shared, digits)),
        // « 4,7 millions » for « 4 712 millions »
        None if is_rounded_slip(corpus, (x, y), digits) => alike(told >= SAME && shared.is_one()),
        // « 500 000 m² » for square feet: few things of a story have an area.
        None if is_unit_slip(corpus, (x, y)) => alike(told >= SAME && shared.is_one()),
        None if adds_up(corpus, x, y) || adds_up(corpus, y, x) => Told::Apart,
        None => Told::Otherwise,
    }
}

/// Whether two figures are a thousand or a million times apart, but for the rounding of one of them.
fn is_rounded_slip(corpus: &Corpus, (x, y): Link, digits: &[Option<u128>]) -> bool {
    let several = |i: usize| digits[i].is_some_and(|digits| digits > 9);
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    several(x) && several(y) && ratio(quantity(x), quantity(y)).is_some_and(quantity::is_rounded_slip)
}

/// Whether two sizes, each the only one of its article, are as far apart as the unit that they are in and one of English: square feet
/// told as square metres, miles as kilometres.
fn is_unit_slip(corpus: &Corpus, (x, y): Link) -> bool {
    /// Square feet in a square metre, acres in a hectare, feet in a metre, kilometres in a mile.
    const UNITS: [f64; 4] = [10.764, 2.471, 3.281, 1.609];
    /// Of both, for roundings.
    const NEAR: f64 = 0.02;
    let alone = |i: usize| likeness::is_size(&corpus.statements[i].claim) && likeness::is_lone(corpus, i);
    let apart = |ratio: f64| UNITS.iter().any(|unit| (ratio / unit - 1.0).abs() < NEAR);
    alone(x) && alone(y) && likeness::ratio(corpus, x, y).is_some_and(apart)
}

/// Whether two figures of one value are one figure: told alike, of so many digits that they are hardly equal by chance, or
/// turned round.
fn is_one_figure(corpus: &Corpus, (x, y): (usize, usize), told: f64, shared: Shared, digits: u128) -> bool {
    let bound = |i: usize| corpus.statements[i].claim.quantity.bound;
    // « au moins 25 milliards » and « jusqu'à 25 milliards » are hardly both told of two things in one story.
    let turned = || {
        // « au moins 10 gigawatts », « jusqu'à dix gigawatts »: few things of a story have a power.
        let power = corpus.statements[x].claim.quantity.kind == Kind::Power;
        let voiced = corpus.one_speaker(x, y) || digits > 9 || power;
        is_equal(corpus, x, y) && bound(x).faces(bound(y)) && shared.is_one() && voiced
    };
    let odd = is_odd(digits) && shared.is_one() && is_equal(corpus, x, y);
    told >= SAME || is_telling(digits) || odd || told > 0.0 && is_echo(corpus, x, y) || turned()
}

/// Share of common weight from which figures a power of ten apart are taken to be one: more where a measure explains one of
/// them and not the other, or where there is but one digit.
fn slip(corpus: &Corpus, x: usize, y: usize, digits: u128) -> f64 {
    let derived = |i: usize| corpus.statements[i].claim.derived;
    match () {
        () if !(derived(x) && derived(y)) || digits < 10 => SLIP,
        () if is_telling(digits) => 0.0,
        () => SAME,
    }
}

fn same_period(corpus: &Corpus, x: usize, y: usize) -> bool {
    let period = |i: usize| &corpus.statements[i].claim.scope.period;
    period(x) == period(y)
}

fn is_equal(corpus: &Corpus, x: usize, y: usize) -> bool {
    let value = |i: usize| corpus.statements[i].claim.quantity.in_common_unit().value();
    value(x) == value(y)
}

/// Two claims that tell of one thing, with how surely they do.
type ScoredLink = (f64, usize, usize);

/// Two claims that tell of one thing.
type Link = (usize, usize);

/// Whether two equal figures are one that was told on, though in other words: by one voice, or with the bound turned round.
fn is_echo(corpus: &Corpus, x: usize, y: usize) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let equal = quantity(x).value() == quantity(y).value();
    equal && (corpus.one_speaker(x, y) || quantity(x).bound.faces(quantity(y).bound))
}

/// Whether one voice's figure is told with one of two facing bounds here and the other there, whatever time they are told of.
fn is_voiced_echo(corpus: &Corpus, x: usize, y: usize) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    is_equal(corpus, x, y) && corpus.one_speaker(x, y) && quantity(x).bound.faces(quantity(y).bound)
}

/// Whether two figures of one time have the same three digits or more, a power of ten apart, or two, a thousand times:
/// « 1,87 milliard », « 1,87 billion ».
fn is_slipped_twin(corpus: &Corpus, x: usize, y: usize) -> bool {
    let digits = |i: usize| digits(&corpus.statements[i]);
    let one_time = || digits(x).is_some_and(is_telling) && same_period(corpus, x, y);
    digits(x) == digits(y)
        && !is_equal(corpus, x, y)
        && (one_time() || digits(x) > Some(9) && is_thousandfold(corpus, x, y) && are_sums(corpus, x, y))
}

/// Whether two figures are sums of one currency: of what is counted a thousand times as many are another thing.
fn are_sums(corpus: &Corpus, x: usize, y: usize) -> bool {
    let unit = |i: usize| corpus.statements[i].claim.quantity.unit.common();
    matches!(unit(x), Unit::Currency(_)) && unit(x) == unit(y)
}

/// Whether two figures with these digits are a thousand times apart, and hardly by chance: an equal figure stands beside both.
fn is_plain_slip(corpus: &Corpus, (x, y): Link, digits: u128) -> bool {
    is_telling(digits) && is_thousandfold(corpus, x, y) && likeness::siblings(corpus, x, y) > 0
}

/// Whether two figures a power of ten apart are one, though of one digit and hardly told alike.
fn is_slip_of_one(corpus: &Corpus, (x, y): Link, digits: u128, told: f64) -> bool {
    // « 2,3 millions », « 2,3 milliards »: in one story hardly two things, in whatever words.
    let in_time = || in_one_time(&corpus.statements[x], &corpus.statements[y]);
    digits > 9
        && is_thousandfold(corpus, x, y)
        && (told >= SAME && are_sums(corpus, x, y) || in_time())
        && (told > 0.0 || may_be_of_one(corpus, x, y))
        // « un contrat de 300 millions sur cinq ans », « ce contrat à 300 milliards sur cinq ans »
        || told >= SAME
            && is_thousandfold(corpus, x, y)
            && are_sums(corpus, x, y)
            && likeness::siblings(corpus, x, y) > 0
        || told > 0.0 && is_left_in_english(corpus, x, y)
        || is_voiced_slip(corpus, x, y)
        || is_prefix_slip(corpus, (x, y), told)
}

/// « 1,4 téraoctet », « 1,4 gigaoctet »: figures with a prefix, a thousand times apart. Of one digit, a word must be shared.
fn is_prefix_slip(corpus: &Corpus, (x, y): Link, told: f64) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let prefixed = matches!(quantity(x).kind, Kind::Data | Kind::Energy | Kind::Power);
    let power = ratio(quantity(x), quantity(y)).and_then(quantity::power_of_ten);
    let several = digits(&corpus.statements[x]).is_some_and(|digits| digits > 9);
    prefixed && power.is_some_and(|power| power > 1) && same_period(corpus, x, y) && (several || told > 0.0)
}

/// Whether one person gives two figures for a year, ten or a thousand times apart: « 300 millions par an », « 30 millions par an ».
fn is_voiced_slip(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let power = ratio(&claim(x).quantity, &claim(y).quantity).and_then(quantity::power_of_ten);
    power.is_some()
        && claim(x).scope.period.is_some()
        && same_period(corpus, x, y)
        && corpus.one_speaker(x, y)
}

/// Whether one of two figures is told as « billion », a word that French hardly has, and is a thousand times the other.
fn is_left_in_english(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let billion = |i: usize| {
        let told = claim(i).quantity.value().zip(claim(i).terms.written);
        told.is_some_and(|(value, written)| written.checked_mul(Amount::from(BILLION)) == Some(value))
    };
    is_thousandfold(corpus, x, y) && (billion(x) || billion(y)) && same_period(corpus, x, y)
}

/// Whether nothing tells two figures apart: no general measure (an aid, a loss), no pace, no « chacun ».
fn may_be_of_one(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let (p, q) = (&claim(x).terms, &claim(y).terms);
    let measures = p.measure.zip(q.measure).is_none_or(|(a, b)| a == b);
    measures && p.per == q.per && claim(x).ties.each == claim(y).ties.each
}

/// Whether one of two figures is a thousand times the other.
fn is_thousandfold(corpus: &Corpus, x: usize, y: usize) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    ratio(quantity(x), quantity(y)) == Some(Amount::from(1_000))
}

/// What « billion » is in French.
const BILLION: u64 = 1_000_000_000_000;

/// Whether two figures are equal, and hardly by chance.
fn is_twin(corpus: &Corpus, x: usize, y: usize) -> bool {
    let value = |i: usize| corpus.statements[i].claim.quantity.value();
    let own = digits(&corpus.statements[x]);
    value(x) == value(y) && (is_echo(corpus, x, y) || own.is_some_and(is_telling))
}

/// What a claim measures or counts: its unit, and the noun of a count.
type Thing = (Unit, Option<u32>);

fn thing(statement: &Statement) -> Thing {
    let claim = &statement.claim;
    let counted = matches!(claim.quantity.unit, Unit::Noun | Unit::Ratio);
    (claim.quantity.unit.common(), claim.terms.noun.filter(|_| counted))
}

fn worth(corpus: &Corpus, claim: usize) -> Option<(Amount, Unit)> {
    let quantity = corpus.statements[claim].claim.quantity.in_common_unit();
    Some((quantity.value()?, quantity.unit))
}

/// The pairs of some claims that are of different articles; none where they are more than are compared.
fn across(corpus: &Corpus, claims: &[usize]) -> impl Iterator<Item = Link> {
    let few = if claims.len() <= COMMON { claims } else { &[] };
    let pairs = few.iter().enumerate().flat_map(move |(n, x)| few[n + 1..].iter().map(move |y| (*x, *y)));
    pairs.filter(|(x, y)| corpus.apart(*x, *y))
}

/// What the articles of two claims share, if these have one unit, noun and time and the articles may tell of one story.
fn comparable(corpus: &Corpus, stories: &mut Tellers<'_>, x: usize, y: usize) -> Option<Shared> {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    let alike = a.article != b.article
        && (a.claim.derived || b.claim.derived || of_a_site_and_all(a, b) && is_voiced_echo(corpus, x, y))
        && a.claim.quantity.unit.common() == b.claim.quantity.unit.common()
        && (one_thing(a, b) || is_twin(corpus, x, y))
        && (in_one_time(a, b)
            || one_leaves_time_out(a, b)
            || corpus.one_speaker(x, y) && one_leaves_day_out(a, b)
            || is_voiced_echo(corpus, x, y)
            || is_slipped_twin(corpus, x, y));
    let shared = alike.then(|| stories.shared(a.article, b.article)).filter(|shared| shared.may_be_one());
    shared.map(|shared| Shared { foreign: stories.are_foreign(a, b), ..shared })
}

/// « Le campus logera 400 000 puces »: one of two claims of a measure names the site, the other does not.
fn of_a_site_and_all(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.slot, &b.claim.slot);
    p.measure == q.measure && p.subjects == q.subjects && p.place.is_some() != q.place.is_some()
}

/// Whether two claims may count one thing: one of them may leave the noun out.
fn one_thing(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (a.claim.terms.noun, b.claim.terms.noun);
    a.claim.quantity.unit.common() == b.claim.quantity.unit.common() && p.zip(q).is_none_or(|(p, q)| p == q)
}

/// Whether two claims count things of one name.
fn counts_one(a: &Claim, b: &Claim) -> bool {
    a.terms.noun.is_some() && a.terms.noun == b.terms.noun
}

/// Whether two claims are of the same people or things, as far as one says of whom alone it is: « 62 % chez les conducteurs » and
/// « 81 % des conducteurs », not « 28 % de grévistes ».
fn are_of_one_part(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.terms, &b.claim.terms);
    let named = |part: Option<u32>, words: &[u32]| part.is_none_or(|part| words.contains(&part));
    p.part == q.part || named(p.part, &q.words) && named(q.part, &p.words)
}

/// Whether nothing near two claims sets them at different times, or says that one is of some alone.
fn in_one_time(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.terms, &b.claim.terms);
    are_of_one_part(a, b)
        && p.date.zip(q.date).is_none_or(|(x, y)| x.compatible(&y))
        && a.claim.scope.period == b.claim.scope.period
}

/// Whether one of two claims is of a year, and the other does not say of which: « un déficit de 6,8 millions l'an dernier ».
fn one_leaves_time_out(a: &Statement, b: &Statement) -> bool {
    let year = |x: &Statement, y: &Statement| {
        x.claim.scope.period.as_deref().is_some_and(is_past_year) && y.claim.scope.period.is_none()
    };
    let (p, q) = (&a.claim.terms, &b.claim.terms);
    p.date.zip(q.date).is_none_or(|(x, y)| x.compatible(&y)) && (year(a, b) || year(b, a))
}

/// « Le 7 février, la procureure avait demandé … »: whether the second of two claims of one part is of a day, and the first does not
/// say of which.
fn leaves_day_out(a: &Statement, b: &Statement) -> bool {
    let day =
        b.claim.scope.period.as_deref().and_then(PartialDate::parse).is_some_and(|date| date.day.is_some());
    day && a.claim.scope.period.is_none() && are_of_one_part(a, b)
}

/// Whether one of two claims leaves out the day that the other is of.
fn one_leaves_day_out(a: &Statement, b: &Statement) -> bool {
    // Tolls grow from day to day.
    let counts = a.claim.quantity.unit == Unit::Noun;
    !counts && (leaves_day_out(a, b) || leaves_day_out(b, a))
}

/// Whether two sets of names have one in common, or one is empty.
fn meet(a: &[u32], b: &[u32]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|name| b.binary_search(name).is_ok())
}

/// The digits of a value without the zeros at its ends: the same for values a power of ten apart.
fn digits(statement: &Statement) -> Option<u128> {
    statement.claim.quantity.in_common_unit().value().map(quantity::digits)
}

/// The digits of a number as written, in ascending order: the same for numbers that have them in another.
fn sorted_digits(statement: &Statement) -> Option<u128> {
    let mut left = statement.claim.terms.written?.mantissa().unsigned_abs();
    let mut counts = [0_u8; 10];
    while left != 0 {
        counts[(left % 10) as usize] += 1;
        left /= 10;
    }
    let digits = (0_u128..).zip(counts).flat_map(|(digit, count)| (0..count).map(move |_| digit));
    Some(digits.fold(0, |sorted, digit| sorted * 10 + digit))
}

/// Whether there are so many digits that two figures hardly have them by chance.
fn is_telling(digits: u128) -> bool {
    digits >= 10_u128.pow(TELLING - 1)
}

/// Whether two figures of one story hardly have these digits by chance: 82, unlike 80 or 25.
fn is_odd(digits: u128) -> bool {
    digits > 9 && !digits.is_multiple_of(5)
}

/// Whether two figures say the same, as nearly as « plus de 500 » and 550.
fn agrees(corpus: &Corpus, x: usize, y: usize) -> bool {
    let near = || likeness::ratio(corpus, x, y).is_none_or(|ratio| ratio < AGREES);
    relation_of(corpus, x, y).is_some_and(|relation| relation <= Relation::Compatible) && near()
}

fn relation_of(corpus: &Corpus, x: usize, y: usize) -> Option<Relation> {
    relation(&corpus.statements[x].claim.quantity, &corpus.statements[y].claim.quantity)
}

/// « 162 passagers et 29 membres d'équipage » are the 191 aboard: whether a count and the one next to it in its sentence make
/// another.
fn adds_up(corpus: &Corpus, all: usize, part: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let value = |i: usize| claim(i).quantity.value().filter(|_| claim(i).quantity.unit == Unit::Noun);
    let beside = |other: usize| {
        !corpus.apart(part, other) && claim(part).terms.sentence == claim(other).terms.sentence
    };
    // « neuf morts et 34 blessés » are no 43 « blessés ».
    if claim(all).noun == claim(part).noun {
        return false;
    }
    let others = [part.checked_sub(1), Some(part + 1)].into_iter().flatten();
    let mut others = others.filter(|i| *i < corpus.statements.len() && beside(*i));
    others.any(|other| {
        let sum = value(part).zip(value(other)).and_then(|(a, b)| a.checked_add(b));
        sum.is_some() && sum == value(all)
    })
}

/// Whether one of two claims has an equal in the other's article: then the two articles agree on it.
fn settled(corpus: &Corpus, near: &Near, x: usize, y: usize) -> bool {
    let has_equal = |claim: usize, other: usize| {
        let there = corpus.statements_of(corpus.statements[other].article);
        near.among(claim, there).any(|(other, score)| {
            let one_noun = counts_one(&corpus.statements[claim].claim, &corpus.statements[other].claim);
            (score > 0.5 * SAME || one_noun) && agrees(corpus, claim, other)
        })
    };
    has_equal(x, y) || has_equal(y, x)
}
