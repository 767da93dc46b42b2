//! Origins: articles that are copies of one text.
//!
//! Each text keeps the smallest hashes of its runs of five words (a bottom-k sketch); the share of common ones estimates
//! how much of the texts is the same. Hash and seeds are fixed: the same texts give the same clusters on every machine.

use crate::text::{Span, Token, TokenKind};

use super::Record;

/// Words in a run.
const RUN: usize = 5;

/// Hashes kept of a text.
const KEPT: usize = 128;

/// Share of common runs from which two texts are copies: syndicated articles are cut and retitled.
const COPY: f64 = 0.4;

/// What near copies of a text share: its smallest run hashes, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch(Vec<u64>);

impl Sketch {
    /// The sketch of the body of a text.
    pub fn of(tokens: &[Token], body: &[Span]) -> Self {
        let mut smallest = Smallest { hashes: Vec::with_capacity(4 * KEPT), limit: u64::MAX };
        let mut window = [0_u32; RUN];
        let mut filled = 0;
        let mut parts = body.iter().peekable();
        for token in tokens {
            while parts.peek().is_some_and(|part| part.end <= token.span.start) {
                parts.next();
            }
            let inside = parts.peek().is_some_and(|part| part.contains(token.span));
            if !inside || token.kind == TokenKind::Mark {
                continue;
            }
            window.rotate_left(1);
            window[RUN - 1] = token.hash;
            filled += 1;
            if filled >= RUN {
                let hash = window.iter().fold(0xCBF2_9CE4_8422_2325_u64, |state, word| {
                    (state ^ u64::from(*word)).wrapping_mul(0x0100_0000_01B3).rotate_left(23)
                });
                smallest.push(hash);
            }
        }
        smallest.settle();
        smallest.hashes.shrink_to_fit();
        Sketch(smallest.hashes)
    }

    /// The estimated share of common runs, 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "counts up to KEPT")]
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.0.len() < 8 || other.0.len() < 8 {
            return 0.0;
        }
        let (mut own, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        let (mut union, mut common) = (0_usize, 0_usize);
        // Both ascend: the smallest hashes of the two together, up to as many as one keeps.
        while union < KEPT {
            let least = match (own.first(), theirs.first()) {
                (None, None) => break,
                (Some(x), Some(y)) => *x.min(y),
                (Some(one), None) | (None, Some(one)) => *one,
            };
            let after = |hashes: &[u64]| usize::from(hashes.first() == Some(&least));
            let (in_own, in_theirs) = (after(own), after(theirs));
            common += in_own & in_theirs;
            (own, theirs) = (&own[in_own..], &theirs[in_theirs..]);
            union += 1;
        }
        common as f64 / union as f64
    }
}

/// The smallest hashes so far, and a few more.
struct Smallest {
    hashes: Vec<u64>,
    /// A hash from here on is none of them.
    limit: u64,
}

impl Smallest {
    fn push(&mut self, hash: u64) {
        if hash < self.limit {
            self.hashes.push(hash);
            if self.hashes.len() == 4 * KEPT {
                self.settle();
            }
        }
    }

    /// Sorts them and leaves those that are kept.
    fn settle(&mut self) {
        self.hashes.sort_unstable();
        self.hashes.dedup();
        self.hashes.truncate(KEPT);
        if self.hashes.len() == KEPT {
            self.limit = self.hashes[KEPT - 1];
        }
    }
}

/// Which articles are copies of one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    /// The cluster of each article; clusters are numbered by their first article.
    cluster: Vec<usize>,
    /// The articles of each cluster, ascending.
    members: Vec<Vec<usize>>,
}

impl Origins {
    /// Clusters the articles of a run.
    pub fn find(records: &[Record]) -> Self {
        // Articles that share a small hash are candidates: sorted by hash, copies stand together.
        let mut hashes: Vec<(u64, usize)> = records
            .iter()
            .enumerate()
            .flat_map(|(i, record)| record.sketch.0.iter().take(24).map(move |hash| (*hash, i)))
            .collect();
        hashes.sort_unstable();
        let mut cluster: Vec<usize> = (0..records.len()).collect();
        for pair in hashes.windows(2) {
            let (a, b) = (pair[0].1, pair[1].1);
            if pair[0].0 == pair[1].0
                && root(&cluster, a) != root(&cluster, b)
                && records[a].sketch.likeness(&records[b].sketch) >= COPY
            {
                let (x, y) = (root(&cluster, a), root(&cluster, b));
                cluster[x.max(y)] = x.min(y);
            }
        }
        let roots: Vec<usize> = (0..records.len()).map(|i| root(&cluster, i)).collect();
        let mut numbers: Vec<usize> = roots.clone();
        numbers.sort_unstable();
        numbers.dedup();
        let cluster: Vec<usize> = roots.iter().map(|root| numbers.binary_search(root).unwrap_or(0)).collect();
        let mut members = vec![Vec::new(); numbers.len()];
        for (article, cluster) in cluster.iter().enumerate() {
            members[*cluster].push(article);
        }
        Origins { cluster, members }
    }

    /// The cluster of an article, from 0.
    pub fn of(&self, article: usize) -> usize {
        self.cluster.get(article).copied().unwrap_or(article)
    }

    /// The other articles of its cluster, of the first one; the rest are found by it, for a cluster may be large.
    pub fn copies(&self, article: usize) -> &[usize] {
        match self.members.get(self.of(article)).map(Vec::as_slice) {
            Some([first, others @ ..]) if *first == article => others,
            _ => &[],
        }
    }
}

fn root(cluster: &[usize], mut at: usize) -> usize {
    while cluster[at] != at {
        at = cluster[at];
    }
    at
}
