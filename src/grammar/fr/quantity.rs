//! Quantities: a numeral with its unit or noun, ranges of two, and compounds (« une heure trente »).

use super::super::context::Context;
use super::super::figure::{Class, Reason, Scale};
use super::numeral::{self, Form, Numeral};
use super::rule::{Reading, Rule, Starts};
use super::{compound, count, is_listed_one, range, unit};
use crate::lexicon::{Classes, NumberWord, Roles, words as w};
use crate::quantity::{Amount, Bound, Interval, Kind, Quantity, Unit};
use crate::text::WordId;

/// Amounts of everything.
pub(super) const RULE: Rule = Rule {
    name: "quantity",
    starts: Starts::ANY,
    read,
    examples: &[
        ("500 milliards de dollars", "money 500000000000 USD"),
        ("500 milliards $", "money 500000000000 USD"),
        ("10Mds$", "money 10000000000 USD"),
        ("500M€", "money 500000000 EUR"),
        ("$500 billion", "money 500000000000 USD"),
        ("40 %", "percent 40 percent"),
        ("quarante pour cent", "percent 40 percent"),
        ("cinq prochaines années", "duration 5 year"),
        ("100 000 emplois", "count 100000 emploi"),
        ("1,3 million d'utilisateurs", "count 1300000 utilisateur"),
        ("46 000 m2", "area 46000 m2"),
        ("1,2 GW", "power 1200000000 W"),
        ("une trentaine de sites", "count approx 30 site"),
        ("un quart d'heure", "duration 15 minute"),
        ("-12 °C", "temperature -12 °C"),
        ("un tiers", "other 0.3333333333333333333333333333 ratio"),
        ("un quart de point", "percent 0.25 point"),
        ("trois milliards six cents millions d'euros", "money 3600000000 EUR"),
        ("1.000.000 d'habitants", "count 1000000 habitant"),
        ("il pèse 200 livres", "mass 90.718474 kg"),
        ("200 livres", "money 200 GBP"),
        ("3 fois plus", "other 3 times"),
        ("les 100 premiers milliards de dollars", "money 100000000000 USD"),
    ],
    refuses: &["un logement", "une politique"],
};

/// Decimals of a factor beyond which it is an approximation of one without end.
const EXACT: u32 = 20;

/// A numeral and what it measures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) numeral: Numeral,
    /// First token, a currency sign or minus included.
    pub(super) start: usize,
    /// One past the last token, unit or noun included.
    pub(super) end: usize,
    pub(super) unit: Option<&'a crate::lexicon::UnitWords>,
    pub(super) noun: Option<usize>,
    pub(super) negative: bool,
}

fn read(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    let Some(first) = part(cx, at, floor) else { return too_long(cx, at) };
    if let Some(reading) = range::read(cx, &first, floor) {
        return Some(reading);
    }
    if first.numeral.form == Form::One
        && let Some(reading) = compound::read(cx, &first)
    {
        return Some(reading);
    }
    let counts = || {
        let told = first.noun.is_some() || unit::one_counts(cx, &first, floor);
        told || listed(cx, first.end) || is_listed_one(cx, at)
    };
    if first.numeral.form == Form::One && !counts() {
        return None;
    }
    compound::read(cx, &first).or_else(|| Some(single(cx, &first)))
}

/// « un, deux, trois »
fn listed(cx: &Context<'_>, at: usize) -> bool {
    cx.is(at, w::COMMA) && cx.number_word(at + 1) == Some(NumberWord::Unit(2))
}

/// Digits beyond an exact decimal are a figure that is not understood, with its reason.
fn too_long(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let unreadable = cx.is_number(at) && numeral::read_digits(cx, at).is_none();
    unreadable.then(|| Reading::of_class(at, at + 1, Class::NotUnderstood(Reason::TooLong)))
}

/// Reads a numeral with its sign, unit and noun.
pub(super) fn part<'a>(cx: &Context<'a>, at: usize, floor: usize) -> Option<Part<'a>> {
    let numeral = numeral::read(cx, at)?;
    let mut part =
        Part { numeral, start: numeral.start, end: numeral.end, unit: None, noun: None, negative: false };
    unit::attach(cx, &mut part, floor);
    sign(cx, &mut part, floor);
    if part.unit.is_none() && (part.numeral.form != Form::One || is_one(cx, part.end)) {
        attach_noun(cx, &mut part);
    }
    // « des heures », « plusieurs pays »: without a number word only units of measure are worth an entry.
    let bare_vague = part.numeral.vague && part.numeral.form == Form::Words && part.unit.is_none();
    (!bare_vague).then_some(part)
}

/// « un point et demi », « un point d'écart »: what follows makes a number of the article.
fn is_one(cx: &Context<'_>, noun: usize) -> bool {
    compound::halves(cx, noun + 1) || is_point(cx, noun) && of_share(cx, noun)
}

/// « -5 », « − 10 », « moins 27 »: a minus that joins nothing.
fn sign(cx: &Context<'_>, part: &mut Part<'_>, floor: usize) {
    let Some(before) = part.start.checked_sub(1).filter(|before| *before >= floor) else { return };
    let free = |at: usize| {
        at == 0 || cx.flag(at, crate::text::Flags::SPACE) || cx.is_any(at - 1, &[w::OPEN, w::COLON, w::SLASH])
    };
    let doubled = cx.is_any(cx.before(before), &[WordId::HYPHEN, w::DASH]);
    let dash = cx.is_any(before, &[WordId::HYPHEN, w::MINUS, w::DASH])
        && free(before)
        && !doubled
        && (cx.glued(part.start) || before == floor && before == 0 || opens_phrase(cx, before));
    // « - 500 milliards en quatre ans » at the start of a line is a list.
    let list = before > 0
        && cx.flag(before, crate::text::Flags::LINE)
        && !cx.glued(part.start)
        && !cx.is(before, w::MINUS);
    let word = cx.is(before, w::MOINS)
        && !cx
            .is_any(cx.before(before), &[w::AU, w::PLUS, w::LE, w::DU, w::OU, w::ET, w::DE, w::PAS, w::LES])
        && cx.lexicon.bound_before(cx.tokens, part.start).is_none();
    if (dash && !list) || word {
        part.negative = true;
        part.start = before;
    }
}

/// Whether a mark before a dash opens something new within a sentence: « la nuit : - 5 °C », but « À suivre ? - 2 min ».
fn opens_phrase(cx: &Context<'_>, dash: usize) -> bool {
    cx.is_any(cx.before(dash), &[w::COLON, w::OPEN, w::COMMA, w::SEMICOLON, w::SLASH, w::EQUALS])
}

/// « « plus d'un million » de participants »: the token after the mark that closes around a number, where what it counts follows.
fn past_quote(cx: &Context<'_>, part: &Part<'_>) -> usize {
    /// Words of a bound between an opening mark and its number.
    const BOUND: usize = 4;
    let (close, marks) = (part.end, [w::LEFT_QUOTE, w::RIGHT_QUOTE, w::QUOTE, w::CURLY_QUOTE]);
    let of = cx.past_de(close + 1);
    let closed = cx.is_any(close, &marks) && part.numeral.takes_de() && of > close + 1;
    let opened = || (part.start.saturating_sub(BOUND)..part.start).any(|i| cx.is_any(i, &marks));
    // « « moins de 10 milliards » de dollars » counts no dollars.
    let counted = || cx.lexicon.unit(cx.text, cx.tokens, of).is_none();
    if closed && opened() && counted() { close + 1 } else { close }
}

/// The noun that is counted.
fn attach_noun(cx: &Context<'_>, part: &mut Part<'_>) {
    let end = past_quote(cx, part);
    let after_de = cx.past_de(end);
    // « trois de ces sites », « deux des partenaires »
    let of_those = if cx.is_any(after_de, &[w::CES, w::SES, w::LEURS, w::NOS]) && after_de > part.end {
        after_de + 1
    } else if cx.is(part.end, w::DES)
        && !cx.is(cx.before(part.start), w::LES)
        // « 50 des Émirats » are from there.
        && !cx.get(part.end + 1).is_some_and(crate::text::Token::is_capitalised)
    {
        part.end + 1
    } else {
        part.end
    };
    // « 160 millions de ses actions », but « 1,38 milliard de nos actionnaires »
    let people = Classes::MALE_ROLE.with(Classes::FEMALE_ROLE).with(Classes::BODY).with(Classes::DESCRIPTION);
    let shared =
        part.numeral.power == 6 && after_de > part.end && of_those > after_de && !cx.has(of_those, people);
    let theirs = !part.numeral.takes_de() || shared;
    if of_those > part.end && theirs && part.numeral.form != Form::Fraction {
        if let Some((noun, end)) = count::noun(cx, of_those, true) {
            part.noun = Some(noun);
            part.end = end;
        }
        return;
    }
    let at = match (part.numeral.takes_de(), after_de > part.end) {
        _ if part.numeral.form == Form::Fraction => return,
        (true, true) => after_de,
        (false, false) => part.end,
        _ => return,
    };
    let plural = part.numeral.power > 0
        || part.numeral.mantissa >= Amount::TWO
        || part.numeral.form == Form::Collective;
    // « 10 milliards d'investissements »: a sum without its currency.
    // « que dix milliards d'assurés »: nobody insures so many.
    let secured = part.numeral.power >= 9 && matches!(cx.slice(at), "assurés" | "engagés" | "débloqués");
    let sum = part.numeral.power >= 6 && cx.has(at, Classes::MONEY_NOUN) || secured;
    let zero = part.numeral.mantissa.is_zero() && !cx.is_number(part.numeral.start);
    if sum || zero {
        return;
    }
    if let Some((noun, end)) = count::noun(cx, at, plural) {
        part.noun = Some(noun);
        part.end = end;
    }
}

impl Part<'_> {
    /// The value in its unit, `None` beyond exact decimals.
    pub(super) fn value(&self) -> Option<Amount> {
        self.value_at(self.numeral.power)
    }

    /// The value if its magnitude were this power.
    pub(super) fn value_at(&self, power: u32) -> Option<Amount> {
        let mantissa = if self.negative { -self.numeral.mantissa } else { self.numeral.mantissa };
        let written = numeral::scale(mantissa, power)?;
        let value = match self.unit {
            Some(unit) => {
                let value = (written - unit.offset.unwrap_or_default()).checked_mul(unit.factor)?;
                // A factor without end (1/3.6) leaves a trail of digits that nobody wrote.
                if unit.factor.scale() > EXACT { value.round_dp(EXACT / 2) } else { value }
            }
            None => written,
        };
        // Zeros as written are kept (« 3,50 »), those of a computation are not (« 1,3 million »).
        let computed = power > 0
            || self.numeral.form == Form::Fraction
            || self.unit.is_some_and(|unit| unit.factor != Amount::ONE);
        Some(if computed { value.normalize() } else { value })
    }

    /// One unit of the last digit written, in the unit.
    pub(super) fn step_at(&self, power: u32) -> Amount {
        let factor = self.unit.map_or(Amount::ONE, |unit| unit.factor);
        numeral::scale(self.numeral.step, power)
            .and_then(|step| step.checked_mul(factor))
            .unwrap_or(Amount::ONE)
    }
}

/// The unit that a part has in reports.
pub(super) fn unit_of(cx: &Context<'_>, part: &Part<'_>) -> Unit {
    match (part.unit, part.noun) {
        (Some(words), _) => unit::meant(cx, words, part),
        // « 0,1 point », « 3 points de plus »: of a percentage; « 24 points marqués » are counted.
        (None, Some(noun)) if is_point(cx, noun) && is_share_point(cx, part, noun) => Unit::Point,
        (None, Some(_)) => Unit::Noun,
        // « un quart de point », « un dixième de point »
        (None, None) if part.numeral.form == Form::Fraction && cx.is(cx.past_de(part.end), w::POINT_WORD) => {
            Unit::Point
        }
        (None, None) if part.numeral.form == Form::Fraction => Unit::Ratio,
        (None, None) => Unit::None,
    }
}

/// « point », « points »
pub(super) fn is_point(cx: &Context<'_>, noun: usize) -> bool {
    matches!(cx.slice(noun), "point" | "points")
}

/// « 3 points de plus », « un point d'écart »: what the points are of says that they are of a percentage.
fn of_share(cx: &Context<'_>, noun: usize) -> bool {
    const WHOLES: [&str; 13] = [
        "plus", "moins", "pourcentage", "PIB", "croissance", "TVA", "cotisations", "cotisation", "hausse",
        "baisse", "retard", "écart", "avance",
    ];
    cx.is_any(noun + 1, &[w::DE, w::D]) && WHOLES.contains(&cx.slice(noun + 2))
}

/// Tokens from points that are gained to the share that they come to.
const POINTS: usize = 7;

/// Whether « points » are of a percentage: a fraction of one, or what is gained, lost or apart.
fn is_share_point(cx: &Context<'_>, part: &Part<'_>, noun: usize) -> bool {
    let small = part.numeral.mantissa < Amount::ONE_HUNDRED;
    let fraction = part.numeral.step < Amount::ONE;
    let polled = cx.is(noun + 1, w::DANS)
        && (noun + 2..noun + 5).any(|i| matches!(cx.slice(i), "sondages" | "enquête" | "intentions"));
    let moved = (part.start.saturating_sub(4)..part.start)
        .any(|i| matches!(cx.slice(i), "hausse" | "baisse" | "recul" | "repli" | "progression"));
    let signed = cx.is_any(cx.before(part.numeral.start), &[w::PLUS_MINUS, w::PLUS_SIGN]);
    // « progressé de six points pour atteindre 60,4 % »
    let led = cx.is(cx.before(part.start), w::DE)
        || cx.entry(cx.before(part.start)).verb.is_some_and(|verb| verb.roles.has(Roles::CHANGE));
    let reached = || (noun + 1..noun + POINTS).any(|i| cx.is(i, w::PERCENT));
    let rate = || (part.start.saturating_sub(POINTS)..part.start).any(|i| cx.slice(i) == "taux");
    let moved = moved || led && (reached() || rate());
    small && (fraction || of_share(cx, noun) || polled || moved || signed)
}

/// A quantity of one part.
fn single(cx: &Context<'_>, part: &Part<'_>) -> Reading {
    let unit = unit_of(cx, part);
    let bound = if part.numeral.vague {
        Bound::Vague
    } else if part.numeral.form == Form::Collective {
        Bound::Approx
    } else {
        Bound::Exact
    };
    let Some(value) = part.value() else {
        return Reading::of_class(part.start, part.end, Class::NotUnderstood(Reason::TooLong));
    };
    reading(part, unit, bound, Interval::of(bound, value), part.step_at(part.numeral.power))
}

/// Puts a reading together.
pub(super) fn reading(
    part: &Part<'_>,
    unit: Unit,
    bound: Bound,
    interval: Interval,
    step: Amount,
) -> Reading {
    let kind = unit.kind();
    let class = if kind == Kind::Number && part.numeral.power < 6 && bound != Bound::Vague {
        Class::Number
    } else {
        Class::Quantity
    };
    let quantity = Quantity { kind, unit, bound, strength: None, interval, step, date: None };
    let factor = part.unit.map_or(Amount::ONE, |unit| unit.factor);
    Reading {
        start: part.start,
        end: part.end,
        class,
        quantity: Some(quantity),
        noun: part.noun.filter(|_| unit == Unit::Noun),
        scale: Scale { power: part.numeral.power, factor },
        shared: part.unit.is_some_and(|unit| unit.shared),
    }
}
