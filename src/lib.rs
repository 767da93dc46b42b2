//! Reads the figures in French news articles and shows where sources disagree.
//!
//! The way of an article, floor by floor: bytes ([`document`]) → tokens ([`text`]) → figures ([`grammar`], with the words of
//! [`lexicon`] and the algebra of [`quantity`]) → the parts of a page ([`article`]) → what each figure is about and who says
//! it ([`claim`], with the profile of a [`topic`]) → claims of many articles side by side ([`reconcile`]) → what cannot stand
//! together ([`checks`]) → results ([`report`]). A module uses only lower floors; [`pipeline`] runs them and [`cli`] is what
//! a user sees.

pub mod article;
pub mod checks;
pub mod claim;
pub mod cli;
pub mod document;
pub mod grammar;
pub mod lexicon;
pub mod pipeline;
pub mod quantity;
pub mod reconcile;
pub mod report;
pub mod text;
pub mod topic;

/// The tables of the French lexicon, as the build script made them.
const LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
