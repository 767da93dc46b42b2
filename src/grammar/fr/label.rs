//! Numbers that name rather than count: telephone numbers, scores, references, parts of names.

use super::super::context::Context;
use super::super::figure::Class;
use super::rule::{Reading, Rule, Starts};
use super::{count, numeral};
use crate::lexicon::{Classes, NumberWord, Roles, Tenses, words as w};
use crate::quantity::Kind;
use crate::text::{Flags, Token, TokenKind, WordId};

/// Addresses of the web, before anything else in them is read.
pub(super) const ADDRESS: Rule = Rule {
    name: "address",
    starts: Starts::DIGITS,
    read: address,
    examples: &[
        ("https://exemple.fr/2025/01/30-milliards", "name"),
        ("contact2@exemple.fr", "name"),
        ("#vague2", "name"),
    ],
    refuses: &["(2024)", "30 milliards"],
};

/// Names known to hold numbers, words glued to digits.
pub(super) const NAME: Rule = Rule {
    name: "name",
    starts: Starts::EITHER,
    read: name,
    examples: &[
        ("le S&P 500 recule", "name"),
        ("GPT-4 et les autres", "name"),
        ("un Airbus A320neo", "name"),
        ("selon 20 Minutes", "name"),
        ("la 5G arrive", "name"),
        ("le G7 se réunit", "name"),
        ("la version 3.5.1 du logiciel", "name"),
        ("depuis Falcon 9, tout va bien", "name"),
        ("20min.ch", "name"),
        ("la puce GB200", "name"),
        ("depuis les Trente Glorieuses", "name"),
        ("le barrage des Trois Gorges", "name"),
        ("la guerre de Cent Ans", "name"),
        ("le théâtre monte « Douze hommes en colère »", "name"),
        ("il roule dans sa 4L", "name"),
        ("la troupe revisite Vingt Mille Lieues sous les mers", "name"),
        ("la rencontre sur le 94.2 FM", "name"),
        ("2 048 GPU H800", "count 2048 gpu"),
    ],
    refuses: &[
        "US$500",
        "500M€",
        "10milliards",
        "CHF 20",
        "SoftBank 10 milliards",
        "Musk promet 20 sites",
        "Les Deux sites",
        "elle répond : « Douze hommes »",
        "il raconte que « Douze hommes sont venus »",
        "un bidon de 4L",
        "le tract parle de « Douze licenciements »",
        "le journal titre « Cinq cents postes menacés »",
        "la banderole « Deux mille emplois » a été déployée",
    ],
};

/// « article 49.3 », « n° 5 », « page 12 », « lignes 104 et 30 ».
pub(super) const REFERENCE: Rule = Rule {
    name: "reference",
    starts: Starts::DIGITS,
    read: reference,
    examples: &[
        ("l'article 49.3", "reference 49.3"),
        ("n° 5", "reference 5"),
        ("la ligne 14", "reference 14"),
        ("bus 104 et 30 déviés", "reference 104"),
        ("la page 12", "reference 12"),
        ("le numéro 4", "reference 4"),
        ("le numéro 33 lillois", "reference 33"),
        ("au 14 bis de la rue des Carmes", "reference"),
        ("75008 Paris", "reference 75008"),
        ("chaussée de Wavre 1310, 1160 Auderghem", "reference"),
    ],
    refuses: &[
        "la phase de 5 jours",
        "l'article de 3 pages",
        "le projet 500 milliards",
        "un bus de 50 places",
    ],
};

/// « 01 42 34 56 78 », « +33 6 12 34 56 78 ».
pub(super) const PHONE: Rule = Rule {
    name: "phone",
    starts: Starts::DIGITS,
    read: phone,
    examples: &[
        ("01 42 34 56 78", "phone"),
        ("01.42.34.56.78", "phone"),
        ("+33 6 12 34 56 78", "phone"),
        ("0800 123 456", "phone"),
        ("appeler le 0 800 100 379", "phone"),
        ("composez le 3919", "phone"),
        ("il faut appeler le 15", "phone"),
    ],
    refuses: &["1 423 456", "12 34", "appeler le 15 mars", "appeler les 15 élus"],
};

/// « 2-0 », « 6-4, 6-3 »; « 12-15 % » and « 10-12 ans » are ranges.
pub(super) const SCORE: Rule = Rule {
    name: "score",
    starts: Starts::DIGITS,
    read: score,
    examples: &[
        ("victoire 2-0", "score"),
        ("(0-0)", "score"),
        ("6-4, 6-3", "score"),
        ("la note de 16/20", "score"),
        ("battu 1-3 par Genk", "score"),
    ],
    refuses: &["12-15 %", "10-12 ans", "2024-2025", "3-4 millions"],
};

fn address(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if !cx.is_number(at) {
        return None;
    }
    in_address(cx, at).map(|end| Reading::of_class(at, end, Class::Name))
}

fn name(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    let reading = |start, end| Some(Reading::of_class(start, end, Class::Name));
    // The names of the lexicon; most numbers belong to none, and their words say so at once.
    if cx.word(at).is_known() {
        for start in (at.saturating_sub(4).max(floor)..=at).rev() {
            if let Some(end) = cx.lexicon.name(cx.tokens, start).filter(|end| *end > at) {
                return reading(start, end);
            }
        }
    }
    if !cx.is_number(at) {
        let end = if christened(cx, at) {
            Some(at + 2)
        } else {
            christened_in_words(cx, at).or_else(|| work(cx, at))
        };
        return end.and_then(|end| reading(at, end));
    }
    if is_car(cx, at) {
        return reading(at, at + 2);
    }
    if let Some((start, end)) = title(cx, at) {
        return reading(start, end);
    }
    if is_flight(cx, at) {
        return reading(at - 1, at + 1);
    }
    if let Some(end) = frequency(cx, at) {
        return reading(at, end);
    }
    if let Some(start) = glued_word(cx, at, floor) {
        return reading(start, name_end(cx, at + 1));
    }
    if let Some(end) = glued_suffix(cx, at) {
        return reading(at, end);
    }
    if dotted(cx, at) {
        return reading(at, name_end(cx, at + 1));
    }
    capitalised(cx, at, floor).and_then(|start| reading(start, name_end(cx, at + 1)))
}

/// « les Trente Glorieuses », « des Trois Gorges »: a number word and what it counts, both with capitals, after an article.
fn christened(cx: &Context<'_>, at: usize) -> bool {
    let capitalised = |at: usize| {
        cx.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised())
            && cx.same_line(at)
            && cx.slice(at).chars().any(char::is_lowercase)
    };
    // « la guerre de Cent Ans »
    cx.is_any(cx.before(at), &[w::LES, w::DES, w::AUX, w::DE, w::D])
        && capitalised(at)
        && cx.number_word(at).is_some()
        && capitalised(at + 1)
        && cx.number_word(at + 1).is_none()
}

/// « revisite Vingt Mille Lieues sous les mers »: the end of two number words with capitals amid a sentence, and of what they count.
fn christened_in_words(cx: &Context<'_>, at: usize) -> Option<usize> {
    let amid = cx.kind(cx.before(at)) == Some(TokenKind::Word) && cx.same_line(at);
    let number = |i: usize| {
        cx.number_word(i).is_some()
            && cx.get(i).is_some_and(Token::is_capitalised)
            && cx.slice(i).chars().any(char::is_lowercase)
    };
    let noun = cx.get(at + 2).is_some_and(Token::is_capitalised);
    (amid && number(at) && number(at + 1) && noun).then_some(at + 3)
}

/// « monte « Douze hommes en colère » »: the end of the title of a work: in quotation marks after a word, a capital first, no verb.
fn work(cx: &Context<'_>, at: usize) -> Option<usize> {
    /// Most words of a title.
    const MOST: usize = 7;
    let open = cx.before(at);
    let quoted = cx.is_any(open, &[w::LEFT_QUOTE, w::CURLY_QUOTE, w::QUOTE]);
    let token = cx.get(at).filter(|token| quoted && token.is_capitalised())?;
    let led = cx.before(open);
    let after_word = cx.kind(led) == Some(TokenKind::Word)
        && !token.has(Flags::LINE)
        && cx.same_line(open)
        && !cx.is_any(led, &[w::QUE, w::QU])
        && !cx.entry(led).verb.is_some_and(|verb| verb.roles.has(Roles::SPEECH.with(Roles::INCISE)));
    // « titre « Cinq cents postes menacés » », « parle de « Douze licenciements » »: what somebody says.
    let says = matches!(
        cx.slice(led),
        "titre" | "titrait" | "tweet" | "message" | "banderole" | "slogan" | "pancarte" | "de" | "compte"
    );
    let end = (at + 1..=at + MOST).find(|i| cx.kind(*i) != Some(TokenKind::Word))?;
    let closed = cx.is_any(end, &[w::RIGHT_QUOTE, w::CURLY_QUOTE, w::QUOTE]);
    let finite = Tenses::PRESENT.with(Tenses::IMPERFECT).with(Tenses::FUTURE).with(Tenses::CONDITIONAL);
    let acts = |i: usize| cx.entry(i).verb.is_some_and(|verb| verb.tenses.has(finite));
    // « Deux mille emplois », « Douze milliards »
    let sum = |i: usize| cx.entry(i).number.is_some() || cx.has(i, Classes::MONEY_NOUN);
    (after_word && !says && closed && !(at + 1..end).any(|i| acts(i) || sum(i))).then_some(end)
}

/// « Les 400 Coups », « 1984 »: a title in quotation marks, of an article, a number and capitals, or of a number alone.
fn title(cx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let opens = |i: usize| cx.is_any(i, &[w::LEFT_QUOTE, w::CURLY_QUOTE, w::QUOTE]);
    let closes = |i: usize| cx.is_any(i, &[w::RIGHT_QUOTE, w::CURLY_QUOTE, w::QUOTE]);
    let before = cx.before(at);
    // « 1200 » is what somebody says.
    let year = cx.digit_count(at) == 4 && (cx.slice(at).starts_with("19") || cx.slice(at).starts_with("20"));
    if opens(before) && closes(at + 1) && year && !cx.flag(before, Flags::LINE) {
        return Some((at, at + 1));
    }
    let article = matches!(cx.slice(before), "Les" | "Le" | "La") && opens(cx.before(before));
    let noun = at + 1;
    let named = cx.get(noun).is_some_and(Token::is_capitalised) && closes(noun + 1);
    (article && named).then_some((before, noun + 1))
}

/// « le vol AF 1148 »
fn is_flight(cx: &Context<'_>, at: usize) -> bool {
    let line = cx.before(at);
    at > 1 && cx.flag(line, Flags::UPPER) && matches!(cx.slice(cx.before(line)), "vol" | "vols")
}

/// « sur le 94.2 FM »: the end of where a radio is found.
fn frequency(cx: &Context<'_>, at: usize) -> Option<usize> {
    let end = (at + 1..at + 4).find(|i| cx.slice(*i) == "FM")?;
    let digits = numeral::read_digits(cx, at)?;
    (digits.end == end).then_some(end + 1)
}

/// « sa vieille 4L », « le 4L Trophy »: the car, no four litres.
fn is_car(cx: &Context<'_>, at: usize) -> bool {
    let before = cx.before(at);
    let determined = cx.is_any(before, &[w::LA, w::UNE, w::SA, w::CETTE])
        || cx.has(before, Classes::PRENOMINAL)
        || matches!(cx.slice(before), "vieille" | "Renault");
    determined && cx.slice(at) == "4" && cx.slice(at + 1) == "L" && cx.glued(at + 1) && !cx.glued(at + 2)
}

/// « A320 », « GPT-4 », « Covid-19 »: letters before the digits that are neither a unit nor an elided word.
fn glued_word(cx: &Context<'_>, at: usize, floor: usize) -> Option<usize> {
    if !cx.glued(at) || at <= floor {
        return None;
    }
    let hyphen = cx.is(at - 1, WordId::HYPHEN) && cx.glued(at - 1) && at >= 2;
    let word = if hyphen { at - 2 } else { at - 1 };
    // « 5 millions-3 »: the word belongs to the figure before.
    let token = cx.get(word).filter(|_| word >= floor)?;
    if token.kind != TokenKind::Word || token.has(Flags::ELIDED) || !hyphen && currency_before(cx, at) {
        return None;
    }
    // « mi-2025 », « post-2020 »: a year after a hyphen is a year.
    if hyphen && super::date::plausible_year(cx, at).is_some() && !token.is_capitalised() {
        return None;
    }
    // « m2 » after a number is a unit, read with it; alone it is a name.
    Some(word)
}

/// « US$500 », « CHF20 »
fn currency_before(cx: &Context<'_>, at: usize) -> bool {
    cx.lexicon.unit_before(cx.text, cx.tokens, at).is_some_and(|(unit, _)| unit.unit.kind() == Kind::Money)
}

/// The end of a name over what is glued to it: « A320neo », « H100-SXM5 ».
fn name_end(cx: &Context<'_>, mut at: usize) -> usize {
    for _ in 0..8 {
        if !cx.glued(at) {
            break;
        }
        let joins = cx.is_any(at, &[WordId::HYPHEN, w::DOT, w::SLASH])
            && cx.glued(at + 1)
            && cx.kind(at + 1) != Some(TokenKind::Mark);
        match cx.kind(at) {
            Some(TokenKind::Word | TokenKind::Number) => at += 1,
            _ if joins => at += 2,
            _ => break,
        }
    }
    at
}

/// « 5G », « 3D », « 20min.ch »: letters after the digits that are no unit, magnitude or ordinal ending.
fn glued_suffix(cx: &Context<'_>, at: usize) -> Option<usize> {
    let token = cx.get(at + 1).filter(|t| t.kind == TokenKind::Word && !t.has(Flags::SPACE))?;
    let domain = cx.is(at + 2, w::DOT)
        && cx.glued(at + 2)
        && cx.glued(at + 3)
        && cx.kind(at + 3) == Some(TokenKind::Word)
        && cx.slice(at + 3).len() <= 4;
    let known = cx.lexicon.unit(cx.text, cx.tokens, at + 1).is_some()
        || cx.lexicon.magnitude(cx.text, cx.tokens, at + 1).is_some_and(|(m, end)| {
            !m.money || currency_before(cx, at) || cx.lexicon.unit(cx.text, cx.tokens, end).is_some()
        })
        || cx.entry(at + 1).number.is_some()
        || cx.entry(at + 1).month.is_some()
        || super::ordinal::is_ending(cx, at + 1)
        || cx.is(at + 1, w::X)
        || token.span.len() > 4;
    (domain || !known).then(|| name_end(cx, at + 1))
}

/// « 3.5.1 »
fn dotted(cx: &Context<'_>, at: usize) -> bool {
    cx.is(at + 1, w::DOT)
        && cx.glued(at + 1)
        && cx.glued(at + 2)
        && cx.is_number(at + 2)
        && cx.is(at + 3, w::DOT)
        && cx.glued(at + 3)
        && cx.glued(at + 4)
        && cx.is_number(at + 4)
        && !(cx.digit_count(at + 2) == 3 && cx.digit_count(at + 4) == 3)
}

/// « Falcon 9 », « iPhone 16 »: a capitalised word that begins no sentence, then a number of nothing.
fn capitalised(cx: &Context<'_>, at: usize, floor: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    let token = cx.get(before)?;
    if token.kind != TokenKind::Word
        || token.has(Flags::ELIDED)
        || cx.flag(at, Flags::LINE)
        || cx.digit_count(at) > 4
    {
        return None;
    }
    let inner_capital = cx.slice(before).chars().skip(1).any(char::is_uppercase);
    if !token.is_capitalised() && !inner_capital {
        return None;
    }
    let starts = token.has(Flags::LINE)
        || cx.is_any(
            cx.before(before),
            &[w::DOT, w::LEFT_QUOTE, w::QUOTE, w::COLON, w::CURLY_QUOTE, w::QUESTION, w::EXCLAMATION],
        );
    // « la Région met 65 millions, l'État 48 »
    let determined = cx.is_any(cx.before(before), &[w::LE, w::LA, w::L]);
    let plain = cx.has(before, Classes::FUNCTION)
        || determined && cx.has(before, Classes::BODY.with(Classes::CREDITED))
        || cx.entry(before).month.is_some()
        || cx.has(before, Classes::WEEKDAY)
        || cx.entry(before).number.is_some();
    let version = cx.is(at + 1, w::DOT) && cx.glued(at + 1) && cx.glued(at + 2) && cx.is_number(at + 2);
    if plain || (starts && !inner_capital && !version) {
        return None;
    }
    let digits = numeral::read_digits(cx, at)?;
    let counts = digits.grouped
        || cx.lexicon.unit(cx.text, cx.tokens, digits.end).is_some()
        || cx.lexicon.magnitude(cx.text, cx.tokens, digits.end).is_some()
        || matches!(cx.number_word(digits.end), Some(NumberWord::Power(_) | NumberWord::Thousand))
        || count::noun(cx, digits.end, true).is_some()
        || super::date::month(cx, digits.end).is_some()
        || currency_before(cx, at)
        || super::date::plausible_year(cx, at).is_some()
        || in_row(cx, before, at, floor);
    (!counts).then_some(before)
}

/// « Microsoft 80 Md$, Alphabet environ 75, Meta 60 à 65 »: one of a row of names with figures.
fn in_row(cx: &Context<'_>, name: usize, at: usize, floor: usize) -> bool {
    /// Tokens of a name with what leads it: « la Slovaquie 250 », « la Collectivité européenne d'Alsace 15 ».
    const LONGEST: usize = 7;
    /// Tokens between the figure before and the mark or « et » behind it.
    const NEAR: usize = 3;
    let parts = |i: &usize| cx.is_any(*i, &[w::COMMA, w::SEMICOLON, w::ET]);
    let words =
        |i: usize| cx.kind(i) == Some(TokenKind::Word) && cx.entry(i).verb.is_none_or(|_| i + 1 != name);
    let from = floor.max(name.saturating_sub(LONGEST));
    let joint = (from..name).rev().find(parts).filter(|joint| (joint + 1..name).all(words));
    let range = cx.is(at + 1, w::A) && cx.is_number(at + 2);
    // The floor is the end of the figure before: only the name and a word or two stand between.
    floor > 0
        && joint.is_some_and(|joint| joint <= floor + NEAR)
        && (range || cx.ends_phrase(at + 1) || cx.is(at + 1, w::ET))
}

/// The end of a web or mail address around the number.
fn in_address(cx: &Context<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 200;
    let bytes = cx.text.as_bytes();
    let token = cx.get(at)?.span;
    // A number between spaces, the common case, is in no address.
    let touches = |i: Option<&u8>| {
        i.is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'(' | b')' | b',' | b'"' | b'\''))
    };
    let before = token.start as usize;
    if !touches(before.checked_sub(1).and_then(|i| bytes.get(i))) && !touches(bytes.get(token.end as usize)) {
        return None;
    }
    let start = bytes[before.saturating_sub(REACH)..before]
        .iter()
        .rposition(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b'<' | b'"'));
    let start = before.saturating_sub(REACH) + start.map_or(0, |i| i + 1);
    let limit = bytes.len().min(token.end as usize + REACH);
    let end = bytes[token.end as usize..limit]
        .iter()
        .position(|b| b.is_ascii_whitespace() || matches!(b, b')' | b'>' | b'"'));
    let end = token.end as usize + end.unwrap_or(limit - token.end as usize);
    let chunk = &bytes[start..end];
    let has = |needle: &[u8]| chunk.windows(needle.len()).any(|window| window == needle);
    if !(has(b"://") || has(b"www.") || has(b"@") || chunk.first() == Some(&b'#')) {
        return None;
    }
    let mut last = at + 1;
    while cx.get(last).is_some_and(|t| (t.span.start as usize) < end) {
        last += 1;
    }
    Some(last)
}

fn reference(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    if !cx.is_number(at) {
        return None;
    }
    if is_house(cx, at) {
        return Some(Reading::of_class(at, at + 1, Class::Reference));
    }
    // « 75008 Paris », « boulevard de Pérolles 42, 1700 Fribourg »
    let doubled = matches!(cx.slice(at + 1), "bis" | "ter" | "quater") && cx.same_line(at + 1);
    if doubled {
        return Some(Reading::of_class(at, at + 2, Class::Reference));
    }
    let postcode = (cx.digit_count(at) == 5 || follows_house(cx, at))
        && cx.get(at + 1).is_some_and(|t| t.is_capitalised() && t.has(Flags::SPACE))
        && !cx.is(cx.before(at), w::DE);
    if !postcode && (cx.flag(at, Flags::LINE) || !labelled(cx, at)) {
        return None;
    }
    let digits = numeral::read_digits(cx, at)?;
    let counted = || {
        cx.lexicon.unit(cx.text, cx.tokens, digits.end).is_some()
            || matches!(cx.number_word(digits.end), Some(NumberWord::Power(_) | NumberWord::Thousand))
            || cx.lexicon.magnitude(cx.text, cx.tokens, digits.end).is_some()
            || digits.grouped
            || count::noun(cx, digits.end, true).is_some()
    };
    // « le numéro 33 lillois », « 14 bis »
    let numbered = cx.slice(cx.before(at)) == "numéro";
    (postcode || numbered || !counted())
        .then(|| Reading::of_value(at, digits.end, Class::Reference, Kind::Number, digits.value))
}

/// « boulevard de Pérolles 42, 1700 Fribourg »: four digits behind a street and its house.
fn follows_house(cx: &Context<'_>, at: usize) -> bool {
    let comma = cx.before(at);
    let house = cx.before(comma);
    cx.digit_count(at) == 4 && cx.is(comma, w::COMMA) && cx.is_number(house) && is_house(cx, house)
}

/// « chaussée de Wavre 1310, … »: the number of a house behind the name of its street.
fn is_house(cx: &Context<'_>, at: usize) -> bool {
    /// Tokens of a street's name.
    const NAME: usize = 5;
    let named = cx.get(cx.before(at)).is_some_and(Token::is_capitalised);
    let street = || (at.saturating_sub(NAME)..at).any(|i| cx.has(i, Classes::STREET));
    named && cx.is(at + 1, w::COMMA) && cx.same_line(at) && cx.digit_count(at) <= 4 && street()
}

/// Whether a label stands before the number, over « n° » or earlier numbers of a list.
fn labelled(cx: &Context<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    for _ in 0..6 {
        let list = cx.is_any(before, &[w::ET, w::COMMA, w::OU, WordId::HYPHEN, w::A, w::SLASH])
            && before > 0
            && cx.is_number(before - 1);
        if !list {
            break;
        }
        before = before.saturating_sub(2);
    }
    if cx.is(before, w::DEGREE)
        || cx.slice(before) == "º"
        || cx.is(before, w::DOT) && before > 0 && cx.has(before - 1, Classes::LABEL)
    {
        before = before.saturating_sub(1);
        return cx.has(before, Classes::LABEL) || matches!(cx.slice(before), "n" | "N" | "no" | "n°");
    }
    // A label is a noun with its article or alone, never the object of « de ».
    cx.has(before, Classes::LABEL) && cx.kind(before) == Some(TokenKind::Word)
}

fn phone(cx: &Context<'_>, at: usize, floor: usize) -> Option<Reading> {
    if is_dialled(cx, at) {
        return Some(Reading::of_class(at, at + 1, Class::Phone));
    }
    let plus = at > floor && cx.is(at - 1, w::PLUS_SIGN) && cx.glued(at);
    // « le 0 800 100 379 »
    let free = || cx.slice(at) == "0" && cx.digits(at + 1).next() == Some(8) && cx.digit_count(at + 1) == 3;
    let starts = cx.digits(at).next() == Some(0) && (matches!(cx.digit_count(at), 2 | 4 | 10) || free())
        || plus && (1..=3).contains(&cx.digit_count(at));
    if !starts {
        return None;
    }
    let mut count = cx.digit_count(at);
    let mut end = at + 1;
    loop {
        let next = if cx.is_any(end, &[w::DOT, WordId::HYPHEN]) && cx.glued(end) { end + 1 } else { end };
        if !(1..=4).contains(&cx.digit_count(next)) || !cx.same_line(next) || count > 15 {
            break;
        }
        count += cx.digit_count(next);
        end = next + 1;
    }
    let start = if plus { at - 1 } else { at };
    (count >= 9).then(|| Reading::of_class(start, end, Class::Phone))
}

/// « composez le 3919 », « appeler le 15 »: a short number that is called, and nothing that it could count.
fn is_dialled(cx: &Context<'_>, at: usize) -> bool {
    const CALLS: [&str; 4] = ["composez", "composer", "appelez", "appeler"];
    if !cx.is_any(cx.before(at), &[w::LE, w::AU]) || !(2..=4).contains(&cx.digit_count(at)) {
        return false;
    }
    let called = CALLS.contains(&cx.slice(cx.before(cx.before(at))).to_lowercase().as_str());
    let next = at + 1;
    let alone = cx.get(next).is_none_or(|token| token.has(Flags::LINE))
        || cx.is_any(
            next,
            &[w::COMMA, w::DOT, w::SEMICOLON, w::CLOSE, w::EXCLAMATION, w::RIGHT_QUOTE, w::OU, w::EN],
        );
    called && alone
}

fn score(cx: &Context<'_>, at: usize, _: usize) -> Option<Reading> {
    // « battus 3 à 1 »
    let played = || {
        matches!(
            cx.slice(cx.before(at)),
            "battu"
                | "battue"
                | "battus"
                | "battues"
                | "victoire"
                | "défaite"
                | "victorieux"
                | "vainqueur"
                | "vainqueurs"
                | "mène"
        )
    };
    if cx.is(at + 1, w::A) && cx.is_number(at + 2) && cx.digit_count(at) <= 2 && played() {
        return Some(Reading::of_class(at, at + 3, Class::Score));
    }
    // « la note de 16/20 »
    let marked = cx.slice(at + 1) == "/" && cx.glued(at + 1) && cx.glued(at + 2) && cx.slice(at + 2) == "20";
    let part = cx.is_any(at + 3, &[w::DE, w::D, w::DU, w::DES]);
    if marked && cx.digit_count(at) <= 2 && !cx.glued(at + 3) && !part {
        return Some(Reading::of_class(at, at + 3, Class::Score));
    }
    let joined = cx.is_any(at + 1, &[WordId::HYPHEN, w::DASH]) && cx.glued(at + 1) && cx.glued(at + 2);
    if !joined
        || cx.digit_count(at) > 3
        || cx.digit_count(at + 2) > 3
        || cx.glued(at + 3) && cx.is(at + 3, WordId::HYPHEN)
    {
        return None;
    }
    let (a, b) = (cx.small(at)?, cx.small(at + 2)?);
    let end = at + 3;
    let counted = cx.lexicon.unit(cx.text, cx.tokens, end).is_some()
        || matches!(cx.number_word(end), Some(NumberWord::Power(_) | NumberWord::Thousand))
        || cx.lexicon.magnitude(cx.text, cx.tokens, end).is_some()
        || cx.is(end, w::COMMA)
            && cx.glued(end + 1)
            && cx.is_number(end + 1)
            && cx.digit_count(end + 1) < 3
            && !cx.is(end + 2, WordId::HYPHEN)
        || count::noun(cx, end, true).is_some();
    let downward = a >= b || a == 0 || played();
    let framed = cx.is(cx.before(at), w::OPEN) && cx.is(end, w::CLOSE);
    ((downward || framed) && !counted).then(|| Reading::of_class(at, end, Class::Score))
}
