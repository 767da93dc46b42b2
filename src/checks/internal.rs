//! # internal
//!
//! An article against itself: in one voice it gives figures for one thing that cannot both hold, or sets a floor and a
//! ceiling at one value.
//!
//! **Why it matters.** A reader cannot know which of the two to keep, and the desk can settle it alone.
//!
//! **Example.** « un projet d'au moins 500 milliards » and, two paragraphs on, « jusqu'à 500 milliards »; « douze jours de grève »
//! in the title of an article that tells of ten.
//!
//! **Not found:** an article that sets two voices against each other, which is a dispute it reports; figures twice as large
//! or more, which are about two things; amounts of money or power told one after the other, which are stages or parts, unless
//! one is the title's or their digits are swapped; one for now and one for later; copies of the same text, which are named once.

use super::clash::{self, Pair};
use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, opposed_bounds};
use crate::quantity::{self, Amount, Quantity, digits};
use crate::reconcile::{Corpus, Statement};

pub(super) const CHECK: Check = Check { kind: Kind::Internal, summary: "an article against itself", run };

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for g in 0..context.groups.len() {
        let corpus = context.corpus;
        let inside = |x: usize, y: usize| {
            !context.has_part(x, y)
                && (corpus.one_voice(x, y) || is_told_by_one(context, g, x, y))
                && !is_rounded_in_title(corpus, x, y)
                && !are_stages(corpus, x, y)
                && !clash::are_of_two_sums(corpus, x, y)
                && !clash::are_of_two_kinds(corpus, x, y)
                && !clash::is_compared(corpus, x, y)
                && !clash::are_one_fall(corpus, x, y)
                && !are_listed(corpus, x, y)
        };
        let clash = |a: &Quantity, b: &Quantity| opposed_bounds::opposed(a, b) || clash::excludes(a, b);
        let pairs: Vec<Pair> = clash::open(context, g, &clash).collect();
        let mut origins: Vec<usize> = Vec::new();
        let mut alone: Vec<Pair> = Vec::new();
        for (article, pair) in articles(context, g, &pairs, &inside) {
            let origin = corpus.origins.of(article);
            if !origins.contains(&origin) {
                origins.push(origin);
                findings.push(report(context, g, article, pair));
            }
            // Nobody else tells either: it is no dispute, too.
            let claims = |position: usize| context.groups[g].positions[position].claims.iter();
            let here = |i: &usize| corpus.statements[*i].article == article;
            if claims(pair.0).chain(claims(pair.1)).all(here) {
                alone.push(pair);
            }
        }
        for (a, b) in alone {
            context.explain(g, a, b);
        }
    }
    findings
}

/// Whether a title gives in no voice what the text has from one voice alone: « Six nouveaux sites », and « selon les partenaires, cinq ».
fn is_told_by_one(context: &Context<'_>, g: usize, x: usize, y: usize) -> bool {
    let statement = |i: usize| &context.corpus.statements[i];
    let (title, body) = if statement(x).in_title { (x, y) } else { (y, x) };
    let here = |i: &usize| !context.corpus.apart(*i, body) && *i != title && *i != body;
    let quantity = |i: usize| &statement(i).claim.quantity;
    let near = quantity::ratio(quantity(title), quantity(body)).is_some_and(|ratio| ratio < Amount::TWO);
    near && quantity(title).kind == quantity::Kind::Count
        && statement(title).in_title
        && !statement(body).in_title
        && statement(title).claim.speaker.is_none()
        && !context.groups[g].claims.iter().any(here)
}

/// Whether a title rounds the figure of its text to a digit or two: « gagne 100 milliards », and 101.
fn is_rounded_in_title(corpus: &Corpus, x: usize, y: usize) -> bool {
    /// Past the greatest significant digits of a round figure, and how far it may be from the exact one, in hundredths.
    const ROUND: u128 = 100;
    const NEAR: i64 = 5;
    let statement = |i: usize| &corpus.statements[i];
    let value = |i: usize| statement(i).claim.quantity.value();
    let (title, body) = if statement(x).in_title { (x, y) } else { (y, x) };
    let Some((told, exact)) = value(title).zip(value(body)) else { return false };
    statement(title).in_title
        && !statement(body).in_title
        && digits(told) < ROUND
        && digits(told) < digits(exact)
        && (told - exact).abs() * Amount::from(100) <= exact.abs() * Amount::from(NEAR)
}

/// Whether two amounts told one after the other are rather a stage or part and the whole: « sept gigawatts sont lancés sur
/// les dix promis ». The title and the body tell of one thing, and so do digits that were swapped or a zero too many.
fn are_stages(corpus: &Corpus, x: usize, y: usize) -> bool {
    let (first, second) = (&corpus.statements[x], &corpus.statements[y]);
    let (p, q) = (&first.claim.quantity, &second.claim.quantity);
    let digits = |q: &Quantity| {
        let text = q.value().map(|value| value.to_string()).unwrap_or_default();
        let mut digits: Vec<char> = text.chars().filter(|c| matches!(c, '1'..='9')).collect();
        digits.sort_unstable();
        digits
    };
    // « cinq nouveaux sites … Trois sites seront bâtis avec Oracle »: so are counts of what the topic measures.
    let some = || clash::are_few(p, q) && quantity::ratio(p, q).is_some_and(|ratio| ratio >= clash::SOME);
    let measured = !first.claim.derived && !second.claim.derived && some();
    (measured || matches!(p.kind, quantity::Kind::Money | quantity::Kind::Power))
        && !clash::are_of_one_site(corpus, x, y)
        && p.unit == q.unit
        && !opposed_bounds::opposed(p, q)
        && (first.in_title == second.in_title || measured && title_has_all(corpus, first, second))
        && digits(p) != digits(q)
}

/// Whether the title gives the greater of two figures, and the text does so too: « Cinq sites pour Stargate », of which three.
fn title_has_all(corpus: &Corpus, first: &Statement, second: &Statement) -> bool {
    let (title, body) = if first.in_title { (first, second) } else { (second, first) };
    let value = |statement: &Statement| statement.claim.quantity.value();
    let again = corpus.statements_of(title.article).any(|i| {
        let other = &corpus.statements[i];
        !other.in_title && other.claim.is_told_as(&title.claim) && value(other) == value(title)
    });
    value(title) > value(body) && again
}

/// « trois sites développés avec Oracle, deux avec SoftBank »: counts of one sentence, of which the second leaves out its noun.
fn are_listed(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let (p, q) = (claim(x), claim(y));
    let elided =
        |claim: &crate::claim::Claim| claim.noun.is_none() || claim.core.end - claim.core.start < SHORT;
    p.terms.sentence == q.terms.sentence
        && p.quantity.kind == quantity::Kind::Count
        && q.quantity.kind == quantity::Kind::Count
        && (elided(p) || elided(q))
}

/// Fewest bytes of a figure that has its noun.
const SHORT: u32 = 6;

/// The articles that take both positions of a pair.
fn articles(
    context: &Context<'_>,
    g: usize,
    pairs: &[Pair],
    inside: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, Pair)> {
    let positions = &context.groups[g].positions;
    let mut found = Vec::new();
    for (a, b) in pairs {
        for x in &positions[*a].claims {
            let there = context.corpus.in_article_of(*x, &positions[*b].claims);
            if there.iter().any(|y| inside(*x, *y)) {
                found.push((context.corpus.statements[*x].article, (*a, *b)));
            }
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(article, _)| *article);
    found
}

fn report(context: &Context<'_>, g: usize, article: usize, (a, b): Pair) -> Finding {
    let (corpus, group) = (context.corpus, &context.groups[g]);
    let of = |position: usize| -> Vec<usize> {
        let here = |i: &usize| corpus.statements[*i].article == article;
        group.positions[position].claims.iter().copied().filter(here).collect()
    };
    let (left, right) = (of(a), of(b));
    let outlet = || Arg::Text(corpus.records[article].outlet().to_owned());
    Finding {
        kind: Kind::Internal,
        severity: Severity::Warning,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            "internal.message",
            [
                ("outlet", outlet()),
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", Arg::Claims(left.clone())),
                ("b", Arg::Claims(right.clone())),
            ],
        ),
        help: Message::new("internal.help", []),
        trace: vec![
            Message::new("trace.same_article", [("outlet", outlet())]),
            clash::cannot_both(left.clone(), right.clone()),
        ],
        sides: vec![Side::of(left), Side::of(right)],
    }
}
