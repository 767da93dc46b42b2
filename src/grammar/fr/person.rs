//! Figures about people that are no claims: ages, and « les deux hommes », which points back.

use super::super::context::Context;
use super::super::figure::Class;
use super::numeral::{self, Form};
use super::quantity::part;
use super::rule::{Reading, Rule, Starts};
use crate::lexicon::{Classes, words as w};
use crate::quantity::{Amount, Bound, Kind, Quantity, Unit};
use crate::text::Token;

/// Ages.
pub(super) const AGE: Rule = Rule {
    name: "age",
    starts: Starts::EITHER,
    read: age,
    examples: &[
        ("âgé de 52 ans", "age 52"),
        ("Sam Altman, 39 ans, dirige", "age 39"),
        ("Sylvie, 53 ans dont une vie à l'usine, sourit", "age 53"),
        ("à l'âge de six ans", "age 6"),
        ("un homme de 45 ans", "age 45"),
        ("une infirmière de 34 ans", "age 34"),
        ("morte à 101 ans", "age 101"),
        ("âgé d'une quarantaine d'années", "age approx 40"),
    ],
    refuses: &["sur 5 ans", "un bail de 9 ans", "pendant 39 ans, il a"],
};

/// « les deux hommes », « ces deux sites ».
pub(super) const DEFINITE: Rule = Rule {
    name: "definite",
    starts: Starts::WORDS,
    read: definite,
    examples: &[
        ("les deux hommes", "definite"),
        ("ses deux partenaires", "definite"),
        ("ces deux sites", "definite"),
        ("Tous deux", "definite"),
        ("à eux deux", "definite"),
        ("Oracle et MGX, à deux.", "definite"),
        ("une rivalité entre deux visions", "definite"),
    ],
    refuses: &[
        "deux hommes",
        "les trois sites",
        "les deux autres sites",
        "les deux prochaines années",
        "les 500 salariés",
        "les deux tiers",
    ],
};

fn age(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    // What may stand before an age decides most figures without reading them.
    let led = cx.is_any(cx.before(at), &[w::DE, w::D, w::COMMA, w::OPEN, w::A]);
    if !led && !cx.slice(cx.before(at)).eq_ignore_ascii_case("à") {
        return None;
    }
    // The name of the unit is at most four words away: anything else is decided without reading the rest.
    let end = numeral::read(cx, at)?.end;
    let named = |at: usize| cx.lexicon.unit(cx.text, cx.tokens, at).map(|(unit, _)| unit.unit);
    if !(end..end + 5).any(|at| matches!(named(at), Some(Unit::Year | Unit::Month))) {
        return None;
    }
    let part = part(cx, at, floor)?;
    let unit = part.unit.filter(|unit| matches!(unit.unit, Unit::Year | Unit::Month))?;
    let years = part
        .value()
        .filter(|years| *years > Amount::ZERO && *years < Amount::from(130) && unit.factor == Amount::ONE)?;
    let before = cx.before(part.start);
    let word = |at: usize| cx.lexicon.vocabulary().text(cx.word(at));
    let aged = cx.is_any(before, &[w::DE, w::D])
        && matches!(word(cx.before(before)), "age`" | "agee" | "ages" | "agees");
    let person = cx.is_any(before, &[w::DE, w::D])
        && (cx.has(cx.before(before), Classes::MALE_ROLE.with(Classes::FEMALE_ROLE))
            || cx.has(cx.before(before), Classes::PERSON_NOUN));
    // « Sam Altman, 39 ans, … », « le ministre, 52 ans, … »
    let described = |at: usize| {
        cx.get(at).is_some_and(Token::is_capitalised)
            || cx.has(at, Classes::MALE_ROLE.with(Classes::FEMALE_ROLE))
    };
    let apposed = cx.is_any(before, &[w::COMMA, w::OPEN])
        && described(cx.before(before))
        // « Sylvie, 53 ans dont 29 à l'atelier, … »
        && (cx.ends_phrase(part.end) || cx.is(part.end, w::DONT) && !is_sentence(cx, part.end))
        && years >= Amount::from(3);
    if !(aged || person || apposed || at_age(cx, before, part.end)) {
        return None;
    }
    let bound = if part.numeral.form == Form::Collective { Bound::Approx } else { Bound::Exact };
    Some(Reading {
        end: part.end,
        quantity: Some(Quantity { unit: unit.unit, bound, ..Quantity::exact(Kind::Duration, years) }),
        ..Reading::of_class(part.start, part.end, Class::Age)
    })
}

/// « La peine de Paul Martin, dix ans dont quatre avec sursis, … »: years in prison.
fn is_sentence(cx: &Context<'_>, dont: usize) -> bool {
    (dont..dont + 6).any(|i| matches!(cx.slice(i), "sursis" | "ferme" | "fermes" | "prison" | "sûreté"))
}

/// « morte à 101 ans », « la retraite à 64 ans », « À 17 ans, elle … ».
fn at_age(cx: &Context<'_>, before: usize, end: usize) -> bool {
    if !cx.is(before, w::A) && !cx.slice(before).eq_ignore_ascii_case("à") {
        return false;
    }
    let life = matches!(
        cx.slice(cx.before(before)),
        "mort" | "morte" | "morts" | "décédé" | "décédée" | "meurt" | "disparu" | "disparue" | "retraite"
    );
    let opens = before == 0 || cx.flag(before, crate::text::Flags::LINE) || cx.is(cx.before(before), w::DOT);
    let person = (end + 1..end + 3)
        .any(|i| cx.is_any(i, &[w::IL, w::ELLE]) || cx.get(i).is_some_and(Token::is_capitalised));
    life || opens && cx.is(end, w::COMMA) && person
}

fn definite(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    const DETERMINERS: [crate::text::WordId; 11] =
        [w::LES, w::CES, w::SES, w::LEURS, w::NOS, w::VOS, w::MES, w::AUX, w::DES, w::TOUS, w::LEUR];
    // « entre deux visions » tells of no more things than the sentence names.
    let between = cx.is(cx.before(at), w::ENTRE) && cx.is(at, w::DEUX) && !cx.is(at + 1, w::ET);
    // « à eux deux », « nous trois »
    let pronoun = cx.is_any(cx.before(at), &[w::EUX, w::ELLES, w::NOUS]) && cx.ends_phrase(at + 1);
    let pronoun = pronoun || cx.is_any(cx.before(at), &[w::EUX, w::ELLES]) && cx.number_word(at).is_some();
    // « 7 milliards à deux », « à nous trois nous allions »
    let together =
        cx.is(cx.before(at), w::A) && cx.is_any(at, &[w::DEUX, w::TROIS]) && cx.ends_phrase(at + 1);
    let repeated = cx.is(cx.before(at), w::NOUS) && cx.is(at + 1, w::NOUS);
    let pronoun = pronoun || together || repeated;
    if pronoun && !cx.is_number(at) {
        return Some(Reading::of_class(at, at + 1, Class::Definite));
    }
    if !(cx.is_any(cx.before(at), &DETERMINERS) || between) || cx.is_number(at) {
        return None;
    }
    let part = part(cx, at, floor)
        .filter(|part| part.unit.is_none() && part.numeral.form == Form::Words && !part.numeral.vague)?;
    // « les trois sites », « les deux autres » tell how many there are; « les deux hommes » only who.
    let pair = part.numeral.power == 0 && part.numeral.mantissa == Amount::TWO;
    let bare =
        pair && part.noun.is_none_or(|noun| noun == part.numeral.end) && !cx.is(part.numeral.end, w::AUTRES);
    bare.then(|| Reading::of_class(part.start, part.end, Class::Definite))
}
