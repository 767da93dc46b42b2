//! What the tests share: the fixtures, the program run inside the test, gold annotations and their scores.

pub mod fixtures;
pub mod gold;
pub mod score;
