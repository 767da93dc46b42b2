//! Number words and digits that no rule reads: every one is accounted for all the same.

use super::super::context::Context;
use super::super::figure::{Class, Reason};
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{NumberWord, words as w};

/// What is left: words that are no number here (« neuf », « les milliards »), and what is not understood.
pub(super) const RULE: Rule = Rule {
    name: "leftover",
    starts: Starts::ANY,
    read,
    examples: &[("ces milliards promis", "word")],
    refuses: &["un logement", "une"],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if cx.is_number(at) {
        return Some(Reading::of_class(at, at + 1, Class::NotUnderstood(Reason::NoRule)));
    }
    match cx.number_word(at)? {
        // The article, and words whose sense as a number needs others beside them.
        NumberWord::Unit(1) | NumberWord::Fraction(_) | NumberWord::Ordinal(_) | NumberWord::Multiple(_) => {
            None
        }
        NumberWord::Unit(9) if cx.is(at, w::NEUF) => Some(Reading::of_class(at, at + 1, Class::Word)),
        _ => Some(Reading::of_class(at, at + 1, Class::Word)),
    }
}
