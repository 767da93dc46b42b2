//! # arithmetic
//!
//! An article computes, and the result is not that of its own figures: a stated sum that is not the sum of the parts named
//! right before it or behind, what rests of a whole, what a sum over years makes for each of them, a percentage that is not that
//! of the two figures beside it, a change in per cent that is not that from one to the other, shares of one thing above a hundred.
//!
//! **Why it matters.** One of the figures is wrong or means something else, and nobody outside is needed to see it.
//!
//! **Example.** « JPMorgan a prêté 2,3 milliards, puis 7,1, ce qui fait 9,6 milliards »; « 300 milliards sur cinq ans, soit 30 par
//! an »; « 18 millions par an pendant cinq ans, donc 108 millions »; « 40 % chacun » for two, and « les 30 % restants »;
//! « 100 000 puces sur 500 000, soit 25 % ».
//!
//! **Not found:** parts and wholes that no word ties together; a sum of which some of the parts, or more of « chacun », make
//! the total; results within the rounding of the figures; bounds and ranges.

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, tied};
use crate::claim::{Claim, Operand};
use crate::quantity::{Amount, Bound, Quantity, ratio};
use crate::reconcile::{Corpus, Statement};

pub(super) const CHECK: Check =
    Check { kind: Kind::Arithmetic, summary: "a stated result that its own figures do not give", run };

/// Subjects that « chacun » may stand for where the text does not name them.
const EACH: usize = 5;

/// Ways to add parts up that are tried; a list with more is not checked.
const WAYS: usize = 10_000;

/// How far from its parts a stated sum may be and still be theirs: half as much, or half as much again.
const FAR: (i64, i64) = (5, 15);

/// A percentage that is off by less than a tenth of itself, or by less than a point, is rounded.
const OFF: (i64, i64) = (100, 1);

/// The same for what several make together, in per mille: each is rounded.
const OFF_TIMES: i64 = 60;

/// The same for a share of each year, in per mille of the whole.
const OFF_SPREAD: i64 = 100;

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let tied = |claim: &Claim| {
        let ties = &claim.ties;
        let computed =
            ties.spread.is_some() || ties.share.is_some() || ties.change.is_some() || ties.times.is_some();
        computed || !ties.parts.is_empty() || !ties.beside.is_empty()
    };
    tied::figures(corpus, tied)
        .filter_map(|(i, claim)| {
            let part = || claim.ties.share.as_deref().and_then(|(part, whole)| share(corpus, i, part, whole));
            let each =
                || claim.ties.spread.as_deref().and_then(|(whole, times)| spread(corpus, i, whole, times));
            let changed = || claim.ties.change.as_deref().and_then(|(old, new)| change(corpus, i, old, new));
            let times =
                || claim.ties.times.as_deref().and_then(|(each, count)| times(corpus, i, each, count));
            times()
                .or_else(|| sum(corpus, i, &claim.ties.parts))
                .or_else(each)
                .or_else(changed)
                .or_else(part)
                .or_else(|| rest(corpus, i, &claim.ties.beside))
        })
        .collect()
}

/// One addend of a sum: its value, how often it is known to count, and how often it may.
struct Addend {
    value: Amount,
    rounding: Amount,
    known: usize,
    most: usize,
}

fn addends(corpus: &Corpus, article: usize, parts: &[Operand]) -> Option<Vec<Addend>> {
    parts
        .iter()
        .map(|part| {
            let claims = tied::claims_at(corpus, article, part.core);
            let known = claims.len().max(1);
            let most = if part.each && known == 1 { EACH } else { known };
            let (low, _) = tied::printed(&part.quantity)?;
            let value = part.quantity.value()?;
            Some(Addend { value, rounding: value.checked_sub(low)?, known, most })
        })
        .collect()
}

/// A stated sum against its parts.
fn sum(corpus: &Corpus, total: usize, parts: &[Operand]) -> Option<Finding> {
    let statement = &corpus.statements[total];
    let quantity = &statement.claim.quantity;
    let addends = addends(corpus, statement.article, parts).filter(|addends| !addends.is_empty())?;
    if let ([part], [addend]) = (parts, addends.as_slice()) {
        return part.each.then(|| of_each(corpus, total, part, addend)).flatten();
    }
    let ways = addends.iter().try_fold(1_usize, |ways, addend| ways.checked_mul(addend.most + 1));
    ways.filter(|ways| *ways <= WAYS)?;
    let (low, high) = is_plain(quantity).then(|| tied::printed(quantity)).flatten()?;
    if reaches(&addends, (Amount::ZERO, Amount::ZERO), (low, high))?
        || addends.iter().any(|a| a.most > a.known)
    {
        return None;
    }
    let all = addends.iter().try_fold(Amount::ZERO, |sum, addend| {
        sum.checked_add(addend.value.checked_mul(Amount::from(addend.known))?)
    })?;
    let tenths = quantity.value()?.checked_mul(Amount::TEN)?.checked_div(all)?;
    // « 14 milliards, dont 8 millions, 4 millions et 2 millions »
    let slipped = all.checked_mul(Amount::ONE_THOUSAND) == quantity.value();
    if !slipped && (tenths < Amount::from(FAR.0) || tenths > Amount::from(FAR.1)) {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, parts);
    finding(corpus, total, claims, "arithmetic.sum", tied::worth(quantity, all))
}

/// « Chacun pourra en acheter 35 000, soit 60 000 au total »: a total that is no number of times what is of each.
fn of_each(corpus: &Corpus, total: usize, part: &Operand, addend: &Addend) -> Option<Finding> {
    let statement = &corpus.statements[total];
    let quantity = &statement.claim.quantity;
    let (low, high) = is_plain(quantity).then(|| tied::printed(quantity)).flatten()?;
    let (least, most) =
        (addend.value.checked_sub(addend.rounding)?, addend.value.checked_add(addend.rounding)?);
    let value = quantity.value().filter(|value| *value > addend.value)?;
    let times = value.checked_div(addend.value)?.round().max(Amount::TWO);
    let several = times <= Amount::from(EACH);
    let fits = low <= most.checked_mul(times)? && least.checked_mul(times)? <= high;
    if !several || fits {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, &[*part]);
    let expected = tied::worth(quantity, addend.value.checked_mul(times)?);
    finding(corpus, total, claims, "arithmetic.sum", expected)
}

/// What several make together against what each of them is.
fn times(corpus: &Corpus, total: usize, each: &Operand, count: &Operand) -> Option<Finding> {
    /// Most that a product is taken to be off, as it would be of other things beyond.
    const OTHER: Amount = Amount::from_parts(4, 0, 0, false, 0);
    let statement = &corpus.statements[total];
    let quantity = &statement.claim.quantity;
    let expected = each.quantity.value()?.checked_mul(count.quantity.value()?)?;
    let value = quantity.value()?;
    let slack = tied::per_mille(expected, OFF_TIMES)?;
    let (low, high) = (expected.checked_sub(slack)?, expected.checked_add(slack)?);
    let fits = match quantity.bound {
        bound if bound.is_floor() => value <= high,
        bound if bound.is_ceiling() => value >= low,
        _ => (low..=high).contains(&value),
    };
    // « 500 000 pieds carrés chacun, soit 46 500 m² » is one of them again.
    let one = ratio(quantity, &each.quantity)? < Amount::TWO;
    let far = value > expected.checked_mul(OTHER)? || expected > value.checked_mul(OTHER)?;
    if fits || one || far || each.quantity.bound == Bound::Range {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, &[*each, *count]);
    finding(corpus, total, claims, "arithmetic.product", tied::worth(quantity, expected))
}

/// Whether some of the addends, each as often as it may count, make a total.
fn reaches(addends: &[Addend], sum: (Amount, Amount), total: (Amount, Amount)) -> Option<bool> {
    let Some((first, others)) = addends.split_first() else {
        // All roundings at their worst, and the same way: nobody prints that.
        return Some(sum.0 < total.1 && total.0 < sum.1 || sum.0 == total.0 && sum.1 == total.1);
    };
    let mut sum = sum;
    for _ in 0..=first.most {
        if reaches(others, sum, total)? {
            return Some(true);
        }
        let (least, most) =
            (first.value.checked_sub(first.rounding)?, first.value.checked_add(first.rounding)?);
        sum = (sum.0.checked_add(least)?, sum.1.checked_add(most)?);
    }
    Some(false)
}

/// What is for each year against the whole and the years.
fn spread(corpus: &Corpus, yearly: usize, whole: &Operand, times: &Operand) -> Option<Finding> {
    let statement = &corpus.statements[yearly];
    let quantity = &statement.claim.quantity;
    let times_value = times.quantity.value().filter(|times| *times > Amount::ONE)?;
    let (low, high) = is_plain(quantity).then(|| tied::printed(quantity)).flatten()?;
    let (least, most) = tied::printed(&whole.quantity)?;
    let slack = tied::per_mille(whole.quantity.value()?, OFF_SPREAD)?;
    let fits = low.checked_mul(times_value)? <= most.checked_add(slack)?
        && high.checked_mul(times_value)? >= least.checked_sub(slack)?;
    if fits || whole.quantity.bound == Bound::Range {
        return None;
    }
    if let Some(product) = product(corpus, yearly, whole, times) {
        return Some(product);
    }
    let expected = whole.quantity.value()?.checked_div(times_value)?;
    let claims = tied::claims_of(corpus, statement.article, &[*whole, *times]);
    finding(corpus, yearly, claims, "arithmetic.spread", tied::worth(quantity, expected))
}

/// « 18 millions par an pendant cinq ans, donc 108 millions »: of a whole that is written last the years are the parts.
fn product(corpus: &Corpus, yearly: usize, whole: &Operand, times: &Operand) -> Option<Finding> {
    let Statement { article, claim, .. } = &corpus.statements[yearly];
    let product = *tied::claims_at(corpus, *article, whole.core).first()?;
    let mut parts = tied::claims_at(corpus, *article, claim.core);
    parts.extend(tied::claims_of(corpus, *article, &[*times]));
    let expected =
        tied::worth(&whole.quantity, claim.quantity.value()?.checked_mul(times.quantity.value()?)?);
    let written_last = whole.core.start > claim.core.start;
    written_last.then(|| finding(corpus, product, parts, "arithmetic.product", expected)).flatten()
}

/// A stated percentage against the part and the whole that it is of.
fn share(corpus: &Corpus, percent: usize, part: &Operand, whole: &Operand) -> Option<Finding> {
    let statement = &corpus.statements[percent];
    let quantity = &statement.claim.quantity;
    let units = part.quantity.unit == whole.quantity.unit
        || [part, whole].iter().any(|operand| operand.quantity.unit == crate::quantity::Unit::None);
    let (a, b) = (part.quantity.value()?, whole.quantity.value()?);
    if !units || !is_plain(quantity) || a <= Amount::ZERO || a >= b {
        return None;
    }
    let hundred = Amount::ONE_HUNDRED;
    let of = |part: Amount, whole: Amount| part.checked_mul(hundred)?.checked_div(whole);
    let ((part_low, part_high), (whole_low, whole_high)) =
        (tied::printed(&part.quantity)?, tied::printed(&whole.quantity)?);
    let (least, most) = (of(part_low, whole_high)?, of(part_high, whole_low)?);
    let (low, high) = tied::printed(quantity)?;
    let slack = tied::per_mille(of(a, b)?, OFF.0)?.max(Amount::from(OFF.1));
    if low <= most.checked_add(slack)? && least.checked_sub(slack)? <= high {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, &[*part, *whole]);
    finding(corpus, percent, claims, "arithmetic.share", tied::worth(quantity, of(a, b)?.round_dp(1)))
}

/// A stated change in per cent against the values before and after.
fn change(corpus: &Corpus, percent: usize, old: &Operand, new: &Operand) -> Option<Finding> {
    let statement = &corpus.statements[percent];
    let quantity = &statement.claim.quantity;
    let (from, to) = (old.quantity.value()?, new.quantity.value()?);
    if !is_plain(quantity) || from <= Amount::ZERO || to <= Amount::ZERO {
        return None;
    }
    let grown = |from: Amount, to: Amount| {
        to.checked_sub(from)?.abs().checked_mul(Amount::ONE_HUNDRED)?.checked_div(from)
    };
    let expected = grown(from, to)?;
    let rounding = |operand: &Operand| {
        let (low, _) = tied::printed(&operand.quantity)?;
        operand.quantity.value()?.checked_sub(low)?.checked_mul(Amount::ONE_HUNDRED)?.checked_div(from)
    };
    let slack = rounding(old)?.checked_add(rounding(new)?)?.checked_add(Amount::from(OFF.1))?;
    let (low, high) = tied::printed(quantity)?;
    if low.checked_sub(slack)? <= expected && expected <= high.checked_add(slack)? {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, &[*old, *new]);
    finding(corpus, percent, claims, "arithmetic.change", tied::worth(quantity, expected.round_dp(1)))
}

/// What rests against the shares before it.
fn rest(corpus: &Corpus, rest: usize, beside: &[Operand]) -> Option<Finding> {
    let statement = &corpus.statements[rest];
    let quantity = &statement.claim.quantity;
    let addends = addends(corpus, statement.article, beside).filter(|addends| !addends.is_empty())?;
    // « chacun » is of two at least.
    let each = |i: usize| if beside[i].each { addends[i].known.max(2) } else { addends[i].known };
    let (low, _) = tied::printed(quantity)?;
    // « Oracle et MGX en garderaient 15 % chacun »
    let own = tied::claims_at(corpus, statement.article, statement.claim.core).len().max(2);
    let own = Amount::from(if statement.claim.ties.each { own } else { 1 });
    let mut least = low.checked_mul(own)?;
    let mut all = quantity.value()?.checked_mul(own)?;
    for (i, addend) in addends.iter().enumerate() {
        let times = Amount::from(each(i));
        least = least.checked_add(addend.value.checked_sub(addend.rounding)?.checked_mul(times)?)?;
        all = all.checked_add(addend.value.checked_mul(times)?)?;
    }
    if least <= Amount::ONE_HUNDRED {
        return None;
    }
    let claims = tied::claims_of(corpus, statement.article, beside);
    finding(corpus, rest, claims, "arithmetic.rest", tied::worth(quantity, all))
}

/// Whether a value stands for itself.
fn is_plain(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::Exact | Bound::Approx)
}

/// The finding of a result, all claims of its figure, against its parts.
fn finding(
    corpus: &Corpus,
    result: usize,
    parts: Vec<usize>,
    words: &'static str,
    expected: Arg,
) -> Option<Finding> {
    let statement = &corpus.statements[result];
    let results = tied::claims_at(corpus, statement.article, statement.claim.core);
    (!parts.is_empty()).then(|| computed(corpus, words, results, parts, expected))
}

/// The finding, in these words, of a result (one claim or more) against its parts and what they make.
pub(super) fn computed(
    corpus: &Corpus,
    words: &'static str,
    results: Vec<usize>,
    parts: Vec<usize>,
    expected: Arg,
) -> Finding {
    let result = results[0];
    let computed =
        Message::new("trace.computed", [("b", Arg::Claims(parts.clone())), ("expected", expected.clone())]);
    Finding {
        kind: Kind::Arithmetic,
        severity: Severity::Warning,
        slot: corpus.statements[result].claim.slot.clone(),
        group: None,
        message: Message::new(
            words,
            [
                ("outlet", tied::outlet(corpus, result)),
                ("a", Arg::Claims(vec![result])),
                ("b", Arg::Claims(parts.clone())),
                ("expected", expected),
            ],
        ),
        help: Message::new("arithmetic.help", []),
        trace: vec![tied::inside(corpus, result), computed],
        sides: vec![Side::of(results), Side::of_parts(parts)],
    }
}
