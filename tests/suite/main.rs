//! The tests of the whole: each module is one kind of test, `support` what they share.

mod architecture;
mod corpus;
mod gold;
mod rules;
mod spans;
mod support;
