//! Bound words.

use serde::{Deserialize, Serialize};

use crate::quantity::{Bound, Strength};

/// What bound words mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundWords {
    /// The bound.
    pub bound: Bound,
    /// How strong, or which way an approximation leans.
    pub strength: Option<Strength>,
    /// A verb: « ne … pas » turns it round.
    pub verb: bool,
    /// May be strengthened: « bien moins de ».
    pub strong: bool,
}

impl BoundWords {
    /// Words that are no verb and stand alone.
    pub const fn new(bound: Bound, strength: Option<Strength>) -> Self {
        Self { bound, strength, verb: false, strong: false }
    }
}
