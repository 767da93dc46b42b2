//! A forest: small decision trees of which each adds a little to the logarithm of the odds (gradient boosting).
//!
//! J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::Feature;

/// The forest of the program.
pub(super) static FOREST: LazyLock<Forest> =
    LazyLock::new(|| serde_json::from_str(include_str!("forest.json")).expect("a forest; a test reads it"));

/// Trees over features that are known by name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forest {
    /// The features, in the order in which pairs give them.
    pub features: Vec<String>,
    /// The logarithm of the odds of any pair.
    pub base: f32,
    /// The trees: their nodes, each in front of its branches.
    pub trees: Vec<Vec<Node>>,
}

/// A node of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Node {
    /// A feature, by number; the value up to which the next node follows; the node that follows beyond it, by number.
    Split(u16, f32, u16),
    /// What the tree adds.
    Leaf(f32),
}

impl Forest {
    /// The logarithm of the odds that pairs with these features have: those that the forest was fitted to, in their order.
    pub fn score(&self, features: &[Feature]) -> f32 {
        self.base + self.trees.iter().map(|tree| worth(tree, features)).sum::<f32>()
    }
}

/// What a tree adds.
fn worth(tree: &[Node], features: &[Feature]) -> f32 {
    let mut at = 0;
    loop {
        match tree[at] {
            Node::Leaf(worth) => return worth,
            Node::Split(feature, most, _) if features[feature as usize].1 <= most => at += 1,
            Node::Split(.., beyond) => at = beyond as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_branch_of_the_forest_leads_on_to_a_leaf() {
        for tree in &FOREST.trees {
            for (at, node) in tree.iter().enumerate() {
                let Node::Split(feature, most, beyond) = *node else { continue };
                assert!((feature as usize) < FOREST.features.len() && most.is_finite());
                assert!((beyond as usize) > at + 1 && (beyond as usize) < tree.len(), "{tree:?}");
            }
            assert!(matches!(tree.last(), Some(Node::Leaf(_))), "{tree:?}");
        }
    }

    #[test]
    fn trees_add_up() {
        let forest: Forest = serde_json::from_str(
            r#"{"features": ["told", "ratio"], "base": -1.0, "trees": [[[0, 0.5, 2], 0.25, [1, 2.0, 4], 0.5, 4.0]]}"#,
        )
        .expect("a forest");
        let score = |told: f32, ratio: f32| forest.score(&[("told", told), ("ratio", ratio)]);
        assert!((score(0.5, 9.0) + 0.75).abs() < 1e-6);
        assert!((score(0.6, 2.0) + 0.5).abs() < 1e-6);
        assert!((score(0.6, 2.5) - 3.0).abs() < 1e-6);
    }
}
