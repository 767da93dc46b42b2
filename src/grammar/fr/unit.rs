//! Units after a numeral, or before it (« US$ 500 »).

use super::super::context::Context;
use super::numeral::Form;
use super::quantity::Part;
use crate::lexicon::{Behind, Classes, NumberWord, UnitWords, words as w};
use crate::quantity::{Amount, Kind, Unit};
use crate::text::{TokenKind, WordId};

/// Finds the unit of a part and lengthens it; letters for a magnitude (« Md », « k ») go into the numeral.
pub(super) fn attach<'a>(cx: &Context<'a>, part: &mut Part<'a>, floor: usize) {
    let symbol_before = before(cx, part, floor);
    magnitude(cx, part, symbol_before.is_some());
    if let Some((unit, end)) = after(cx, part) {
        part.unit = Some(unit);
        part.end = end;
        cents_of(cx, part);
        quarter_hour(cx, part);
        weighed(cx, part);
        below_zero(cx, part);
    } else if let Some((unit, start)) = symbol_before {
        part.unit = Some(unit);
        part.start = start;
        english_billion(cx, part);
    }
}

/// « 3 centimes de dollar »: the coin of the currency that is named behind it.
fn cents_of<'a>(cx: &Context<'a>, part: &mut Part<'a>) {
    let Some(unit) = part.unit.filter(|unit| unit.subunit) else { return };
    let named = cx.past_de(part.end);
    let whole = cx
        .lexicon
        .unit(cx.text, cx.tokens, named)
        .filter(|(u, _)| named > part.end && u.unit.kind() == Kind::Money);
    let Some((whole, end)) = whole.filter(|(whole, _)| whole.unit != unit.unit) else { return };
    if let Some(cent) = cx.lexicon.cent_of(whole.unit, unit.factor) {
        part.unit = Some(cent);
        part.end = end;
    }
}

/// « un quart d'heure » is said in minutes.
fn quarter_hour<'a>(cx: &Context<'a>, part: &mut Part<'a>) {
    if part.numeral.form == Form::Fraction
        && part.unit.is_some_and(|unit| unit.unit == Unit::Hour)
        && let Some(minute) = cx.lexicon.unit_named("minute")
    {
        part.unit = Some(minute);
        part.numeral.mantissa *= Amount::from(60);
    }
}

/// « 10 degrés en dessous de zéro »
fn below_zero(cx: &Context<'_>, part: &mut Part<'_>) {
    if part.unit.is_none_or(|unit| unit.unit.kind() != Kind::Temperature) {
        return;
    }
    let at = part.end;
    let below = if cx.is(at, w::EN) { at + 1 } else { at };
    let words = matches!(cx.slice(below).to_lowercase().as_str(), "dessous" | "au-dessous")
        || cx.is(below, w::AU) && cx.is(cx.past_hyphen(below + 1), w::DESSOUS);
    let zero = (below + 1..below + 5).find(|i| matches!(cx.number_word(*i), Some(NumberWord::Zero)));
    if let (true, Some(zero)) = (words, zero) {
        part.negative = true;
        part.end = zero + 1;
    }
}

/// A currency sign or code right before the digits: « $500 », « EUR 20 », « £ 50 millions ».
fn before<'a>(cx: &Context<'a>, part: &Part<'_>, floor: usize) -> Option<(&'a UnitWords, usize)> {
    if !cx.is_number(part.numeral.start) || part.numeral.start <= floor {
        return None;
    }
    let (unit, start) = cx.lexicon.unit_before(cx.text, cx.tokens, part.numeral.start)?;
    let belongs_before = start > floor && cx.is_number(start - 1) && cx.same_line(start);
    (unit.unit.kind() == Kind::Money
        && unit.behind == Behind::All
        && start >= floor
        && !belongs_before
        && cx.same_line(part.numeral.start))
    .then_some((unit, start))
}

/// After a sign before the digits, « billion » is English: 10⁹.
fn english_billion(cx: &Context<'_>, part: &mut Part<'_>) {
    let power = match (part.numeral.power, cx.slice(part.numeral.end - 1)) {
        (12, "billion" | "billions") => 9,
        (18, "trillion" | "trillions") => 12,
        _ => return,
    };
    part.numeral.power = power;
}

/// « 500 Md », « 10 k », « 3 bn »; « G », « T », « B » only before a currency or after its sign.
fn magnitude(cx: &Context<'_>, part: &mut Part<'_>, sign_before: bool) {
    let numeral = &mut part.numeral;
    // « une centaine de M€ »
    let over = if numeral.form == Form::Collective { cx.past_de(numeral.end) } else { numeral.end };
    let bare = numeral.form == Form::Digits || over > numeral.end;
    if numeral.power > 0 || !bare || !cx.same_line(over) {
        return;
    }
    let Some((magnitude, end)) = cx.lexicon.magnitude(cx.text, cx.tokens, over) else { return };
    let money = |at: usize| {
        cx.lexicon.unit(cx.text, cx.tokens, at).is_some_and(|(unit, _)| unit.unit.kind() == Kind::Money)
    };
    let over_de = cx.past_de(end);
    let before_currency = money(end) || (over_de > end && money(over_de));
    let stands = if magnitude.money {
        before_currency || sign_before
    } else {
        // « 5 M. Dupont » is no five million.
        magnitude.power == 9
            || before_currency
            || sign_before
            || over_de > end
            || (cx.glued(numeral.end) || magnitude.power == 3) && !cx.glued(end)
    };
    let is_unit = !before_currency && !sign_before && cx.lexicon.unit(cx.text, cx.tokens, over).is_some();
    if stands && !is_unit {
        numeral.power = magnitude.power;
        numeral.end = end;
        part.end = end;
    }
}

/// The unit after the numeral and the index after it.
fn after<'a>(cx: &Context<'a>, part: &Part<'_>) -> Option<(&'a UnitWords, usize)> {
    let at = part.numeral.end;
    if !cx.same_line(at) {
        return None;
    }
    let over_de = cx.past_de(at);
    if over_de > at {
        // « 500 milliards de dollars », « une trentaine d'euros », « un quart d'heure »
        return if part.numeral.takes_de() { unit_at(cx, over_de, part) } else { None };
    }
    if cx.is(at, WordId::HYPHEN) && cx.glued(at) && cx.glued(at + 1) {
        // « 2,5-km », « demi-heure »
        return unit_at(cx, at + 1, part).filter(|(unit, _)| unit.unit.kind() != Kind::Number);
    }
    if let Some(found) = unit_at(cx, at, part) {
        return Some(found);
    }
    // « cinq prochaines années », « 24 dernières heures »
    let mut noun = at;
    while noun < at + 2 && cx.has(noun, Classes::PRENOMINAL) {
        noun += 1;
    }
    unit_at(cx, noun, part)
        .filter(|(unit, _)| noun > at && !matches!(unit.unit.kind(), Kind::Number | Kind::Money))
}

fn unit_at<'a>(cx: &Context<'a>, at: usize, part: &Part<'_>) -> Option<(&'a UnitWords, usize)> {
    if !cx.same_line(at) {
        return None;
    }
    let (unit, end) = cx.lexicon.unit(cx.text, cx.tokens, at)?;
    // « 10 milliards US », but « 3 000 US Marines »
    if unit.behind == Behind::Millions && (part.numeral.power < 6 || at > part.numeral.end) {
        return None;
    }
    // « 3,14 pi »
    if cx.slice(at) == "pi" && part.numeral.step < Amount::ONE {
        return None;
    }
    // « 10 m'ont dit », « 3 l'an »: letters are units only as whole words; « 2 T1 » is no tonne.
    if cx.glued(end) && cx.kind(end - 1) == Some(TokenKind::Word) && cx.kind(end) == Some(TokenKind::Word) {
        return None;
    }
    // « 450 000 GB200 »: a product, unless it reads on (« 3€50 », « 1m50 »).
    if cx.glued(end) && cx.is_number(end) && cx.digit_count(end) > 2 {
        return None;
    }
    // « 312 000 journées-skieur », « dix heures-équipe » are things; « ces 12 jours-là » are days.
    let compound = unit.unit.kind() == Kind::Duration
        && cx.is(end, WordId::HYPHEN)
        && cx.glued(end)
        && cx.glued(end + 1)
        && cx.kind(end + 1) == Some(TokenKind::Word)
        && !matches!(cx.slice(end + 1), "là" | "ci");
    if compound {
        return None;
    }
    if is_thing(cx, at, end) {
        return None;
    }
    // « trois livres publiés »: a book unless sterling, or alone.
    let book = matches!(cx.slice(at), "livre" | "livres")
        && end == at + 1
        && !part.numeral.takes_de()
        && !cx.ends_phrase(end);
    (!book).then_some((unit, end))
}

/// « pèse 180 livres »: a mass, no currency, unless the sum is told again in another.
fn weighed<'a>(cx: &Context<'a>, part: &mut Part<'a>) {
    /// Tokens back to the verb.
    const REACH: usize = 4;
    let pounds = cx.slice(part.end - 1) == "livres" && part.end == part.numeral.end + 1;
    let again = || cx.is(part.end, w::COMMA) && cx.is(part.end + 1, w::SOIT) || cx.is(part.end, w::OPEN);
    let weighs = || (part.start.saturating_sub(REACH)..part.start).any(|i| cx.lemma(i) == "peser");
    if pounds && !again() && weighs() {
        part.unit = cx.lexicon.unit_named("avoirdupois");
    }
}

/// « 4 000 pieds de vigne », « trois nœuds ferroviaires », « deux secondes places », « trois couronnes mondiales »: whether what is spelt
/// as a unit is a thing, or a rank, by the word behind it.
fn is_thing(cx: &Context<'_>, at: usize, end: usize) -> bool {
    const PLANTS: [&str; 16] = [
        "vigne", "vignes", "tomate", "tomates", "café", "cacao", "cannabis", "chanvre", "coca", "maïs",
        "lavande", "salades", "fraises", "rosiers", "oliviers", "vétiver",
    ];
    const JUNCTIONS: [&str; 6] =
        ["ferroviaire", "ferroviaires", "routiers", "autoroutiers", "logistiques", "stratégiques"];
    const CROWNS: [&str; 8] = [
        "mondiales", "olympiques", "européennes", "nationales", "dentaires", "mortuaires", "funéraires",
        "royales",
    ];
    const RANKED: [&str; 16] = [
        "place", "places", "partie", "parties", "chance", "chances", "vie", "vies", "position", "positions",
        "tentative", "tentatives", "lecture", "lectures", "main", "mains",
    ];
    let next = cx.slice(end);
    end == at + 1
        && cx.same_line(end)
        && match cx.slice(at) {
            "pied" | "pieds" => cx.is_any(end, &[w::DE, w::D]) && PLANTS.contains(&cx.slice(end + 1)),
            "nœud" | "nœuds" => JUNCTIONS.contains(&next),
            "couronnes" => CROWNS.contains(&next),
            "seconde" | "secondes" => RANKED.contains(&next),
            _ => false,
        }
}

/// The unit that words mean here: « 180 degrés » of an angle are not a temperature.
pub(super) fn meant(cx: &Context<'_>, words: &UnitWords, part: &Part<'_>) -> Unit {
    if !words.angle {
        return words.unit;
    }
    const TURNS: [&str; 9] =
        ["rotation", "angle", "virage", "latitude", "longitude", "pente", "tour", "inclinaison", "alcool"];
    let near = |at: usize| {
        TURNS.contains(&cx.lexicon.vocabulary().text(cx.word(at)))
            || TURNS.contains(&cx.slice(at).to_lowercase().as_str())
    };
    let before = (part.start.saturating_sub(3)..part.start).any(near);
    // « 45 degrés Nord », but « 38 degrés du Sud-Ouest à la vallée du Rhône »
    let after = (part.end..part.end + 2).any(near)
        || matches!(cx.slice(part.end), "N" | "S" | "E" | "O" | "Nord" | "Sud" | "nord" | "sud");
    // « un bordeaux qui titre 13,5° »
    let proof = matches!(cx.slice(cx.before(part.start)), "titre" | "titrant" | "titrait");
    if before || after || proof { Unit::Degree } else { words.unit }
}

/// Whether « un », « une » before a unit is a number rather than the article: « pendant un an », « une heure plus tard »,
/// « un euro »; not « un jour, il vint » or « une journée difficile ».
pub(super) fn one_counts(cx: &Context<'_>, part: &Part<'_>, floor: usize) -> bool {
    let Some(unit) = part.unit else { return false };
    let before = cx.before(part.start);
    // « pas un centime »: none at all.
    if cx.is(before, w::PAS) {
        return false;
    }
    // « l'équivalent d'un mois de précipitations »
    if cx.is(before, w::D) && cx.slice(cx.before(before)) == "équivalent" {
        return true;
    }
    let ends = cx.ends_phrase(part.end) || cx.has(part.end, Classes::FUNCTION);
    if matches!(unit.unit.kind(), Kind::Power | Kind::Energy | Kind::Data | Kind::Area | Kind::Percent) {
        return true;
    }
    let bounded = part.start > floor && cx.lexicon.bound_before(cx.tokens, part.start).is_some();
    if unit.unit.kind() != Kind::Duration {
        // « avoir pied », « une tonne d'ennuis », « plus d'une once de bon sens », but « moins d'une tonne »
        let figurative = matches!(
            cx.slice(part.end - 1),
            "pied" | "once" | "mille" | "verge" | "degré" | "bit" | "carat" | "tonne"
        );
        return ends && (bounded && cx.slice(part.end - 1) != "once" || !figurative);
    }
    const LEADS: [&str; 22] = [
        "pendant", "durant", "en", "sur", "pour", "dans", "apres", "avant", "depuis", "a`", "a", "y", "d'",
        "sous", "environ", "presque", "quasiment", "de", "que", "d'ici", "approximativement", "seulement",
    ];
    const TRAILS: [&str; 9] =
        ["plus", "apres", "avant", "auparavant", "et", "trente", "quinze", "durant", "environ"];
    // « une première journée »: an adjective makes an article of « une ».
    if part.end > part.numeral.end + 1 && cx.has(part.numeral.end, Classes::PRENOMINAL) {
        return false;
    }
    let word = |at: usize| cx.lexicon.vocabulary().text(cx.word(at));
    let led = bounded || part.start > floor && LEADS.contains(&word(before));
    let trailed = TRAILS.contains(&word(part.end)) || cx.is_number(part.end);
    let alone = (before >= cx.tokens.len() || cx.ends_phrase(before)) && cx.ends_phrase(part.end);
    match unit.unit {
        Unit::Year if cx.is(part.end - 1, w::AN) => true,
        Unit::Hour | Unit::Month | Unit::Week => {
            (led || trailed || alone || cx.ends_phrase(part.end)) && !cx.is(part.end, w::DE)
        }
        _ => (led && ends) || trailed || alone,
    }
}
