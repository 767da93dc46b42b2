//! What the tests share: the fixtures, the contract of the report, the program run inside the test and as a child, gold annotations and their scores.

pub mod conform;
pub mod fixtures;
pub mod gold;
pub mod program;
pub mod score;
