//! Floor 6: the kinds of finding, one file each; the doc comment of a file is its manual.
//!
//! A check names relations, never culprits: it says which statements cannot stand together and who makes them.

mod arithmetic;
mod clash;
mod contradiction;
mod conversion;
mod currency_slip;
mod date;
mod dispute;
mod done_drift;
mod finding;
mod holder_drift;
mod internal;
mod kind_drift;
mod ladder;
mod lost_bound;
mod measure_drift;
mod misquote;
mod opposed_bounds;
mod plan_as_done;
mod retold;
mod scale_slip;
mod share_out;
mod stale;
mod tied;
mod told_otherwise;
mod update;
mod voiced_slip;
mod whole;

use std::collections::{BTreeSet, HashSet};

use crate::reconcile::{Corpus, Group};
use crate::topic::Topic;

pub use finding::{Arg, Finding, Heading, Kind, Message, Severity, Side};

/// What every check looks at.
pub struct Context<'a> {
    /// The articles and their claims.
    pub corpus: &'a Corpus,
    /// The claims by slot.
    pub groups: &'a [Group],
    /// The topic, for the order of measures.
    pub topic: &'a Topic,
    /// Pairs of positions, by group, that an earlier check has explained.
    explained: BTreeSet<(usize, usize, usize)>,
    /// Rivals, by group, that some article tells apart.
    two_things: HashSet<(usize, usize, usize)>,
    /// Statements that are parts of what their articles share out.
    parts: HashSet<usize>,
}

/// A check: the kind of its findings and how it finds them.
pub struct Check {
    /// The kind.
    pub kind: Kind,
    /// What it finds, in a line.
    pub summary: &'static str,
    run: fn(&mut Context<'_>) -> Vec<Finding>,
}

/// Every check, in the order in which they explain: what a check has explained, later ones leave alone.
pub static CHECKS: &[Check] = &[
    scale_slip::CHECK,
    voiced_slip::CHECK,
    internal::CHECK,
    currency_slip::CHECK,
    opposed_bounds::CHECK,
    misquote::CHECK,
    measure_drift::CHECK,
    holder_drift::CHECK,
    told_otherwise::CHECK,
    retold::CHECK,
    plan_as_done::CHECK,
    conversion::CHECK,
    arithmetic::CHECK,
    whole::CHECK,
    date::CHECK,
    contradiction::CHECK,
    dispute::CHECK,
    stale::CHECK,
    ladder::CHECK,
    lost_bound::CHECK,
    update::CHECK,
];

/// Runs all checks; the most serious findings first, then by slot.
pub fn run(corpus: &Corpus, groups: &[Group], topic: &Topic) -> Vec<Finding> {
    let mut context = Context::new(corpus, groups, topic);
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| (check.run)(&mut context)).collect();
    findings.sort_by(|a, b| {
        let rank = |f: &Finding| (std::cmp::Reverse(f.severity), f.kind);
        (rank(a), &a.slot, a.claims().min()).cmp(&(rank(b), &b.slot, b.claims().min()))
    });
    findings
}

impl<'a> Context<'a> {
    fn new(corpus: &'a Corpus, groups: &'a [Group], topic: &'a Topic) -> Self {
        let rivals =
            groups.iter().enumerate().flat_map(|(g, group)| group.rivals.iter().map(move |p| (g, *p)));
        let two_things = rivals
            .filter(|(g, pair)| clash::two_things(corpus, &groups[*g], *pair))
            .map(|(g, (a, b))| (g, a, b))
            .collect();
        let parts = share_out::parts(corpus, groups);
        Context { corpus, groups, topic, explained: BTreeSet::new(), two_things, parts }
    }

    /// Whether one of two statements is a part of what its article shares out.
    fn has_part(&self, x: usize, y: usize) -> bool {
        self.parts.contains(&x) || self.parts.contains(&y)
    }

    /// Notes that a pair of positions of a group is explained.
    fn explain(&mut self, group: usize, a: usize, b: usize) {
        self.explained.insert((group, a.min(b), a.max(b)));
    }

    /// Notes that two statements are explained, wherever they stand together.
    fn explain_claims(&mut self, x: usize, y: usize) {
        let place = |group: &Group, claim: usize| {
            group.positions.iter().position(|position| position.claims.contains(&claim))
        };
        let groups = self.groups;
        for (g, group) in groups.iter().enumerate() {
            if let Some((a, b)) = place(group, x).zip(place(group, y)) {
                self.explain(g, a, b);
            }
        }
    }

    /// Whether a pair of positions of a group was explained.
    fn is_explained(&self, group: usize, a: usize, b: usize) -> bool {
        self.explained.contains(&(group, a.min(b), a.max(b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_summed_up_each_in_its_own_words() {
        let summaries: BTreeSet<_> = CHECKS.iter().map(|check| check.summary).collect();
        assert_eq!(summaries.len(), CHECKS.len());
        assert!(!summaries.contains(""));
    }
}
