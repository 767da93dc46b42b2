//! « une dizaine », « deux douzaines », « une trentaine de milliers »; vague « des milliers », « plusieurs », « quelques ».

use super::super::super::context::Context;
use super::{Form, Numeral, words};
use crate::lexicon::{Classes, NumberWord, words as w};
use crate::quantity::Amount;

/// A collective or vague numeral at `at`.
pub(super) fn read(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    vague(cx, at).or_else(|| counted(cx, at))
}

/// « une dizaine de milliers », « trois douzaines », « la centaine d'emplois ».
fn counted(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let (count, noun) = match cx.number_word(at)? {
        NumberWord::Collective(_) => (Amount::ONE, at),
        NumberWord::Unit(_) | NumberWord::Teen(_) => {
            let numeral = words::read(cx, at)?;
            // « un bon millier », « une petite centaine »
            let adjective = cx.has(numeral.end, Classes::PRENOMINAL) && numeral.mantissa == Amount::ONE;
            (numeral.mantissa, cx.past_hyphen(numeral.end + usize::from(adjective)))
        }
        _ => return None,
    };
    let NumberWord::Collective(value) = cx.number_word(noun)? else { return None };
    // « la quarantaine » is an age, « la centaine d'emplois » a number.
    if noun == at && !(cx.is_any(cx.before(at), &[w::LA, w::CETTE]) && cx.past_de(at + 1) > at + 1) {
        return None;
    }
    let (value, power, end) = chained(cx, Amount::from(value), noun + 1);
    Some(Numeral {
        start: at,
        end,
        mantissa: count * value,
        step: value,
        power,
        form: Form::Collective,
        vague: false,
        round: false,
    })
}

/// A collective after digits: « 2 douzaines ». The value of one, the power and the index after it.
pub(super) fn after_digits(cx: &Context<'_>, at: usize) -> Option<(Amount, u32, usize)> {
    match cx.number_word(at)? {
        NumberWord::Collective(value) if cx.same_line(at) => Some(chained(cx, Amount::from(value), at + 1)),
        _ => None,
    }
}

/// « dizaine de milliers », « centaine de millions »: the value, the power and the index after them.
fn chained(cx: &Context<'_>, value: Amount, end: usize) -> (Amount, u32, usize) {
    let next = cx.past_de(end);
    match cx.number_word(next) {
        Some(NumberWord::Collective(more)) if next > end => (value * Amount::from(more), 0, next + 1),
        Some(NumberWord::Power(power)) if next > end => (value, u32::from(power), next + 1),
        _ => (value, 0, end),
    }
}

/// « des milliards », « plusieurs centaines de milliers », « quelques heures »: a number that is not given.
///
/// Read at « plusieurs » and « quelques », or at the collective after « des ».
fn vague(cx: &Context<'_>, at: usize) -> Option<Numeral> {
    let first = if cx.is_any(at, &[w::PLUSIEURS, w::QUELQUES]) { at + 1 } else { at };
    if first == at && !cx.is(cx.before(at), w::DES) {
        return None;
    }
    let mut end = first;
    let mut power = 0;
    // « des dizaines de milliers de millions »
    for step in 0..3 {
        let next = cx.past_de(end);
        match cx.number_word(next) {
            Some(NumberWord::Collective(_)) if step == 0 || next > end => {}
            Some(NumberWord::Power(p)) if step == 0 || next > end => power = u32::from(p),
            _ => break,
        }
        end = next + 1;
    }
    if end == at {
        return None;
    }
    let start = if first == at { at - 1 } else { at };
    let form = if end > first { Form::Collective } else { Form::Words };
    Some(Numeral {
        start,
        end,
        mantissa: Amount::ONE,
        step: Amount::ONE,
        power,
        form,
        vague: true,
        round: false,
    })
}
