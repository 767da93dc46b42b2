//! Floor 5: claims of many articles side by side: records without their texts, origins, groups, positions.

mod cores;
mod group;
mod kin;
mod origin;
mod record;
mod voices;

pub use group::{Group, Position, Status, group};
pub(crate) use kin::is_swapped;
pub use kin::{Feature, Forest, Node, Sample, samples};
pub use origin::{Origins, Sketch};
pub use record::{CONTEXT, Corpus, FigureCounts, Record, Selector, Statement, Voice, stable_hash};
