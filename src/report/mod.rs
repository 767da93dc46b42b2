//! Floor 6: results as bytes. One file per output format; none prints.

pub mod ledger;
mod quantity;
