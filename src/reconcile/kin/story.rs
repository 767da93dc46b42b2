//! Stories: which articles tell of one thing that happened.

use rustc_hash::FxHashMap;

use super::weights::Weights;
use crate::claim::name_key;
use crate::reconcile::{Corpus, Statement};

/// Share of common names beside their figures from which two articles surely tell of one story.
const NAMES: f64 = 0.15;

/// The same of the words of their whole texts.
const WORDS: f64 = 0.07;

/// Share of both together from which they may.
const EITHER: f64 = 0.05;

/// Articles of which as many are taken to be there: in two, no word is rare.
const FEWEST: usize = 12;

/// Which articles tell of one story: they share the names beside their figures, or the words of their texts.
pub(super) struct Stories {
    /// The hashes of each article's names, ascending.
    named: Vec<Vec<u32>>,
    names: Likeness,
    words: Likeness,
}

impl Stories {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut names: Vec<Vec<u32>> = vec![Vec::new(); corpus.records.len()];
        for statement in &corpus.statements {
            let terms = &statement.claim.terms;
            names[statement.article].extend(terms.names.iter().chain(&terms.people));
            // The site that a figure is of is named, though not beside it.
            names[statement.article].extend(statement.claim.slot.place.as_deref().map(name_key));
        }
        for own in &mut names {
            own.sort_unstable();
            own.dedup();
        }
        let words = corpus.records.iter().map(|record| record.words.as_slice());
        let words = Likeness::of(words);
        Stories { names: Likeness::of(names.iter().map(Vec::as_slice)), words, named: names }
    }

    /// The stories of one article after the other.
    pub(super) fn tellers(&self) -> Tellers<'_> {
        Tellers {
            named: &self.named,
            article: usize::MAX,
            names: Marked::new(&self.names),
            words: Marked::new(&self.words),
            known: vec![(usize::MAX, Shared::default()); self.names.sets.len()],
        }
    }
}

/// How much of their names and words two articles share, 0 to 1 each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    pub(super) names: f64,
    pub(super) words: f64,
    /// Each of the two claims in question is told with names of which the other's article has none.
    pub(super) foreign: bool,
}

impl Shared {
    /// Whether the articles tell of one story.
    pub(super) fn is_one(self) -> bool {
        self.names >= NAMES || self.words >= WORDS
    }

    /// Whether they may.
    pub(super) fn may_be_one(self) -> bool {
        self.names + self.words >= EITHER
    }
}

/// Which articles tell of the story that one article tells: asked for many claims, found out once.
pub(super) struct Tellers<'s> {
    named: &'s [Vec<u32>],
    article: usize,
    names: Marked<'s>,
    words: Marked<'s>,
    /// For each article with which one it was last held together, and what they share.
    known: Vec<(usize, Shared)>,
}

impl Tellers<'_> {
    /// Whether the articles of two claims tell of one story.
    pub(super) fn of_one_story(&mut self, corpus: &Corpus, x: usize, y: usize) -> bool {
        self.shared(corpus.statements[x].article, corpus.statements[y].article).is_one()
    }

    /// Whether the articles of two dates tell of one story: they surely do, or they may and what the dates are of is told alike.
    pub(super) fn may_tell_of_one(&mut self, corpus: &Corpus, weights: &Weights, x: usize, y: usize) -> bool {
        /// Share of common weight from which two dates are told alike.
        const ALIKE: f64 = 0.2;
        let shared = self.shared(corpus.statements[x].article, corpus.statements[y].article);
        shared.is_one() || shared.may_be_one() && weights.told(corpus, x, y) >= ALIKE
    }

    /// Whether each of two statements is told with names of which the other's article has none: « le pont de Valbrune, long de 340
    /// mètres », « l'ouvrage de Montfaucon, 430 mètres ».
    pub(super) fn are_foreign(&self, a: &Statement, b: &Statement) -> bool {
        let unknown = |names: &[u32], there: usize| {
            !names.is_empty() && names.iter().all(|name| self.named[there].binary_search(name).is_err())
        };
        unknown(&a.claim.terms.names, b.article) && unknown(&b.claim.terms.names, a.article)
    }

    /// What two articles share. Cheap while the first stays the same.
    pub(super) fn shared(&mut self, a: usize, b: usize) -> Shared {
        if self.article != a {
            self.article = a;
            self.names.mark(a);
            self.words.mark(a);
        }
        if self.known[b].0 != a {
            let (names, words) = (self.names.share(b), self.words.share(b));
            self.known[b] = (a, Shared { names, words, foreign: false });
        }
        self.known[b].1
    }
}

/// How much sets of words have in common, rare words weighing most.
struct Likeness {
    /// The words of each, ascending, by number.
    sets: Vec<Vec<u32>>,
    /// The square of what each word weighs.
    squares: Vec<f64>,
    norms: Vec<f64>,
}

impl Likeness {
    /// Of sets that ascend.
    #[allow(clippy::cast_precision_loss, reason = "counts of articles")]
    fn of<'w>(sets: impl ExactSizeIterator<Item = &'w [u32]> + Clone) -> Self {
        let all = sets.len().max(FEWEST) as f64;
        let mut holders: FxHashMap<u32, u32> = FxHashMap::default();
        for word in sets.clone().flatten() {
            *holders.entry(*word).or_default() += 1;
        }
        let mut words: Vec<u32> = holders.keys().copied().collect();
        words.sort_unstable();
        let weight = |word: &u32| (1.0 + all / f64::from(holders[word])).ln();
        let squares: Vec<f64> = words.iter().map(weight).map(|weight| weight * weight).collect();
        let numbers: FxHashMap<u32, u32> =
            words.iter().zip(0..).map(|(word, number)| (*word, number)).collect();
        let sets: Vec<Vec<u32>> = sets.map(|set| set.iter().map(|word| numbers[word]).collect()).collect();
        let norm = |set: &Vec<u32>| set.iter().map(|word| squares[*word as usize]).sum::<f64>().sqrt();
        let norms = sets.iter().map(norm).collect();
        Likeness { sets, squares, norms }
    }
}

/// One of the sets, its words marked: others are held against it.
struct Marked<'l> {
    likeness: &'l Likeness,
    set: usize,
    marks: Vec<bool>,
}

impl<'l> Marked<'l> {
    fn new(likeness: &'l Likeness) -> Self {
        Marked { likeness, set: 0, marks: vec![false; likeness.squares.len()] }
    }

    fn mark(&mut self, set: usize) {
        for (of, marked) in [(self.set, false), (set, true)] {
            self.likeness.sets[of].iter().for_each(|word| self.marks[*word as usize] = marked);
        }
        self.set = set;
    }

    /// The weight that another set shares with it, 0 to 1.
    fn share(&self, other: usize) -> f64 {
        let Likeness { sets, squares, norms } = self.likeness;
        let common = sets[other].iter().map(|word| *word as usize).filter(|word| self.marks[*word]);
        let norm = norms[self.set] * norms[other];
        if norm > 0.0 { common.map(|word| squares[word]).sum::<f64>() / norm } else { 0.0 }
    }
}
