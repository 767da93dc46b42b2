//! Phrases: sequences of known words, found in tokens by a trie.

use super::{Token, Vocabulary, WordId, lex};

/// A set of phrases with a value each. The longest phrase at a place wins; hyphens between words are passed over,
/// so « chef-d'œuvre » and « chef d'œuvre » are one phrase. A step of a phrase is one word, or any form of a lemma.
#[derive(Debug, Clone)]
pub struct PhraseTable<T> {
    /// Node of each first word, and of each first lemma, by [`WordId::index`]; 0 is none.
    roots: Vec<u32>,
    lemma_roots: Vec<u32>,
    nodes: Vec<Node<T>>,
}

/// One step of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    children: Vec<(Step, u32)>,
    value: Option<T>,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self {
            roots: Vec::new(),
            lemma_roots: Vec::new(),
            nodes: vec![Node { children: Vec::new(), value: None }],
        }
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

    /// Whether a phrase may begin (or, reversed, end) with this token.
    pub fn starts(&self, token: &Token) -> bool {
        self.enter(token).is_some()
    }

    /// The longest phrase that begins at `tokens[at]`: its value and the index after its last token.
    pub fn after(&self, tokens: &[Token], at: usize) -> Option<(T, usize)> {
        let mut node = self.enter(tokens.get(at)?)?;
        let mut i = at + 1;
        let mut best = self.nodes[node as usize].value.map(|value| (value, i));
        while let Some(token) = tokens.get(i) {
            match self.follow(node, token) {
                Some(next) => node = next,
                None if token.word == WordId::HYPHEN => {
                    i += 1;
                    continue;
                }
                None => break,
            }
            i += 1;
            if let Some(value) = self.nodes[node as usize].value {
                best = Some((value, i));
            }
        }
        best
    }

    /// The longest phrase that ends right before `tokens[end]`: its value and the index of its first token.
    pub fn before(&self, tokens: &[Token], end: usize) -> Option<(T, usize)> {
        let mut i = end.checked_sub(1)?;
        let mut node = self.enter(tokens.get(i)?)?;
        let mut best = self.nodes[node as usize].value.map(|value| (value, i));
        while i > 0 {
            let token = &tokens[i - 1];
            match self.follow(node, token) {
                Some(next) => node = next,
                None if token.word == WordId::HYPHEN => {
                    i -= 1;
                    continue;
                }
                None => break,
            }
            i -= 1;
            if let Some(value) = self.nodes[node as usize].value {
                best = Some((value, i));
            }
        }
        best
    }

    fn add(&mut self, mut steps: impl Iterator<Item = Step>, value: T) {
        let Some(first) = steps.next() else { return };
        let mut node = self.root(first).unwrap_or(0);
        if node == 0 {
            node = self.new_node();
            let (roots, index) = match first.0 & Step::LEMMA {
                0 => (&mut self.roots, first.0 as usize),
                _ => (&mut self.lemma_roots, (first.0 & !Step::LEMMA) as usize),
            };
            if roots.len() <= index {
                roots.resize(index + 1, 0);
            }
            roots[index] = node;
        }
        for step in steps {
            node = if let Some(next) = self.child(node, step) {
                next
            } else {
                let next = self.new_node();
                let children = &mut self.nodes[node as usize].children;
                let place = children.partition_point(|(s, _)| *s < step);
                children.insert(place, (step, next));
                next
            };
        }
        self.nodes[node as usize].value = Some(value);
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node { children: Vec::new(), value: None });
        (self.nodes.len() - 1) as u32
    }

    /// The node of a first token: its word's, or else its lemma's.
    fn enter(&self, token: &Token) -> Option<u32> {
        if !token.word.is_known() {
            return None;
        }
        let by_word = self.root(Step::word(token.word));
        if by_word.is_some() || !token.lemma.is_known() {
            return by_word;
        }
        self.root(Step::lemma(token.lemma))
    }

    fn follow(&self, node: u32, token: &Token) -> Option<u32> {
        if !token.word.is_known() || self.nodes[node as usize].children.is_empty() {
            return None;
        }
        let by_word = self.child(node, Step::word(token.word));
        if by_word.is_some() || !token.lemma.is_known() {
            return by_word;
        }
        self.child(node, Step::lemma(token.lemma))
    }

    fn root(&self, step: Step) -> Option<u32> {
        let (roots, index) = match step.0 & Step::LEMMA {
            0 => (&self.roots, step.0 as usize),
            _ => (&self.lemma_roots, (step.0 & !Step::LEMMA) as usize),
        };
        roots.get(index).copied().filter(|node| *node != 0)
    }

    fn child(&self, node: u32, step: Step) -> Option<u32> {
        let children = &self.nodes[node as usize].children;
        children.binary_search_by_key(&step, |(s, _)| *s).ok().map(|i| children[i].1)
    }
}

/// The words of a phrase, interned, hyphens left out.
pub fn phrase(text: &str, vocabulary: &mut Vocabulary) -> Vec<Step> {
    let mut tokens = Vec::new();
    lex(text, vocabulary, &mut tokens);
    tokens
        .iter()
        .map(|token| vocabulary.intern(token.span.of(text)))
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
}
