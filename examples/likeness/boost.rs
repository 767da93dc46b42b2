//! Gradient boosting: trees grown one after the other, each on what those before it got wrong.
//!
//! The loss is the logistic one; leaves are split best first, on features drawn anew for each (J. H. Friedman, "Greedy function
//! approximation: a gradient boosting machine", 2001; T. Chen and C. Guestrin, "XGBoost", 2016).

#![allow(clippy::cast_precision_loss, reason = "counts of rows")]

use stargate_check::reconcile::{Forest, Node};

use super::marked::Row;

/// How a forest is grown.
pub(crate) struct Settings {
    /// Its trees.
    pub trees: usize,
    /// Leaves of a tree.
    pub leaves: usize,
    /// Share of what a leaf would add that it does add.
    pub rate: f32,
    /// Rows that a leaf has at least.
    pub least_rows: usize,
    /// What keeps leaves of few rows small.
    pub ridge: f32,
    /// Share of the features that are looked at for a split.
    pub features: f32,
}

/// Values that a feature is told apart by, at most.
const BINS: usize = 64;

/// The forest of some rows.
pub(crate) fn fit(rows: &[Row], settings: &Settings) -> Forest {
    let table = Table::of(rows);
    let positive = rows.iter().filter(|row| row.disagrees).count() as f32;
    let base = (positive / (rows.len() as f32 - positive)).ln();
    let mut scores = vec![base; rows.len()];
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut trees = Vec::with_capacity(settings.trees);
    for _ in 0..settings.trees {
        let slopes: Vec<Slope> =
            rows.iter().zip(&scores).map(|(row, score)| Slope::of(*score, row.disagrees)).collect();
        let mut tree = Growth { table: &table, slopes: &slopes, settings, random: &mut random }.tree();
        for leaf in &mut tree {
            if let Node::Leaf(worth) = leaf {
                *worth = rounded(*worth);
            }
        }
        for (row, score) in scores.iter_mut().enumerate() {
            *score += worth(&tree, &rows[row].features);
        }
        trees.push(tree);
    }
    let features = rows.first().map(|row| row.features.iter().map(|(name, _)| (*name).to_owned()).collect());
    Forest { features: features.unwrap_or_default(), base: rounded(base), trees }
}

/// With the digits that are kept in the file.
fn rounded(value: f32) -> f32 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

fn worth(tree: &[Node], features: &[(&'static str, f32)]) -> f32 {
    Forest { features: Vec::new(), base: 0.0, trees: vec![tree.to_vec()] }.score(features)
}

/// How much a score is to change: the first and second derivative of the loss.
#[derive(Debug, Clone, Copy, Default)]
struct Slope {
    first: f32,
    second: f32,
}

impl Slope {
    fn of(score: f32, disagrees: bool) -> Self {
        let odds = 1.0 / (1.0 + (-score).exp());
        Slope { first: odds - f32::from(u8::from(disagrees)), second: odds * (1.0 - odds) }
    }

    fn plus(self, other: Slope) -> Slope {
        Slope { first: self.first + other.first, second: self.second + other.second }
    }

    fn minus(self, other: Slope) -> Slope {
        Slope { first: self.first - other.first, second: self.second - other.second }
    }

    /// What a leaf gains.
    fn gain(self, ridge: f32) -> f32 {
        self.first * self.first / (self.second + ridge)
    }
}

/// The features of rows, as numbers of bins.
struct Table {
    /// For each feature the bin of each row.
    bins: Vec<Vec<u8>>,
    /// For each feature the value up to which each bin goes.
    ends: Vec<Vec<f32>>,
}

impl Table {
    fn of(rows: &[Row]) -> Self {
        let width = rows.first().map_or(0, |row| row.features.len());
        let (mut bins, mut ends) = (Vec::new(), Vec::new());
        for feature in 0..width {
            let values: Vec<f32> = rows.iter().map(|row| row.features[feature].1).collect();
            let own = cuts(&values);
            bins.push(values.iter().map(|value| own.partition_point(|end| end < value) as u8).collect());
            ends.push(own);
        }
        Table { bins, ends }
    }
}

/// Values between which a feature is told apart: all of them if they are few.
fn cuts(values: &[f32]) -> Vec<f32> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut distinct = sorted.clone();
    distinct.dedup();
    if distinct.len() > BINS {
        distinct = (1..BINS).map(|bin| sorted[bin * sorted.len() / BINS]).collect();
        distinct.dedup();
    }
    let cut = |pair: &[f32]| rounded(f32::midpoint(pair[0], pair[1]));
    let mut cuts: Vec<f32> = distinct.windows(2).map(cut).collect();
    cuts.dedup();
    cuts
}

/// A split of the rows of a leaf.
#[derive(Debug, Clone, Copy)]
struct Split {
    gain: f32,
    feature: usize,
    bin: u8,
}

/// A node while its tree grows.
enum Grown {
    Leaf { rows: Vec<u32>, sum: Slope, split: Option<Split> },
    Branch { split: Split, below: usize, beyond: usize },
}

/// The growth of one tree.
struct Growth<'g> {
    table: &'g Table,
    slopes: &'g [Slope],
    settings: &'g Settings,
    random: &'g mut Random,
}

impl Growth<'_> {
    fn tree(mut self) -> Vec<Node> {
        let all: Vec<u32> = (0..self.slopes.len() as u32).collect();
        let mut nodes = vec![self.leaf(all)];
        for _ in 1..self.settings.leaves {
            let gain = |node: &Grown| match node {
                Grown::Leaf { split: Some(split), .. } => split.gain,
                _ => 0.0,
            };
            let best = (0..nodes.len()).max_by(|a, b| gain(&nodes[*a]).total_cmp(&gain(&nodes[*b])));
            let Some(at) = best.filter(|at| gain(&nodes[*at]) > 0.0) else { break };
            let (below, beyond) = (nodes.len(), nodes.len() + 1);
            let Grown::Leaf { rows, split: Some(split), .. } = &nodes[at] else { break };
            let split = *split;
            let bins = &self.table.bins[split.feature];
            let (low, high) = rows.iter().partition(|row| bins[**row as usize] <= split.bin);
            nodes[at] = Grown::Branch { split, below, beyond };
            nodes.extend([self.leaf(low), self.leaf(high)]);
        }
        let mut tree = Vec::new();
        self.write(&nodes, 0, &mut tree);
        tree
    }

    /// A leaf of some rows, with its best split.
    fn leaf(&mut self, rows: Vec<u32>) -> Grown {
        let sum = rows.iter().fold(Slope::default(), |sum, row| sum.plus(self.slopes[*row as usize]));
        let drawn: Vec<usize> =
            (0..self.table.bins.len()).filter(|_| self.random.share() < self.settings.features).collect();
        let splits = drawn.into_iter().filter_map(|feature| self.split(&rows, sum, feature));
        let split = splits.max_by(|a, b| a.gain.total_cmp(&b.gain));
        Grown::Leaf { rows, sum, split }
    }

    /// The best split by one feature.
    fn split(&self, rows: &[u32], sum: Slope, feature: usize) -> Option<Split> {
        let Settings { ridge, least_rows, .. } = *self.settings;
        let mut bins = [(Slope::default(), 0_usize); BINS + 1];
        for row in rows {
            let bin = &mut bins[self.table.bins[feature][*row as usize] as usize];
            *bin = (bin.0.plus(self.slopes[*row as usize]), bin.1 + 1);
        }
        let (mut low, mut count) = (Slope::default(), 0);
        let mut best: Option<Split> = None;
        for (bin, (sum_of_bin, rows_of_bin)) in bins.iter().take(self.table.ends[feature].len()).enumerate() {
            low = low.plus(*sum_of_bin);
            count += rows_of_bin;
            if count < least_rows || rows.len() - count < least_rows {
                continue;
            }
            let gain = low.gain(ridge) + sum.minus(low).gain(ridge) - sum.gain(ridge);
            if best.is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, feature, bin: bin as u8 });
            }
        }
        best
    }

    /// Writes a node in front of its branches.
    fn write(&self, nodes: &[Grown], at: usize, tree: &mut Vec<Node>) {
        match &nodes[at] {
            Grown::Leaf { sum, .. } => {
                let Settings { rate, ridge, .. } = *self.settings;
                tree.push(Node::Leaf(-rate * sum.first / (sum.second + ridge)));
            }
            Grown::Branch { split, below, beyond } => {
                let own = tree.len();
                tree.push(Node::Leaf(0.0));
                self.write(nodes, *below, tree);
                let end = self.table.ends[split.feature][split.bin as usize];
                tree[own] = Node::Split(split.feature as u16, end, tree.len() as u16);
                self.write(nodes, *beyond, tree);
            }
        }
    }
}

/// Numbers that look drawn, the same each time (G. Marsaglia, "Xorshift RNGs", 2003).
struct Random(u64);

impl Random {
    /// 0 to 1.
    fn share(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }
}
