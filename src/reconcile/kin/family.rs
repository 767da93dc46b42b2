//! Families: sets of claims that grow together as long as nothing tells their members apart.

use std::collections::BTreeMap;

use super::relation_of;
use crate::claim::Modality;
use crate::quantity::Relation;
use crate::reconcile::Corpus;

/// Sets that grow together, as long as no article gives two figures in one voice in a set.
pub(super) struct Families {
    of: Vec<usize>,
    /// Ascending, and so by article.
    members: Vec<Vec<usize>>,
    /// The measure of the topic that explains a set, by number: what it does not explain may be told of the same.
    measures: Vec<Option<usize>>,
}

impl Families {
    /// Each claim a set of its own, but for copies.
    pub(super) fn new(claims: usize, copies: &[Vec<usize>]) -> Self {
        let mut of: Vec<usize> = (0..claims).collect();
        let mut members: Vec<Vec<usize>> = (0..claims).map(|claim| vec![claim]).collect();
        for set in copies {
            let first = set[0];
            for claim in set {
                of[*claim] = first;
                members[*claim].clear();
            }
            members[first].clone_from(set);
        }
        Families { of, members, measures: vec![None; claims] }
    }

    /// Makes sets of the claims that measures of the topic explain.
    #[allow(clippy::stable_sort_primitive, reason = "ascending runs, which the stable sort only merges")]
    pub(super) fn measure(&mut self, measured: Vec<Vec<usize>>) {
        for (number, claims) in measured.into_iter().enumerate() {
            let Some(root) = claims.first().map(|first| self.of[*first]) else { continue };
            for claim in claims {
                let set = self.of[claim];
                if set != root {
                    self.pour(set, root);
                }
            }
            self.members[root].sort();
            self.measures[root] = Some(number);
        }
    }

    /// Joins the sets of two claims, unless an article tells members of them apart.
    pub(super) fn join(&mut self, corpus: &Corpus, a: usize, b: usize) {
        self.unite_unless(corpus, a, b, &|x, y| two_things(corpus, x, y));
    }

    /// Joins the sets of two claims that an article sets side by side. That another one gives both in its own voice keeps
    /// them no more apart than that this one does in two.
    pub(super) fn face(&mut self, corpus: &Corpus, a: usize, b: usize) {
        self.unite_unless(corpus, a, b, &|x, y| corpus.speaker(x).is_some() && two_things(corpus, x, y));
    }

    /// Joins the sets of two claims of one article of which one refers to the other: that it gives both keeps them no more
    /// apart than that another article does in two voices.
    pub(super) fn refer(&mut self, corpus: &Corpus, a: usize, b: usize) {
        self.unite_unless(corpus, a, b, &|x, y| corpus.apart(x, a) && two_things(corpus, x, y));
    }

    /// Unites two sets, unless claims of one article keep them apart.
    #[allow(clippy::stable_sort_primitive, reason = "two ascending runs, which the stable sort only merges")]
    fn unite_unless(&mut self, corpus: &Corpus, a: usize, b: usize, apart: &dyn Fn(usize, usize) -> bool) {
        let (a, b) = (self.of[a], self.of[b]);
        if a == b || self.measures[a].is_some() && self.measures[b].is_some() {
            return;
        }
        let (small, large) = if self.members[a].len() < self.members[b].len() { (a, b) } else { (b, a) };
        let kept_apart = self.members[small]
            .iter()
            .any(|x| corpus.in_article_of(*x, &self.members[large]).iter().any(|y| apart(*x, *y)));
        if kept_apart || self.count_two(corpus, small, large) {
            return;
        }
        self.pour(small, large);
        self.members[large].sort();
        self.measures[large] = self.measures[large].or(self.measures[small]);
    }

    /// Whether two sets that no measure explains count things of two names, and not as many, though some claims leave the name out:
    /// « 47 patients … 47 le 5 janvier » and « une trentaine de soignants ».
    fn count_two(&self, corpus: &Corpus, a: usize, b: usize) -> bool {
        let claim = |i: &usize| &corpus.statements[*i].claim;
        let named = |set: usize| self.members[set].iter().filter(move |i| claim(i).terms.noun.is_some());
        let one = |x: &usize, y: &usize| {
            claim(x).terms.noun == claim(y).terms.noun
                || claim(x).quantity.value() == claim(y).quantity.value()
        };
        let derived = self.measures[a].is_none() && self.measures[b].is_none();
        let both = named(a).next().is_some() && named(b).next().is_some();
        derived && both && !named(a).any(|x| named(b).any(|y| one(x, y)))
    }

    /// Moves the members of one set behind those of another.
    fn pour(&mut self, from: usize, into: usize) {
        let moved = std::mem::take(&mut self.members[from]);
        for claim in &moved {
            self.of[*claim] = into;
        }
        self.members[into].extend(moved);
    }

    /// The sets of these claims.
    pub(super) fn sets(self, claims: &[usize]) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for claim in claims {
            sets.entry(self.of[*claim]).or_default().push(*claim);
        }
        let mut sets: Vec<Vec<usize>> = sets.into_values().collect();
        sets.sort_unstable();
        sets
    }
}

/// Whether an article gives two figures that exclude each other in one voice: it tells of two things.
fn two_things(corpus: &Corpus, x: usize, y: usize) -> bool {
    let stated =
        |i: usize| !matches!(corpus.statements[i].claim.modality, Modality::Negated | Modality::Hypothetical);
    !corpus.apart(x, y)
        && corpus.one_voice(x, y)
        && stated(x)
        && stated(y)
        && relation_of(corpus, x, y) == Some(Relation::Contradiction)
}
