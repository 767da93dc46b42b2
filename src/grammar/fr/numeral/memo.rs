//! What was read where: several rules look at each numeral, and most of them refuse it.

use std::cell::Cell;

use super::Numeral;
use super::digits::Digits;

/// The numerals of a text read last.
#[derive(Default)]
pub(in super::super::super) struct Memo {
    pub(super) any: Recent<Numeral>,
    pub(super) words: Recent<Numeral>,
    pub(super) digits: Recent<Digits>,
}

/// Places kept: a rule reads the numerals beside the one it looks at, too.
const PLACES: usize = 4;

/// What was read at the last few tokens.
pub(super) struct Recent<T>([Cell<Option<Read<T>>>; PLACES]);

/// A token and what stands there, or that there is nothing.
type Read<T> = (usize, Option<T>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self([const { Cell::new(None) }; PLACES])
    }
}

impl<T: Copy> Recent<T> {
    /// What stands at a token: as it was read before, or read now.
    pub(super) fn at(&self, at: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let place = &self.0[at % PLACES];
        match place.get() {
            Some((known, found)) if known == at => found,
            _ => {
                let found = read();
                place.set(Some((at, found)));
                found
            }
        }
    }
}
