//! Kin: claims that no measure of the topic explains and that tell of the same thing, found by the words around them.
//!
//! Two claims of one unit in different articles are compared by the words that they share, rare words weighing most. What an
//! article says with an equal figure elsewhere is settled first; only what is left, and is each other's best match, can
//! disagree. A figure that both articles give is no disagreement, whatever else stands near it.

mod family;
mod near;
mod story;

use std::collections::HashMap;

use self::family::Families;
use self::near::{Near, Pair};
use self::story::{Stories, Tellers};
use super::{Corpus, Statement};
use crate::claim::name_key;
use crate::quantity::{Amount, Relation, Unit, relation};

/// Share of common weight from which equal figures of one story tell of one thing.
const SAME: f64 = 0.12;

/// The same for figures that differ.
const OTHER: f64 = 0.30;

/// Digits from which equal figures of one story are hardly equal by chance.
const TELLING: u32 = 3;

/// What one named speaker adds to the likeness of two claims.
const VOICE: f64 = 0.35;

/// Sentences between two voices that an article sets side by side.
const BESIDE: usize = 2;

/// Claims that share a word with more claims than these are not compared for that word alone.
const COMMON: usize = 400;

/// Sets of claims that tell of one thing, ascending; a claim that is like no other is a set of its own.
pub(super) fn find(corpus: &Corpus) -> Vec<Vec<usize>> {
    let derived: Vec<usize> =
        (0..corpus.statements.len()).filter(|i| corpus.statements[*i].claim.derived).collect();
    let loose: Vec<usize> = derived
        .iter()
        .copied()
        .filter(|i| {
            let quantity = &corpus.statements[*i].claim.quantity;
            quantity.is_comparable() && quantity.unit != Unit::None
        })
        .collect();
    let copies = copies(corpus, &loose);
    let unlike: Vec<usize> = copies.iter().map(|set| set[0]).collect();
    let weights = Weights::of(corpus, &unlike);
    let stories = Stories::of(corpus);
    let near = Near::new(weights.candidates(corpus, &stories, &unlike), corpus.statements.len());
    let digits: Vec<Option<u128>> = corpus.statements.iter().map(digits).collect();
    let mut links: Vec<(f64, usize, usize)> = near
        .pairs()
        .filter(|(x, y, score)| is_linked(corpus, &near, &digits, (*x, *y), *score))
        .map(|(x, y, score)| (score, x, y))
        .collect();
    // The most alike first: what they form decides what may still join them.
    links.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut families = Families::new(corpus.statements.len(), copies);
    for (_, x, y) in links {
        families.join(corpus, x, y);
    }
    for (x, y) in side_by_side(corpus, &weights, &loose) {
        families.face(corpus, x, y);
    }
    families.sets(&derived)
}

/// Sets of claims that copies of one text repeat word for word; only the first of each is compared with others.
fn copies(corpus: &Corpus, loose: &[usize]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(u64, &[u32]), usize> = HashMap::new();
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

/// Whether two claims tell of one thing: they are told alike, more so if their figures differ, which then are each other's
/// best match and have no equal.
fn is_linked(
    corpus: &Corpus,
    near: &Near,
    digits: &[Option<u128>],
    (x, y): (usize, usize),
    score: f64,
) -> bool {
    match digits[x].filter(|own| digits[y] == Some(*own)) {
        Some(digits) => score >= SAME || is_telling(digits) || is_echo(corpus, x, y),
        None => score >= OTHER && mutual(corpus, near, x, y) && !settled(corpus, near, x, y),
    }
}

/// Whether two equal figures are one that was told on, though in other words: by one voice, or with the bound turned round.
fn is_echo(corpus: &Corpus, x: usize, y: usize) -> bool {
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let equal = quantity(x).value() == quantity(y).value();
    equal && (corpus.one_speaker(x, y) || quantity(x).bound.faces(quantity(y).bound))
}

/// Whether two figures are equal, and hardly by chance.
fn is_twin(corpus: &Corpus, x: usize, y: usize) -> bool {
    let value = |i: usize| corpus.statements[i].claim.quantity.value();
    let own = digits(&corpus.statements[x]);
    value(x) == value(y) && (is_echo(corpus, x, y) || own.is_some_and(is_telling))
}

/// How much each word tells: words of few claims tell most.
struct Weights {
    /// In how many claims a word stands.
    counts: HashMap<u32, usize>,
    /// The claims with a word, by what they measure or count.
    holders: HashMap<(u32, Thing), Vec<usize>>,
    /// The claims of a value.
    equals: HashMap<(Amount, Unit), Vec<usize>>,
    claims: f64,
}

impl Weights {
    #[allow(clippy::cast_precision_loss, reason = "counts of claims")]
    fn of(corpus: &Corpus, loose: &[usize]) -> Self {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        let mut holders: HashMap<(u32, Thing), Vec<usize>> = HashMap::new();
        for i in loose {
            let statement = &corpus.statements[*i];
            for word in &statement.claim.terms.words {
                *counts.entry(*word).or_default() += 1;
                holders.entry((*word, thing(statement))).or_default().push(*i);
            }
        }
        let mut equals: HashMap<(Amount, Unit), Vec<usize>> = HashMap::new();
        for i in loose {
            if let Some(key) = worth(corpus, *i) {
                equals.entry(key).or_default().push(*i);
            }
        }
        Weights { counts, holders, equals, claims: loose.len() as f64 }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of claims")]
    fn weight(&self, word: u32) -> f64 {
        let holders = self.counts.get(&word).copied().unwrap_or(1);
        (1.0 + self.claims / holders as f64).ln()
    }

    fn total(&self, words: &[u32]) -> f64 {
        words.iter().map(|word| self.weight(*word)).sum()
    }

    /// The weight of the words that two claims share.
    fn shared(&self, corpus: &Corpus, x: usize, y: usize) -> f64 {
        let words = |i: usize| corpus.statements[i].claim.terms.words.as_slice();
        words(x)
            .iter()
            .filter(|word| words(y).binary_search(word).is_ok())
            .map(|word| self.weight(*word))
            .sum()
    }

    /// Pairs of claims that can be about one thing, ascending, with how alike they are told, 0 to 1.
    fn candidates(&self, corpus: &Corpus, stories: &Stories, loose: &[usize]) -> Vec<Pair> {
        let total = |claim: &Statement| self.total(&claim.claim.terms.words);
        let totals: Vec<f64> = corpus.statements.iter().map(total).collect();
        let mut stories = stories.tellers();
        let mut pairs: Vec<Pair> = Vec::new();
        // The weight that each later claim shares with one, and which those claims are.
        let mut shared: Vec<Option<f64>> = vec![None; corpus.statements.len()];
        let mut sharing: Vec<usize> = Vec::new();
        for x in loose {
            let mut share = |y: usize, weight: f64| match &mut shared[y] {
                Some(sum) => *sum += weight,
                none => {
                    *none = Some(weight);
                    sharing.push(y);
                }
            };
            let later = |holders: &'_ [usize]| holders.partition_point(|y| y <= x);
            let thing = thing(&corpus.statements[*x]);
            for word in &corpus.statements[*x].claim.terms.words {
                if self.counts[word] <= COMMON {
                    let holders = &self.holders[&(*word, thing)];
                    let weight = self.weight(*word);
                    holders[later(holders)..].iter().for_each(|y| share(*y, weight));
                }
            }
            let equals = worth(corpus, *x).and_then(|key| self.equals.get(&key));
            if let Some(equals) = equals.filter(|equals| equals.len() <= COMMON) {
                equals[later(equals)..].iter().for_each(|y| share(*y, 0.0));
            }
            sharing.sort_unstable();
            for y in sharing.drain(..) {
                let weight = shared[y].take().unwrap_or_default();
                if comparable(corpus, &mut stories, *x, y) {
                    let told = weight / (totals[*x] * totals[y]).sqrt();
                    let voice = if corpus.one_speaker(*x, y) { VOICE } else { 0.0 };
                    pairs.push(((*x as u32, y as u32), told + voice));
                }
            }
        }
        pairs
    }
}

/// What a claim measures or counts: its unit, and the noun of a count.
type Thing = (Unit, Option<u32>);

fn thing(statement: &Statement) -> Thing {
    let claim = &statement.claim;
    (claim.quantity.unit, claim.terms.noun.filter(|_| claim.quantity.unit == Unit::Noun))
}

fn worth(corpus: &Corpus, claim: usize) -> Option<(Amount, Unit)> {
    let quantity = &corpus.statements[claim].claim.quantity;
    Some((quantity.value()?, quantity.unit))
}

/// Whether two claims of different articles have one unit, noun and time, and no names that keep them apart.
fn comparable(corpus: &Corpus, stories: &mut Tellers<'_>, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    a.article != b.article
        && a.claim.quantity.unit == b.claim.quantity.unit
        && (alike(a, b) || is_twin(corpus, x, y) && in_one_time(a, b))
        && stories.one(a.article, b.article)
}

fn alike(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.terms, &b.claim.terms);
    thing(a) == thing(b) && in_one_time(a, b) && meet(&p.names, &q.names)
}

/// Whether nothing near two claims sets them at different times.
fn in_one_time(a: &Statement, b: &Statement) -> bool {
    let (p, q) = (&a.claim.terms, &b.claim.terms);
    p.date.zip(q.date).is_none_or(|(x, y)| x.compatible(&y)) && a.claim.scope.period == b.claim.scope.period
}

/// Whether two sets of names have one in common, or one is empty.
fn meet(a: &[u32], b: &[u32]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|name| b.binary_search(name).is_ok())
}

/// The digits of a value without the zeros at its ends: the same for values a power of ten apart.
fn digits(statement: &Statement) -> Option<u128> {
    let mut digits = statement.claim.quantity.value()?.mantissa().unsigned_abs();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    Some(digits)
}

/// Whether there are so many digits that two figures hardly have them by chance.
fn is_telling(digits: u128) -> bool {
    digits >= 10_u128.pow(TELLING - 1)
}

fn relation_of(corpus: &Corpus, x: usize, y: usize) -> Option<Relation> {
    relation(&corpus.statements[x].claim.quantity, &corpus.statements[y].claim.quantity)
}

/// Whether each of two claims is the best match of the other in its article.
fn mutual(corpus: &Corpus, near: &Near, x: usize, y: usize) -> bool {
    let best = |claim: usize, other: usize| {
        let there = corpus.statements_of(corpus.statements[other].article);
        near.among(claim, there).fold(0.0, |best: f64, (_, score)| best.max(score))
    };
    (best(x, y) - best(y, x)).abs() < f64::EPSILON
}

/// Whether one of two claims has an equal in the other's article: then the two articles agree on it.
fn settled(corpus: &Corpus, near: &Near, x: usize, y: usize) -> bool {
    let has_equal = |claim: usize, other: usize| {
        let there = corpus.statements_of(corpus.statements[other].article);
        near.among(claim, there).any(|(other, score)| {
            let equal = || relation_of(corpus, claim, other).is_some_and(|r| r <= Relation::Compatible);
            score > 0.5 * SAME && equal()
        })
    };
    has_equal(x, y) || has_equal(y, x)
}

/// Pairs of an article's claims that it sets side by side as those of two named voices: « la police en compte 11 000, la CGT
/// 80 000 ». Each is set beside the one before it that is told most alike, the first among equals.
fn side_by_side(corpus: &Corpus, weights: &Weights, loose: &[usize]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (i, y) in loose.iter().enumerate() {
        let before = loose[..i].iter().rev().take_while(|x| is_near(corpus, **x, *y));
        let mut beside: Vec<(f64, usize)> = before
            .filter(|x| faces_off(corpus, **x, *y))
            .map(|x| (weights.shared(corpus, *x, *y), *x))
            .collect();
        beside.reverse();
        // A voice answers another once: « 31 % et 62 %, dit l'une ; 52 %, dit l'autre ; 81 %, dit le troisième ».
        let taken = |x: usize| {
            let mut here = found.iter().rev().take_while(|(_, b)| !corpus.apart(*b, *y));
            here.any(|(a, b)| *a == x && corpus.one_voice(*b, *y))
        };
        let best =
            beside.into_iter().filter(|(_, x)| !taken(*x)).fold(None, |best: Option<(f64, usize)>, next| {
                if best.is_none_or(|best| next.0 > best.0) { Some(next) } else { best }
            });
        found.extend(best.map(|(_, x)| (x, *y)));
    }
    found
}

fn is_near(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    a.article == b.article && b.claim.terms.sentence <= a.claim.terms.sentence + BESIDE
}

/// Whether two named voices speak of what may be one thing, one right after the other.
fn faces_off(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (a, b) = (&corpus.statements[x], &corpus.statements[y]);
    let (told, answer) = (&a.claim.terms, &b.claim.terms);
    let voices = a.claim.speaker.is_some() && b.claim.speaker.is_some() && !corpus.one_voice(x, y);
    let shared = told.words.iter().any(|word| answer.words.binary_search(word).is_ok());
    // « moins de 10 %, dit l'un ; au moins 25 %, dit l'autre »
    let facing = answer.sentence <= told.sentence + 1 && a.claim.quantity.bound.faces(b.claim.quantity.bound);
    let others = |names: &[u32]| -> Vec<u32> {
        let voice =
            |name: &u32| [a, b].iter().any(|s| s.claim.speaker.as_deref().map(name_key) == Some(*name));
        names.iter().copied().filter(|name| !voice(name)).collect()
    };
    voices
        && thing(a) == thing(b)
        && in_one_time(a, b)
        && meet(&others(&told.names), &others(&answer.names))
        && (told.sentence == answer.sentence || shared || facing)
}
