//! Phrases: sequences of known words, found in tokens by a trie.

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::{Deserialize, Serialize};

use super::{Token, Vocabulary, WordId, lex};

/// A set of phrases with a value each. The longest phrase at a place wins; hyphens between words are passed over,
/// so « chef-d'œuvre » and « chef d'œuvre » are one phrase. A step of a phrase is one word, or any form of a lemma.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Stored<T>", into = "Stored<T>", bound(serialize = "T: Serialize + Copy"))]
pub struct PhraseTable<T> {
    /// Node of each first word, and of each first lemma, by [`WordId::index`]; 0 is none.
    roots: Vec<u32>,
    lemma_roots: Vec<u32>,
    nodes: Vec<Node<T>>,
    /// The node that a step leads to from a node.
    edges: FxHashMap<(u32, Step), u32>,
}

/// One step of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Step(u16);

impl Step {
    const LEMMA: u16 = 1 << 15;

    /// Exactly this word.
    pub const fn word(word: WordId) -> Self {
        Self(word.0)
    }

    /// Any form of this lemma.
    pub const fn lemma(lemma: WordId) -> Self {
        Self(lemma.0 | Self::LEMMA)
    }
}

#[derive(Debug, Clone)]
struct Node<T> {
    /// Whether no phrase goes on from here.
    leaf: bool,
    value: Option<T>,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Stored { values: vec![None], edges: Vec::new() }.into()
    }
}

/// A table as it is embedded in the program: the value of each node, and from which node each step leads to which. The first
/// steps lead from the first node.
#[derive(Serialize, Deserialize)]
struct Stored<T> {
    values: Vec<Option<T>>,
    edges: Vec<(u32, Step, u32)>,
}

impl<T> From<Stored<T>> for PhraseTable<T> {
    fn from(stored: Stored<T>) -> Self {
        let mut table = Self {
            roots: Vec::new(),
            lemma_roots: Vec::new(),
            nodes: stored.values.into_iter().map(|value| Node { leaf: true, value }).collect(),
            edges: FxHashMap::with_capacity_and_hasher(stored.edges.len(), FxBuildHasher),
        };
        for (from, step, to) in stored.edges {
            table.connect(from, step, to);
        }
        table
    }
}

impl<T: Copy> From<PhraseTable<T>> for Stored<T> {
    fn from(table: PhraseTable<T>) -> Self {
        let firsts = |roots: &[u32], step: fn(WordId) -> Step| -> Vec<(u32, Step, u32)> {
            let known = (0..).zip(roots).filter(|(_, node)| **node != 0);
            known.map(|(word, node)| (0, step(WordId(word)), *node)).collect()
        };
        let mut edges = firsts(&table.roots, Step::word);
        edges.extend(firsts(&table.lemma_roots, Step::lemma));
        edges.extend(table.edges.iter().map(|((from, step), to)| (*from, *step, *to)));
        edges.sort_unstable();
        Self { values: table.nodes.iter().map(|node| node.value).collect(), edges }
    }
}

impl<T> PhraseTable<T> {
    /// Lets a step lead from a node to another.
    fn connect(&mut self, from: u32, step: Step, to: u32) {
        if from != 0 {
            self.nodes[from as usize].leaf = false;
            self.edges.insert((from, step), to);
            return;
        }
        let (roots, index) = match step.0 & Step::LEMMA {
            0 => (&mut self.roots, step.0 as usize),
            _ => (&mut self.lemma_roots, (step.0 & !Step::LEMMA) as usize),
        };
        if roots.len() <= index {
            roots.resize(index + 1, 0);
        }
        roots[index] = to;
    }
}

impl<T: Copy> PhraseTable<T> {
    /// Adds a phrase for [`Self::after`]; the value of a phrase given twice is the last one.
    pub fn insert(&mut self, steps: &[Step], value: T) {
        self.add(steps.iter().copied(), value);
    }

    /// Adds a phrase for [`Self::before`]. A table serves one direction.
    pub fn insert_reversed(&mut self, steps: &[Step], value: T) {
        self.add(steps.iter().rev().copied(), value);
    }

    /// The value of exactly these steps, given in the table's direction.
    pub fn get(&self, steps: &[Step]) -> Option<T> {
        let (first, rest) = steps.split_first()?;
        let mut node = self.root(*first)?;
        for step in rest {
            node = self.child(node, *step)?;
        }
        self.nodes[node as usize].value
    }

    /// The first words of all phrases (the last ones, reversed): those that stand for themselves, and those for all forms of
    /// a lemma.
    pub fn firsts(&self) -> [Vec<WordId>; 2] {
        let known = |roots: &[u32]| {
            (0..).zip(roots).filter(|(_, node)| **node != 0).map(|(i, _)| WordId(i)).collect()
        };
        [known(&self.roots), known(&self.lemma_roots)]
    }

    /// The longest phrase that begins at `tokens[at]`: its value and the index after its last token.
    #[inline]
    pub fn after(&self, tokens: &[Token], at: usize) -> Option<(T, usize)> {
        let next = |i: usize| (i + 1 < tokens.len()).then_some(i + 1);
        let (value, last) = self.walk(tokens, at, &next)?;
        Some((value, last + 1))
    }

    /// The longest phrase that ends right before `tokens[end]`: its value and the index of its first token.
    #[inline]
    pub fn before(&self, tokens: &[Token], end: usize) -> Option<(T, usize)> {
        self.walk(tokens, end.checked_sub(1)?, &|i| i.checked_sub(1))
    }

    /// The longest phrase from a token on: its value and its last token in the direction of `next`.
    #[inline]
    fn walk(
        &self,
        tokens: &[Token],
        at: usize,
        next: &impl Fn(usize) -> Option<usize>,
    ) -> Option<(T, usize)> {
        let roots = self.enter(tokens.get(at)?);
        // Few words begin a phrase.
        if roots == [0, 0] { None } else { self.longest(roots, tokens, at, next) }
    }

    /// The longest phrase through one of these nodes, which stand for `tokens[at]`; a word goes before its lemma.
    fn longest(
        &self,
        nodes: [u32; 2],
        tokens: &[Token],
        at: usize,
        next: &impl Fn(usize) -> Option<usize>,
    ) -> Option<(T, usize)> {
        let mut best: Option<(T, usize)> = None;
        for node in nodes.into_iter().filter(|node| *node != 0) {
            let found =
                self.further(node, tokens, at, next).or(self.nodes[node as usize].value.map(|v| (v, at)));
            let longer = |(_, old): (T, usize), new: usize| new.abs_diff(at) > old.abs_diff(at);
            if let Some(found) = found.filter(|found| best.is_none_or(|best| longer(best, found.1))) {
                best = Some(found);
            }
        }
        best
    }

    /// The longest phrase that goes on from a node; hyphens between words are passed over.
    fn further(
        &self,
        node: u32,
        tokens: &[Token],
        at: usize,
        next: &impl Fn(usize) -> Option<usize>,
    ) -> Option<(T, usize)> {
        let mut i = next(at)?;
        loop {
            let nodes = self.follow(node, &tokens[i]);
            if nodes != [0, 0] {
                return self.longest(nodes, tokens, i, next);
            }
            if tokens[i].word != WordId::HYPHEN {
                return None;
            }
            i = next(i)?;
        }
    }

    fn add(&mut self, steps: impl Iterator<Item = Step>, value: T) {
        let mut node = 0;
        for step in steps {
            let known = if node == 0 { self.root(step) } else { self.child(node, step) };
            node = known.unwrap_or_else(|| {
                let next = self.new_node();
                self.connect(node, step, next);
                next
            });
        }
        if node != 0 {
            self.nodes[node as usize].value = Some(value);
        }
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node { leaf: true, value: None });
        (self.nodes.len() - 1) as u32
    }

    /// The nodes of a first token, its word's and its lemma's; 0 for none.
    #[inline]
    fn enter(&self, token: &Token) -> [u32; 2] {
        if !token.word.is_known() {
            return [0, 0];
        }
        let lemma = Some(token.lemma).filter(|lemma| lemma.is_known());
        [
            self.root(Step::word(token.word)).unwrap_or(0),
            lemma.and_then(|lemma| self.root(Step::lemma(lemma))).unwrap_or(0),
        ]
    }

    /// The nodes after a node, by the token's word and by its lemma; 0 for none.
    fn follow(&self, node: u32, token: &Token) -> [u32; 2] {
        if !token.word.is_known() || self.nodes[node as usize].leaf {
            return [0, 0];
        }
        let lemma = Some(token.lemma).filter(|lemma| lemma.is_known());
        [
            self.child(node, Step::word(token.word)).unwrap_or(0),
            lemma.and_then(|lemma| self.child(node, Step::lemma(lemma))).unwrap_or(0),
        ]
    }

    #[inline]
    fn root(&self, step: Step) -> Option<u32> {
        let (roots, index) = match step.0 & Step::LEMMA {
            0 => (&self.roots, step.0 as usize),
            _ => (&self.lemma_roots, (step.0 & !Step::LEMMA) as usize),
        };
        roots.get(index).copied().filter(|node| *node != 0)
    }

    fn child(&self, node: u32, step: Step) -> Option<u32> {
        self.edges.get(&(node, step)).copied()
    }
}

/// The words of a phrase, interned, hyphens left out.
pub fn phrase(text: &str, vocabulary: &mut Vocabulary) -> Vec<Step> {
    let mut tokens = Vec::new();
    lex(text, vocabulary, &mut tokens);
    tokens
        .iter()
        .map(|token| if token.word.is_known() { token.word } else { vocabulary.intern(token.span.of(text)) })
        .filter(|word| *word != WordId::HYPHEN)
        .map(Step::word)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexed(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
        let mut tokens = Vec::new();
        lex(text, vocabulary, &mut tokens);
        tokens
    }

    #[test]
    fn the_longest_phrase_wins_in_both_directions() {
        let mut vocabulary = Vocabulary::default();
        let (mut after, mut before) = (PhraseTable::default(), PhraseTable::default());
        for (text, value) in [("au moins", 1), ("moins", 2), ("mètres carrés", 3), ("S&P 500", 4)] {
            let words = phrase(text, &mut vocabulary);
            after.insert(&words, value);
            before.insert_reversed(&words, value);
        }
        let tokens = lexed("Au Moins 5 mètres-carrés du S&P 500 moins", &vocabulary);
        assert_eq!(after.after(&tokens, 0), Some((1, 2)));
        assert_eq!(after.after(&tokens, 3), Some((3, 6)));
        assert_eq!(after.after(&tokens, 7), Some((4, 11)));
        assert_eq!(before.before(&tokens, 2), Some((1, 0)));
        assert_eq!(before.before(&tokens, tokens.len()), Some((2, 11)));
        assert_eq!(after.after(&tokens, 2), None);
    }

    #[test]
    fn a_word_does_not_hide_its_lemma() {
        let mut vocabulary = Vocabulary::default();
        let words = phrase("campagne électorale", &mut vocabulary);
        let campagne = vocabulary.intern("campagne");
        vocabulary.declare_form(campagne, campagne);
        let mut table = PhraseTable::default();
        table.insert(&words, 1);
        table.insert(&[Step::lemma(campagne)], 2);
        let tokens = lexed("la campagne du président, une campagne électorale", &vocabulary);
        assert_eq!(table.after(&tokens, 1), Some((2, 2)));
        assert_eq!(table.after(&tokens, 6), Some((1, 8)));
    }
}
