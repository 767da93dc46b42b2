//! Number words: how French composes them, seventy and ninety in all their forms.

use super::super::super::context::Context;
use super::{Form, Numeral};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::{Amount, Kind};

/// Reads number words at `at`.
pub(in super::super) fn read(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    cx.memo.words.at(at, || read_anew(cx, at))
}

fn read_anew(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let (whole, end) = match magnitude(cx, at) {
        // « mille », « un million » without « un » only for thousands.
        Some((3, _)) => (0, at),
        _ => below_thousand(cx, at)?,
    };
    let one = end == at + 1 && matches!(cx.number_word(at), Some(NumberWord::Unit(1)));
    let numeral = Numeral {
        start: at,
        end,
        mantissa: Amount::from(whole),
        step: Amount::ONE,
        power: 0,
        form: if one { Form::One } else { Form::Words },
        vague: false,
        round: false,
    };
    let numeral = decimals(cx, numeral);
    let read = continue_with_magnitudes(cx, numeral);
    (read.end > at).then_some(read)
}

/// Multiplies by the magnitudes after the numeral and adds what they group: « 2 millions cinq cent mille »,
/// « trente et un mille deux cents », « 53 mille millions ».
pub(super) fn continue_with_magnitudes(cx: &Context<'_>, numeral: Numeral) -> Numeral {
    let mut state = Composition {
        cx,
        numeral,
        total: Amount::ZERO,
        segment: numeral.mantissa,
        last_power: u32::MAX,
        thousands: false,
        end: numeral.end,
    };
    state.run();
    state.finish()
}

/// A number under composition: `total` of the finished magnitudes, `segment` below a million that is being read.
struct Composition<'a, 'c> {
    cx: &'a Context<'c>,
    numeral: Numeral,
    total: Amount,
    segment: Amount,
    last_power: u32,
    thousands: bool,
    end: usize,
}

impl Composition<'_, '_> {
    fn run(&mut self) {
        loop {
            let next = self.past_rank(self.cx.past_hyphen(self.end));
            match magnitude(self.cx, next) {
                Some((3, end)) if !self.thousands => self.thousand(end),
                Some((power, end)) if power > 3 && power < self.last_power && self.may_scale(next) => {
                    self.scale(power, end);
                }
                _ => return,
            }
        }
    }

    /// « les 100 premiers milliards », « les dix autres millions »: an adjective before the magnitude.
    fn past_rank(&self, at: usize) -> usize {
        let ranked = matches!(self.cx.slice(at), "premiers" | "autres" | "derniers" | "prochains")
            && matches!(self.cx.number_word(at + 1), Some(NumberWord::Power(_)));
        if ranked { at + 1 } else { at }
    }

    /// « mille » and what follows below a thousand.
    fn thousand(&mut self, end: usize) {
        self.thousands = true;
        let times = if self.segment.is_zero() { Amount::ONE } else { self.segment };
        self.segment = times * Amount::ONE_THOUSAND;
        self.end = end;
        let next = self.cx.past_hyphen(end);
        let Some((value, stop)) = below_thousand(self.cx, next) else { return };
        // « deux cent mille quatorze mille » are two numbers.
        let again = matches!(magnitude(self.cx, self.cx.past_hyphen(stop)), Some((3, _)));
        if !again && !self.lone_article(next, stop) {
            self.segment += Amount::from(value);
            self.end = stop;
        }
    }

    /// « million » and above, then what they group.
    fn scale(&mut self, power: u32, end: usize) {
        let Some(value) = super::scale(self.segment, power) else { return self.last_power = 0 };
        if self.total.is_zero() {
            // One magnitude: the mantissa stays apart, so that « 5 à 10 milliards » can share the power.
            self.numeral.mantissa = self.segment;
            self.numeral.power = power;
        } else {
            self.numeral.power = 0;
        }
        self.total += value;
        self.last_power = power;
        self.segment = Amount::ZERO;
        self.thousands = false;
        self.end = end;
        self.more(end);
    }

    /// Reads the segment after a magnitude, in words or, under a larger one, in digits (« 2 millions 500 000 »).
    fn more(&mut self, at: usize) {
        let next = self.cx.past_hyphen(at);
        // « contre 3,3 milliards douze mois plus tôt »: nothing goes on behind decimals.
        if self.numeral.step != Amount::ONE {
            return;
        }
        if let Some((value, stop)) = below_thousand(self.cx, next)
            .filter(|(_, stop)| !self.lone_article(next, *stop) && !self.is_time(*stop))
        {
            self.segment = Amount::from(value);
            self.end = stop;
        } else if self.cx.is_number(next) && self.cx.same_line(next) {
            let Some(digits) = super::digits::read(self.cx, next).filter(|d| d.decimals == 0) else { return };
            let grouped = digits.grouped
                || matches!(magnitude(self.cx, digits.end), Some((power, _)) if power < self.last_power);
            if grouped && digits.value < super::scale(Amount::ONE, self.last_power).unwrap_or(Amount::MAX) {
                self.segment = digits.value;
                self.end = digits.end;
            }
        }
    }

    /// « un » after a number is the article of what follows, unless it is the last word of the number.
    fn lone_article(&self, at: usize, stop: usize) -> bool {
        stop == at + 1
            && matches!(self.cx.number_word(at), Some(NumberWord::Unit(1)))
            && !self.cx.ends_phrase(stop)
            && magnitude(self.cx, self.cx.past_hyphen(stop)).is_none()
    }

    /// « contre 3 milliards douze mois plus tôt »: words behind digits that count a time.
    fn is_time(&self, stop: usize) -> bool {
        let unit = self.cx.lexicon.unit(self.cx.text, self.cx.tokens, stop);
        self.numeral.form == Form::Digits && unit.is_some_and(|(unit, _)| unit.unit.kind() == Kind::Duration)
    }

    /// A magnitude needs a number before it; « millions » after « de » is another word of the sentence.
    fn may_scale(&self, at: usize) -> bool {
        !self.segment.is_zero() && self.cx.same_line(at) || self.cx.glued(at)
    }

    fn finish(self) -> Numeral {
        let mut numeral = self.numeral;
        if self.end == numeral.end {
            return numeral;
        }
        numeral.end = self.end;
        if numeral.form == Form::One {
            numeral.form = Form::Words;
        }
        if numeral.power > 0 && self.segment.is_zero() {
            return numeral;
        }
        numeral.round = self.segment.is_zero();
        numeral.mantissa = self.total + self.segment;
        numeral.power = 0;
        if numeral.step < Amount::ONE {
            // « 1,5 mille »: the last digit written is worth a thousand times more.
            numeral.step *= Amount::ONE_THOUSAND;
        }
        numeral
    }
}

/// The power of the magnitude word at `at` and the index after it.
fn magnitude(cx: &Context<'_>, at: usize) -> Option<(u32, usize)> {
    match cx.number_word(at)? {
        // « 120 milles nautiques », but « cent mille marins »
        NumberWord::Thousand
            if cx.slice(at) == "milles"
                && matches!(cx.slice(at + 1), "nautique" | "nautiques" | "marin" | "marins") =>
        {
            None
        }
        NumberWord::Thousand => Some((3, at + 1)),
        NumberWord::Power(power) => Some((u32::from(power), at + 1)),
        _ => None,
    }
}

/// « zéro virgule zéro trois », « quatre virgule quatre-vingt ».
fn decimals(cx: &Context<'_>, numeral: Numeral) -> Numeral {
    if !cx.is(numeral.end, w::VIRGULE) {
        return numeral;
    }
    let mut at = numeral.end + 1;
    let mut places = 0;
    while matches!(cx.number_word(at), Some(NumberWord::Zero)) {
        places += 1;
        at += 1;
    }
    let (value, end) = below_thousand(cx, at).filter(|(value, _)| *value > 0).unwrap_or((0, at));
    places += if value > 0 { value.ilog10() + 1 } else { 0 };
    if places == 0 {
        return numeral;
    }
    let mantissa = numeral.mantissa + Amount::new(i64::from(value), places);
    Numeral { end, mantissa, step: Amount::new(1, places), form: Form::Words, ..numeral }
}

/// A number below a thousand (or « onze cents » to « dix-neuf cents ») and the index after it.
fn below_thousand(cx: &Context<'_>, at: usize) -> Option<(u32, usize)> {
    let (hundreds, end) = match cx.number_word(at)? {
        NumberWord::Hundred => (1, at),
        NumberWord::Zero => return Some((0, at + 1)),
        _ => below_hundred(cx, at)?,
    };
    let next = cx.past_hyphen(end);
    let multiplies = hundreds < 20 && (hundreds > 1 || end == at);
    if !matches!(cx.number_word(next), Some(NumberWord::Hundred)) || !multiplies || is_cents(cx, at, next) {
        return Some((hundreds, end));
    }
    let rest = cx.past_hyphen(next + 1);
    match below_hundred(cx, rest) {
        Some((value, stop)) => Some((hundreds * 100 + value, stop)),
        None => Some((hundreds * 100, next + 1)),
    }
}

/// « 13 euros et deux cents »: after an amount of money the plural is the coin; elsewhere it is the number.
fn is_cents(cx: &Context<'_>, at: usize, next: usize) -> bool {
    cx.is(next, w::CENTS)
        && at >= 2
        && cx.is(at - 1, w::ET)
        && cx
            .lexicon
            .unit(cx.text, cx.tokens, at - 2)
            .is_some_and(|(unit, _)| unit.unit.kind() == Kind::Money)
}

/// 1 to 99 and the index after it.
fn below_hundred(cx: &Context<'_>, at: usize) -> Option<(u32, usize)> {
    if cx.is(at, w::QUATRE) {
        let next = cx.past_hyphen(at + 1);
        if matches!(cx.number_word(next), Some(NumberWord::Ten(20))) && cx.same_line(next) {
            return Some(add_below_twenty(cx, 80, next + 1, false));
        }
    }
    match cx.number_word(at)? {
        NumberWord::Unit(value) => Some((u32::from(value), at + 1)),
        NumberWord::Teen(10) => Some(ten_and(cx, at)),
        NumberWord::Teen(value) => Some((u32::from(value), at + 1)),
        NumberWord::Ten(60) => Some(add_below_twenty(cx, 60, at + 1, true)),
        NumberWord::Ten(value) => Some(add_unit(cx, u32::from(value), at + 1)),
        _ => None,
    }
}

/// 10, or 17 to 19 as « dix-sept ».
fn ten_and(cx: &Context<'_>, at: usize) -> (u32, usize) {
    let next = cx.past_hyphen(at + 1);
    match cx.number_word(next) {
        Some(NumberWord::Unit(value)) if value >= 7 && cx.same_line(next) => {
            (10 + u32::from(value), next + 1)
        }
        _ => (10, at + 1),
    }
}

/// 60 or 80 with 1 to 19; only sixty joins 1 and 11 with « et ».
fn add_below_twenty(cx: &Context<'_>, base: u32, at: usize, et: bool) -> (u32, usize) {
    let next = cx.past_hyphen(at);
    let joined = cx.past_hyphen(next + 1);
    if et && cx.is(next, w::ET) {
        return match cx.number_word(joined) {
            Some(NumberWord::Unit(1)) => (base + 1, joined + 1),
            Some(NumberWord::Teen(11)) => (base + 11, joined + 1),
            _ => (base, at),
        };
    }
    match cx.number_word(next) {
        Some(NumberWord::Teen(10)) => {
            let (value, end) = ten_and(cx, next);
            (base + value, end)
        }
        Some(NumberWord::Teen(value)) => (base + u32::from(value), next + 1),
        Some(NumberWord::Unit(1)) if et || next == at && !cx.ends_phrase(next + 1) => (base, at),
        Some(NumberWord::Unit(value)) => (base + u32::from(value), next + 1),
        _ => (base, at),
    }
}

/// 20 to 90 with 1 to 9; « et » before 1.
fn add_unit(cx: &Context<'_>, base: u32, at: usize) -> (u32, usize) {
    let next = cx.past_hyphen(at);
    if cx.is(next, w::ET) {
        let joined = cx.past_hyphen(next + 1);
        return match cx.number_word(joined) {
            Some(NumberWord::Unit(1)) => (base + 1, joined + 1),
            _ => (base, at),
        };
    }
    match cx.number_word(next) {
        Some(NumberWord::Unit(value)) if value > 1 && cx.same_line(next) => {
            (base + u32::from(value), next + 1)
        }
        _ => (base, at),
    }
}
