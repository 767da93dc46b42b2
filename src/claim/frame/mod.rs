//! Words of a sentence that say who speaks: « selon X », « X affirme que », « …, a-t-il dit ».

mod nominal;
mod prepositional;
mod verbal;

use std::ops::Range;

pub(super) use prepositional::prepositional;

use super::scene::Scene;
use crate::lexicon::words as w;

/// Words of a sentence that say who speaks, and which way they reach.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// First token and the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) source: Source,
    pub(super) reach: Reach,
}

/// A speaker, a medium, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) speaker: Option<usize>,
    pub(super) via: Option<usize>,
}

impl Source {
    /// This source, with what it lacks taken from another.
    pub(super) fn or(self, other: Source) -> Source {
        Source { speaker: self.speaker.or(other.speaker), via: self.via.or(other.via) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// What comes after, to the end of the sentence.
    Forward,
    /// What comes before.
    Backward,
    /// The sentence around: « dix bâtiments sont en chantier, d'après X, chacun de 46 000 m² ».
    Both,
}

/// The frames of a sentence, in order.
pub(super) fn frames(scene: &Scene<'_>, sentence: Range<usize>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(frame) = prepositional(scene, at, &sentence) {
            at = frame.end.max(at + 1);
            frames.push(frame);
            continue;
        }
        if scene.is(at, w::COLON) {
            frames.extend(nominal::declared(scene, at, &sentence));
        }
        frames
            .extend(verbal::verbal(scene, at, &sentence).or_else(|| nominal::nominal(scene, at, &sentence)));
        at += 1;
    }
    frames
}
