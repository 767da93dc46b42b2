//! # conversion
//!
//! An article gives one amount in two currencies or two physical units, and they are not the same amount.
//!
//! **Why it matters.** Readers keep the one in their own unit, which is the one that the desk computed.
//!
//! **Example.** « 575 acres, soit 133 hectares » (233); « 100 milliards de dollars US (134 milliards de dollars canadiens) »
//! when a dollar was worth 1.44.
//!
//! Physical units have an exact factor: 3 % and the rounding of both printed values are let pass. Currencies are held against
//! the dated reference rates of the topic with 6 %; an article without a date against all of them. Where there is no rate or no
//! date, two conversions of one article are held against each other, with 4 %, those found wrong left out, and those of one amount
//! in two articles, with 6 %. Amounts side by side between commas count when only zeros part them.
//!
//! **Not found:** amounts that no word says are the same; signs that several currencies share, when one of them agrees;
//! values said to be about or bounded, within 7 % more, or 2 % when they are printed to three digits.

use std::collections::BTreeMap;

use super::finding::{Arg, Finding, Kind, Message, Severity, Side};
use super::{Check, Context, tied};
use crate::claim::{Claim, Operand};
use crate::quantity::{Amount, Bound, Currency, PartialDate, Quantity, Unit, days_between};
use crate::reconcile::Corpus;
use crate::topic::Rates;

pub(super) const CHECK: Check =
    Check { kind: Kind::Conversion, summary: "an amount in two units that do not agree", run };

/// Days within which one amount is converted at nearly one rate.
const MONTH: i32 = 31;

/// Let pass between physical units, in per mille.
const PHYSICAL: i64 = 30;

/// Let pass between currencies at a reference rate, in per mille.
const MONEY: i64 = 60;

/// Let pass between the rates of two conversions, in per mille.
const RATES: i64 = 40;

/// Conversions after one that it is held against.
const NEXT: usize = 50;

/// Currencies that share a sign or a name.
const NAMESAKES: [&[&str]; 8] = [
    &["INR", "IDR"],
    &["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"],
    &["CHF", "XOF", "XAF", "XPF", "CDF", "GNF"],
    &["SEK", "NOK", "DKK", "ISK", "CZK"],
    &["GBP", "EGP", "LBP", "TRY"],
    &["TND", "DZD", "LYD", "KWD", "JOD", "IQD"],
    &["MAD", "AED"],
    &["JPY", "CNY"],
];

/// A conversion: the amount first given, and the same in another unit.
struct Conversion<'a> {
    source: usize,
    here: usize,
    from: &'a Operand,
    to: &'a Claim,
}

fn run(context: &mut Context<'_>) -> Vec<Finding> {
    let corpus = context.corpus;
    let all = tied::figures(corpus, |claim| claim.ties.converts.is_some()).filter_map(|(here, to)| {
        let from = to.ties.converts.as_deref()?;
        let source = *tied::claims_at(corpus, corpus.statements[here].article, from.core).first()?;
        let plain = |q: &Quantity| q.bound != Bound::Range && q.is_comparable();
        (plain(&from.quantity) && plain(&to.quantity)).then_some(Conversion { source, here, from, to })
    });
    let (mut wrong, mut rest) = (Vec::new(), Vec::new());
    for conversion in all {
        match off(context, &conversion) {
            Some(finding) => wrong.push((finding, conversion)),
            None => rest.push(conversion),
        }
    }
    let mut findings: Vec<Finding> = Vec::new();
    for (finding, conversion) in wrong {
        let others = converted_elsewhere(corpus, &conversion, &rest);
        for other in &others {
            context.explain_claims(conversion.here, *other);
        }
        let sides = finding.sides.into_iter().chain((!others.is_empty()).then(|| Side::of(others)));
        findings.push(Finding { sides: sides.collect(), ..finding });
    }
    findings.extend(implied(context, &rest));
    findings.extend(across(context, &rest));
    findings
}

/// What other articles of about the day make of the amount of a conversion in the same unit: a side of its own beside the wrong one.
fn converted_elsewhere(corpus: &Corpus, conversion: &Conversion<'_>, sound: &[Conversion<'_>]) -> Vec<usize> {
    let amount = |c: &Conversion<'_>| (c.from.quantity.value(), c.from.quantity.unit, c.to.quantity.unit);
    let near = |other: &&Conversion<'_>| {
        let days = days_between(corpus.day(conversion.here), corpus.day(other.here));
        corpus.apart(other.here, conversion.here) && days.is_none_or(|days| days <= MONTH)
    };
    let same = |other: &&Conversion<'_>| amount(other) == amount(conversion);
    sound.iter().filter(same).filter(near).map(|other| other.here).collect()
}

/// A conversion that its factor or reference rate does not give.
fn off(context: &Context<'_>, conversion: &Conversion<'_>) -> Option<Finding> {
    let (a, b) = (&conversion.from.quantity, &conversion.to.quantity);
    let (rate, slack, step) = match (a.unit, b.unit) {
        (Unit::Currency(from), Unit::Currency(to)) => {
            let rates = &context.topic.rates;
            let date = context.corpus.day(conversion.here);
            let rate = rates.between(from, to, date)?;
            if another_dollar(rates, conversion, from, to, date) {
                return None;
            }
            (rate, MONEY, "trace.rate")
        }
        _ => ((Amount::ONE, Amount::ONE), PHYSICAL, "trace.factor"),
    };
    if agrees(a, b, rate, slack)? || conversion.to.ties.apposed && !slips(a, b, rate)? {
        return None;
    }
    let middle = rate.0.checked_add(rate.1)?.checked_div(Amount::TWO)?;
    let expected = tied::worth(b, a.value()?.checked_mul(middle)?);
    let (source, here) = (conversion.source, conversion.here);
    Some(Finding {
        message: Message::new(
            "conversion.message",
            [
                ("outlet", tied::outlet(context.corpus, here)),
                ("a", Arg::Claims(vec![source])),
                ("b", Arg::Claims(vec![here])),
                ("expected", expected.clone()),
            ],
        ),
        trace: vec![
            tied::inside(context.corpus, here),
            Message::new(step, [("a", Arg::Claims(vec![source])), ("expected", expected)]),
        ],
        ..finding(context, conversion, &[source, here])
    })
}

/// Whether a value is another one at a rate, within the rounding of both and some slack.
fn agrees(a: &Quantity, b: &Quantity, rate: (Amount, Amount), slack: i64) -> Option<bool> {
    let ((a_low, a_high), (b_low, b_high)) = (tied::printed(a)?, tied::printed(b)?);
    let (low, high) = (a_low.checked_mul(rate.0)?, a_high.checked_mul(rate.1)?);
    let low = low.checked_sub(tied::per_mille(low, slack)?)?;
    let high = high.checked_add(tied::per_mille(high, slack)?)?;
    Some(low <= b_high && b_low <= high)
}

/// Whether a value is another one but for a zero, or three or six: what tells a slip from two amounts that stand side by side.
fn slips(a: &Quantity, b: &Quantity, rate: (Amount, Amount)) -> Option<bool> {
    for zeros in [1, 3, 6] {
        let times = Amount::from(10_i64.pow(zeros));
        let up = (rate.0.checked_mul(times)?, rate.1.checked_mul(times)?);
        let down = (rate.0.checked_div(times)?, rate.1.checked_div(times)?);
        if agrees(a, b, up, MONEY)? || agrees(a, b, down, MONEY)? {
            return Some(true);
        }
    }
    Some(false)
}

/// Whether a sign that several currencies share can be meant for one with which the conversion agrees.
fn another_dollar(
    rates: &Rates,
    conversion: &Conversion<'_>,
    from: Currency,
    to: Currency,
    date: Option<PartialDate>,
) -> bool {
    let (a, b) = (&conversion.from.quantity, &conversion.to.quantity);
    let fits = |from: Currency, to: Currency| {
        let rate = rates.between(from, to, date).filter(|_| from != to);
        rate.and_then(|rate| agrees(a, b, rate, MONEY)) == Some(true)
    };
    let namesakes = |one: Currency, other: Currency| {
        NAMESAKES.iter().any(|codes| codes.contains(&one.code()) && codes.contains(&other.code()))
    };
    rates.currencies().any(|other| {
        conversion.from.shared && namesakes(from, other) && fits(other, to)
            || conversion.to.ties.shared && namesakes(to, other) && fits(from, other)
    })
}

/// Conversions of one article between the same currencies at different rates, where no reference rate is known.
fn implied(context: &Context<'_>, all: &[Conversion<'_>]) -> Vec<Finding> {
    let article = |c: &Conversion<'_>| context.corpus.statements[c.here].article;
    let mut found: Vec<(usize, Finding)> = Vec::new();
    for (i, first) in all.iter().enumerate() {
        let named = found.last().is_some_and(|(named, _)| *named == article(first));
        let others =
            all[i + 1..].iter().take(NEXT).take_while(|other| !named && article(other) == article(first));
        for second in others {
            if rates_differ(context, first, second) == Some(true) {
                found.push((article(first), at_two_rates(context, first, second)));
                break;
            }
        }
    }
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// One amount that two articles convert at different rates, where no reference rate is known: « 500 milliards de dollars, soit 410
/// milliards d'euros », « (480 milliards d'euros) ».
fn across(context: &Context<'_>, all: &[Conversion<'_>]) -> Vec<Finding> {
    let mut amounts: BTreeMap<(Amount, Currency, Currency), Vec<&Conversion<'_>>> = BTreeMap::new();
    for conversion in all.iter().filter(|conversion| !conversion.to.ties.apposed) {
        let key = currencies(conversion).zip(conversion.from.quantity.value());
        if let Some(((from, to), value)) = key {
            amounts.entry((value, from, to)).or_default().push(conversion);
        }
    }
    let article = |c: &Conversion<'_>| context.corpus.statements[c.here].article;
    let day = |c: &Conversion<'_>| context.corpus.day(c.here);
    let differ = |first: &Conversion<'_>, other: &Conversion<'_>| {
        article(other) != article(first)
            && days_between(day(first), day(other)).is_none_or(|days| days <= MONTH)
            && rates_differ_by(context, first, other, MONEY) == Some(true)
    };
    let apart = |list: &Vec<&Conversion<'_>>| {
        list.iter().enumerate().find_map(|(i, first)| {
            let other = list[i + 1..].iter().take(NEXT).find(|other| differ(first, other))?;
            Some(at_two_rates(context, first, other))
        })
    };
    amounts.values().filter_map(apart).collect()
}

fn rates_differ(context: &Context<'_>, first: &Conversion<'_>, second: &Conversion<'_>) -> Option<bool> {
    rates_differ_by(context, first, second, RATES)
}

/// Whether two conversions between the same currencies are at rates so many per mille apart, or more.
fn rates_differ_by(
    context: &Context<'_>,
    first: &Conversion<'_>,
    second: &Conversion<'_>,
    slack: i64,
) -> Option<bool> {
    let (a, b) = (currencies(first)?, currencies(second)?);
    // Dollars of two lands are told apart by their marks; francs are the same ones throughout an article.
    let namesakes = NAMESAKES.iter().any(|codes| codes.contains(&a.0.code()) && codes.contains(&a.1.code()));
    let shared = |c: &Conversion<'_>| (c.from.shared || c.to.ties.shared) && (namesakes || a != b);
    let known = [first, second].iter().any(|c| {
        let date = context.corpus.day(c.here);
        date.is_some() && context.topic.rates.between(a.0, a.1, date).is_some()
    });
    if shared(first) || shared(second) || known {
        return None;
    }
    let (p, q) = (
        rate_of(&first.from.quantity, &first.to.quantity)?,
        match b {
            _ if a == b => rate_of(&second.from.quantity, &second.to.quantity)?,
            _ if a == (b.1, b.0) => rate_of(&second.to.quantity, &second.from.quantity)?,
            _ => return None,
        },
    );
    // Apart beyond their rounding, and by more than what passes from one day to another.
    let middle = |r: (Amount, Amount)| r.0.checked_add(r.1)?.checked_div(Amount::TWO);
    let (mp, mq) = (middle(p)?, middle(q)?);
    let slack = tied::per_mille(mp.max(mq), slack)?;
    let differ = (p.1 < q.0 || q.1 < p.0) && mp.checked_sub(mq)?.abs() > slack;
    let said = |c: &Conversion<'_>, rate: (Amount, Amount)| {
        !c.to.ties.apposed || slips(&c.from.quantity, &c.to.quantity, rate) == Some(true)
    };
    // Amounts side by side are only held against a conversion that is said to be one, and only for lost zeros.
    let (one, other) = (first.to.ties.apposed, second.to.ties.apposed);
    let sound = !one && !other || one != other && a == b && said(first, q) && said(second, p);
    Some(differ && sound)
}

fn currencies(conversion: &Conversion<'_>) -> Option<(Currency, Currency)> {
    match (conversion.from.quantity.unit, conversion.to.quantity.unit) {
        (Unit::Currency(from), Unit::Currency(to)) => Some((from, to)),
        _ => None,
    }
}

/// The least and greatest rate that two printed values can come from.
fn rate_of(a: &Quantity, b: &Quantity) -> Option<(Amount, Amount)> {
    let ((a_low, a_high), (b_low, b_high)) = (tied::printed(a)?, tied::printed(b)?);
    (a_low > Amount::ZERO).then_some(())?;
    Some((b_low.checked_div(a_high)?, b_high.checked_div(a_low)?))
}

fn at_two_rates(context: &Context<'_>, first: &Conversion<'_>, second: &Conversion<'_>) -> Finding {
    let corpus = context.corpus;
    let claims = |c: &Conversion<'_>| Arg::Claims(vec![c.source, c.here]);
    let (a, b) = (("a", claims(first)), ("b", claims(second)));
    let (message, trace) = if corpus.apart(first.here, second.here) {
        let trace = Message::new("trace.rates_across", [a.clone(), b.clone()]);
        (Message::new("conversion.across", [a, b]), vec![trace])
    } else {
        let trace = Message::new("trace.rates", [a.clone(), b.clone()]);
        let outlet = ("outlet", tied::outlet(corpus, first.here));
        (Message::new("conversion.rates", [outlet, a, b]), vec![tied::inside(corpus, first.here), trace])
    };
    let sides = [first.source, first.here, second.source, second.here];
    Finding { message, trace, ..finding(context, first, &sides) }
}

/// A finding on some claims, without its words.
fn finding(context: &Context<'_>, conversion: &Conversion<'_>, claims: &[usize]) -> Finding {
    Finding {
        kind: Kind::Conversion,
        severity: Severity::Warning,
        slot: context.corpus.statements[conversion.here].claim.slot.clone(),
        group: None,
        message: Message::new("conversion.message", []),
        help: Message::new("conversion.help", []),
        trace: Vec::new(),
        sides: claims.iter().map(|claim| Side::of(vec![*claim])).collect(),
    }
}
