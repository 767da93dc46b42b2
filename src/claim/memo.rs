//! What is asked of the same words again and again: figures that stand near each other are told with the same ones.

use std::cell::OnceCell;

/// The answers to one question of each token (or sentence) of an article, as they are found.
pub(super) struct Memo<T>(Vec<OnceCell<T>>);

impl<T: Copy> Memo<T> {
    /// For so many.
    pub(super) fn new(length: usize) -> Self {
        Self((0..length).map(|_| OnceCell::new()).collect())
    }

    /// The answer for the `at`th, found now if it is the first time; past the last one nothing is kept.
    pub(super) fn get(&self, at: usize, find: impl FnOnce() -> T) -> T {
        match self.0.get(at) {
            Some(known) => *known.get_or_init(find),
            None => find(),
        }
    }
}
