//! Near claims: those that can be about one thing, with how alike they are told.

use std::ops::Range;

use super::story::Shared;

/// Which claims can be about one thing, and how alike they are told, 0 to 1.
pub(super) struct Near {
    /// Every pair, ascending, the smaller claim first.
    pairs: Vec<Pair>,
    /// The claims near each claim, ascending, one claim after the other.
    others: Vec<(u32, f64)>,
    /// Where those of each claim begin, and the end.
    starts: Vec<usize>,
}

/// Two claims, the smaller first, with how alike they are told and what their articles share.
pub(super) type Pair = ((u32, u32), f64, Shared);

impl Near {
    /// From pairs in ascending order, of this many claims.
    pub(super) fn new(pairs: Vec<Pair>, claims: usize) -> Self {
        let mut starts = vec![0; claims + 1];
        for ((x, y), ..) in &pairs {
            starts[*x as usize + 1] += 1;
            starts[*y as usize + 1] += 1;
        }
        for claim in 0..claims {
            starts[claim + 1] += starts[claim];
        }
        let mut next = starts.clone();
        let mut others = vec![(0, 0.0); 2 * pairs.len()];
        let mut put = |claim: u32, other: u32, score: f64| {
            others[next[claim as usize]] = (other, score);
            next[claim as usize] += 1;
        };
        // The smaller ones first: so those of each claim ascend.
        for ((x, y), score, _) in &pairs {
            put(*y, *x, *score);
        }
        for ((x, y), score, _) in &pairs {
            put(*x, *y, *score);
        }
        Near { pairs, others, starts }
    }

    /// Every pair, ascending.
    pub(super) fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Those of a range of claims that are near a claim, with their scores.
    pub(super) fn among(&self, claim: usize, range: Range<usize>) -> impl Iterator<Item = (usize, f64)> {
        let others = &self.others[self.starts[claim]..self.starts[claim + 1]];
        let from = others.partition_point(|(other, _)| (*other as usize) < range.start);
        let others = others[from..].iter().map(|(other, score)| (*other as usize, *score));
        others.take_while(move |(other, _)| *other < range.end)
    }
}
