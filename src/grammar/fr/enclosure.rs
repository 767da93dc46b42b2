//! Two bounds that enclose one value: « supérieur à 100 et inférieur à 300 », « plus de 10 mais moins de 20 ».

use super::super::context::Context;
use super::super::figure::{Class, Figure};
use crate::lexicon::words as w;
use crate::quantity::{Bound, Interval, Quantity, Unit};

/// Joins a floor and the ceiling right after it into one range.
pub(super) fn join(cx: &Context<'_>, figures: &mut Vec<Figure>) {
    let mut i = 0;
    while i + 1 < figures.len() {
        if let Some(joined) = enclosed(cx, &figures[i], &figures[i + 1]) {
            figures[i] = joined;
            figures.remove(i + 1);
        }
        i += 1;
    }
}

fn enclosed(cx: &Context<'_>, floor: &Figure, ceiling: &Figure) -> Option<Figure> {
    let amount =
        |figure: &Figure| figure.quantity.filter(|_| matches!(figure.class, Class::Quantity | Class::Number));
    let (low, high) = (amount(floor)?, amount(ceiling)?);
    if !low.bound.is_floor() || !high.bound.is_ceiling() {
        return None;
    }
    let (end, start) = (floor.tokens.1 as usize, ceiling.tokens.0 as usize);
    let joined = start == end + 1 && cx.is_any(end, &[w::ET, w::COMMA, w::MAIS]);
    let units = low.unit == high.unit || low.unit == Unit::None;
    if !joined || !units || low.value()? >= high.value()? {
        return None;
    }
    let interval = Interval { low: low.interval.low, high: high.interval.high };
    let quantity = Quantity { bound: Bound::Range, interval, step: low.step.min(high.step), ..high };
    Some(Figure {
        span: floor.span.join(ceiling.span),
        core: floor.core.join(ceiling.core),
        tokens: (floor.tokens.0, ceiling.tokens.1),
        core_tokens: (floor.core_tokens.0, ceiling.core_tokens.1),
        quantity: Some(quantity),
        ..*ceiling
    })
}
