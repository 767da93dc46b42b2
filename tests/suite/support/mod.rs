//! What the tests share: the fixtures, the program run inside the test and as a child, gold annotations and their scores.

pub mod fixtures;
pub mod gold;
pub mod program;
pub mod score;
