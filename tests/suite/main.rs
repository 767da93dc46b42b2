//! The tests of the whole: each module is one kind of test, `support` what they share.

#![allow(unreachable_pub, reason = "a test has no outside to reach")]

mod architecture;
mod checks;
mod claims;
mod cli;
mod contract;
mod corpus;
mod gold;
mod metamorphic;
mod pages;
mod pairs;
mod promises;
mod properties;
mod reconciliation;
mod rules;
mod snapshots;
mod spans;
mod support;
