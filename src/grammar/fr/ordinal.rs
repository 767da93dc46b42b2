//! Ranks: « 2e », « 1er », « troisième », « vingt-cinquième ».

use super::super::context::Context;
use super::super::figure::Class;
use super::numeral;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{NumberWord, words as w};
use crate::quantity::{Amount, Kind};

/// Ranks in digits and words.
pub(super) const RULE: Rule = Rule {
    name: "ordinal",
    starts: Starts::EITHER,
    read,
    examples: &[
        ("le 2e arrondissement", "ordinal 2"),
        ("le 1er site", "ordinal 1"),
        ("la 3ème édition", "ordinal 3"),
        ("son vingt-cinquième anniversaire", "ordinal 25"),
        ("le quatre-vingt-dixième jour", "ordinal 90"),
        ("la 111e année", "ordinal 111"),
        ("la cent onzième fois", "ordinal 111"),
        ("le trois millième client", "ordinal 3000"),
        ("au XXe siècle", "ordinal 20"),
        ("la fin du XIXème siècle", "ordinal 19"),
    ],
    refuses: &["2 euros", "1 erreur", "dix secondes de silence"],
};

fn read(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    let (value, end) =
        if cx.is_number(at) { digits(cx, at)? } else { words(cx, at).or_else(|| century(cx, at))? };
    Some(Reading::of_value(at, end, Class::Ordinal, Kind::Ordinal, value))
}

/// « 2e », « 1 000 000 000e », « 1re »: the ending is glued to the digits.
fn digits(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    let digits = numeral::read_digits(cx, at).filter(|digits| digits.decimals == 0)?;
    (cx.glued(digits.end) && is_ending(cx, digits.end)).then_some((digits.value, digits.end + 1))
}

/// Whether the token is what an ordinal in digits ends in.
pub(super) fn is_ending(cx: &Context<'_>, at: usize) -> bool {
    const ENDINGS: [&str; 18] = [
        "e", "er", "re", "ème", "eme", "ième", "ieme", "ère", "ere", "nd", "nde", "es", "èmes", "emes",
        "ers", "res", "ᵉ", "ᵉʳ",
    ];
    let slice = cx.slice(at);
    slice.len() <= 6 && ENDINGS.iter().any(|ending| slice.eq_ignore_ascii_case(ending))
}

/// An ordinal word, alone or after number words.
fn words(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    if let Some(NumberWord::Ordinal(value)) = cx.number_word(at) {
        return (!is_time(cx, at)).then_some((Amount::from(value), at + 1));
    }
    compound(cx, at).map(|(value, end)| (Amount::from(value), end))
}

/// « au XXe siècle », « le XIXème siècle »: Roman figures count only centuries.
fn century(cx: &Context<'_>, at: usize) -> Option<(Amount, usize)> {
    if !cx.is(at + 1, w::SIECLE) {
        return None;
    }
    let slice = cx.slice(at);
    let letters = slice.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let ending = slice[letters..].to_lowercase();
    let ends = matches!(ending.as_str(), "e" | "er" | "ème" | "eme" | "ième" | "ᵉ");
    let value = roman(&slice[..letters]).filter(|value| ends && *value > 0 && *value < 40)?;
    Some((Amount::from(value), at + 1))
}

fn roman(letters: &str) -> Option<u32> {
    let worth = |b: u8| match b {
        b'I' => 1,
        b'V' => 5,
        _ => 10,
    };
    let values: Vec<u32> = letters.bytes().map(worth).collect();
    let sum = values.iter().enumerate().try_fold(0_i64, |sum, (i, value)| {
        let smaller = values.get(i + 1).is_some_and(|next| next > value);
        Some(if smaller { sum - i64::from(*value) } else { sum + i64::from(*value) })
    })?;
    u32::try_from(sum).ok()
}

/// « dix secondes », « une seconde »: of time.
fn is_time(cx: &Context<'_>, at: usize) -> bool {
    let slice = cx.slice(at);
    slice.eq_ignore_ascii_case("secondes")
        || slice.eq_ignore_ascii_case("seconde")
            && (cx.ends_phrase(at + 1) || cx.number_word(cx.before(at)).is_some())
}

/// « dix-neuvième », « vingt et unième », « trois millième »: number words and a last ordinal one.
pub(super) fn compound(cx: &Context<'_>, at: usize) -> Option<(u64, usize)> {
    let prefix = numeral::read_words(cx, at)?;
    let joined = cx.past_hyphen(prefix.end);
    let last = if cx.is(joined, w::ET) { cx.past_hyphen(joined + 1) } else { joined };
    let NumberWord::Ordinal(rank) = cx.number_word(last)? else { return None };
    if is_time(cx, last) {
        return None;
    }
    let before = u64::try_from(prefix.value()?).ok()?;
    // « un millième de la surface » is a share.
    if before == 1 && cx.is_any(last + 1, &[w::DE, w::D, w::DES, w::DU]) {
        return None;
    }
    let rank = u64::from(rank);
    let value = match (before, rank) {
        (4, 20) => 80,
        (2..=9, 100) | (_, 1000..) => before.checked_mul(rank)?,
        (_, 1) if last == joined => return None,
        _ if before % 10 == 0 && rank < 100 => before + rank,
        _ => return None,
    };
    Some((value, last + 1))
}
