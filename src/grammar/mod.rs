//! Floor 2: figures out of tokens.
//!
//! Rules over tokens already built, one file a family, ordered, leftmost and longest first, no scores. A rule carries
//! the wordings that it must and must not read; a test reads them all.

mod context;
mod figure;
mod fr;

use crate::lexicon::Lexicon;
use crate::quantity::Strength;
use crate::text::Token;
use context::Context;

pub use figure::{Class, Figure, Reason};
pub use fr::{RULES, Rule};

/// Reads every figure of a text into `figures`, in order. The vector is cleared first and may be reused.
pub fn read(text: &str, tokens: &[Token], lexicon: &Lexicon, figures: &mut Vec<Figure>) {
    figures.clear();
    fr::read(&Context { text, tokens, lexicon, memo: &fr::Memo::default() }, figures);
}

/// What a figure was read as, in a line: class or kind, bound, value, unit.
///
/// `money less_than 10000000000 USD`, `duration range 2..3 month`, `count 100000 emploi`, `date 2025-01-21`, `name`.
pub fn label(figure: &Figure, text: &str, tokens: &[Token], lexicon: &Lexicon) -> String {
    use crate::quantity::{Bound, Unit};
    let Some(quantity) = figure.quantity else { return figure.class.name().to_owned() };
    let mut parts: Vec<String> = Vec::new();
    match figure.class {
        Class::Quantity | Class::Number => parts.push(quantity.kind.name().to_owned()),
        class => parts.push(class.name().to_owned()),
    }
    if let Some(date) = quantity.date {
        parts.push(match (quantity.value(), quantity.top()) {
            (Some(first), Some(last)) if quantity.bound == Bound::Range => format!("range {first}..{last}"),
            _ => date.to_string(),
        });
        return parts.join(" ");
    }
    if quantity.bound != Bound::Exact {
        parts.push(quantity.bound.name().to_owned());
    }
    if let Some(strength) = quantity.strength.and_then(Strength::name) {
        parts.push(strength.to_owned());
    }
    let plain = |value: crate::quantity::Amount| value.normalize().to_string();
    match (quantity.bound, quantity.value(), quantity.top()) {
        (Bound::Vague, _, _) => {}
        (Bound::Range, Some(low), Some(high)) => parts.push(format!("{}..{}", plain(low), plain(high))),
        (_, Some(value), _) => parts.push(plain(value)),
        _ => {}
    }
    // An age is in years unless it says otherwise.
    if figure.class == Class::Age && quantity.unit == Unit::Year {
        return parts.join(" ");
    }
    match (quantity.unit, figure.noun) {
        (Unit::Noun, Some(_)) => parts.extend(figure.noun_text(text, tokens, lexicon)),
        (unit, _) if !unit.name().is_empty() => parts.push(unit.name().to_owned()),
        _ => {}
    }
    parts.join(" ")
}
