//! Pairs of positions that exclude each other, and what keeps a pair from being a disagreement.

use super::Context;
use super::finding::{self, Arg, Finding, Message, Severity, Side};
use crate::claim::Modality;
use crate::quantity::{
    Amount, Bound, Kind, Quantity, Relation, Strength, days_between, digits, have_lost_a_digit, power_of_ten,
    ratio, relation,
};
use crate::reconcile::{Corpus, Group, Position, is_swapped};

/// How many times larger than the other a figure for one thing may be; beyond, they are taken to be about two things,
/// unless it is by a power of ten, which is a slip.
const OUTLETS: u32 = 3;

/// The same between named voices, which do differ by more: « la police compte 11.000 manifestants, la CGT 80.000 ».
const VOICES: u32 = 12;

/// The same of the power of a site, which is told in stages.
const STAGES: u32 = 5;

/// The same where a measure of the topic says that both count one thing: « 100 000 emplois, promet l'un ; 5 000, dit l'autre ».
pub(super) const PROMISES: u32 = 60;

/// An article that gives two figures so far apart in one voice speaks of two things.
const ONE_VOICE: Amount = Amount::TWO;

/// The same of a few things that a topic counts: « cinq nouveaux sites », of which three are one partner's.
pub(super) const SOME: Amount = Amount::from_parts(15, 0, 0, false, 1);

/// Fewer things are counted one by one.
const FEW: Amount = Amount::from_parts(20, 0, 0, false, 0);

/// How many times the first phase of a site its whole power is, at least.
const PHASE: u32 = 3;

/// How many times larger a sum is that is not the same rounded.
const ANOTHER_SUM: Amount = Amount::from_parts(11, 0, 0, false, 1);

/// How far two rates of one currency are from each other within a year or two.
const RATES: Amount = Amount::from_parts(12, 0, 0, false, 1);

/// Days between articles after which a figure may have changed.
const STILL_VALID: i32 = 45;

/// Days between articles within which a voice's statements are taken to be one.
pub(super) const SAME_STATEMENT_DAYS: i32 = 14;

/// Two positions of a group, the more reported first.
pub(super) type Pair = (usize, usize);

/// The pairs of a group that exclude each other as `clash` says, that no check has explained and that are about one thing.
pub(super) fn pairs(
    context: &Context<'_>,
    g: usize,
    clash: &dyn Fn(&Quantity, &Quantity) -> bool,
    claims: &dyn Fn(usize, usize) -> bool,
) -> Vec<Pair> {
    let pairs = open(context, g, clash);
    pairs.filter(|pair| are_stated(context, g, *pair, claims)).collect()
}

/// The same among some of its positions, ascending.
pub(super) fn pairs_among(
    context: &Context<'_>,
    g: usize,
    positions: &[usize],
    clash: &dyn Fn(&Quantity, &Quantity) -> bool,
    claims: &dyn Fn(usize, usize) -> bool,
) -> Vec<Pair> {
    let pairs = positions.iter().enumerate();
    let pairs = pairs.flat_map(|(n, a)| positions[n + 1..].iter().map(|b| (*a, *b)));
    pairs.filter(|pair| is_open(context, g, *pair, clash) && are_stated(context, g, *pair, claims)).collect()
}

/// The pairs of a group that exclude each other as `clash` says, whoever states them.
pub(super) fn open<'c>(
    context: &'c Context<'_>,
    g: usize,
    clash: &'c dyn Fn(&Quantity, &Quantity) -> bool,
) -> impl Iterator<Item = Pair> + 'c {
    context.groups[g].rivals.iter().copied().filter(move |pair| is_open(context, g, *pair, clash))
}

fn is_open(
    context: &Context<'_>,
    g: usize,
    (a, b): Pair,
    clash: &dyn Fn(&Quantity, &Quantity) -> bool,
) -> bool {
    let positions = &context.groups[g].positions;
    clash(&positions[a].quantity, &positions[b].quantity)
        && !context.is_explained(g, a, b)
        && !context.two_things.contains(&(g, a, b))
}

/// Whether claims of one time state the two, as `claims` wants them. It may ask for their speakers and days, and whether
/// they are of one article.
fn are_stated(context: &Context<'_>, g: usize, (a, b): Pair, claims: &dyn Fn(usize, usize) -> bool) -> bool {
    let positions = &context.groups[g].positions;
    let corpus = context.corpus;
    let stated = |x: usize, y: usize| {
        in_time(corpus, x, y)
            && !has_changed(context, x, y)
            && !are_of_two_days(corpus, x, y)
            && !is_compared(corpus, x, y)
            && are_of_one_thing(context, x, y)
            && claims(x, y)
    };
    positions[a].faces.iter().any(|x| positions[b].faces.iter().any(|y| stated(*x, *y)))
}

/// Whether nothing that two claims tell sets them apart as of two things, whatever time they are of.
pub(super) fn are_of_one_thing(context: &Context<'_>, x: usize, y: usize) -> bool {
    let corpus = context.corpus;
    !context.has_part(x, y)
        && !are_one_converted(corpus, x, y)
        && !are_of_two_families(corpus, x, y)
        && !are_of_two_sums(corpus, x, y)
        && !are_one_fall(corpus, x, y)
        && !is_wished(corpus, x, y)
        && !are_whole_and_some(corpus, x, y)
        && !are_each_and_all(corpus, x, y)
        && !are_of_two_extents(corpus, x, y)
        && !are_of_two_kinds(corpus, x, y)
        && !are_two_parts(corpus, x, y)
        && !are_due_on_two_dates(corpus, x, y)
}

/// « une première phase de 20 mégawatts », « 230 mégawatts à terme »: parts of one thing, told by two voices.
fn are_two_parts(corpus: &Corpus, x: usize, y: usize) -> bool {
    let qualifiers = |i: usize| corpus.statements[i].claim.scope.qualifiers;
    qualifiers(x).are_first_and_last(qualifiers(y)) && !corpus.one_speaker(x, y)
}

/// « 7 gigawatts d'ici à 2027 », « 10 gigawatts d'ici à 2029 »: what is to be so by two dates.
fn are_due_on_two_dates(corpus: &Corpus, x: usize, y: usize) -> bool {
    let by = |i: usize| corpus.statements[i].claim.scope.by;
    by(x).zip(by(y)).is_some_and(|(a, b)| !a.compatible(&b)) && !corpus.one_speaker(x, y)
}

/// Whether a measure that changes from month to month may have changed between two claims: of articles without a date nobody
/// knows.
fn has_changed(context: &Context<'_>, x: usize, y: usize) -> bool {
    let corpus = context.corpus;
    let varies = |i: usize| {
        let claim = &corpus.statements[i].claim;
        let measure = context.topic.measure_of(&claim.slot.measure).filter(|_| !claim.derived);
        measure.is_some_and(|measure| measure.varies)
    };
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    // A slip of a thousand times is none, and neither is another bound.
    let grown = ratio(quantity(x), quantity(y))
        .is_none_or(|ratio| ratio > Amount::ONE && ratio < Amount::from(OUTLETS))
        // 412 that becomes 421 is mistyped.
        && !is_swapped(corpus, x, y);
    // « 34 morts » on one day and 80 on another: of articles without a date nobody knows, unless two voices
    // give it.
    let toll = |i: usize| corpus.statements[i].claim.terms.standing.toll;
    let days = days_between(corpus.day(x), corpus.day(y));
    let plainly = corpus.speaker(x).is_none() || corpus.speaker(y).is_none();
    if toll(x) && toll(y) && grown && corpus.apart(x, y) && corpus.one_speaker(x, y) {
        return has_grown(corpus, x, y);
    }
    if toll(x) && toll(y) && grown && corpus.apart(x, y) && plainly {
        return days.is_none_or(|days| days > 0);
    }
    (varies(x) || varies(y))
        && grown
        && corpus.apart(x, y)
        && days.is_none_or(|days| days > SAME_STATEMENT_DAYS)
}

/// Whether one voice may have told a toll twice: the greater one later, or on days that nobody knows and in other words.
fn has_grown(corpus: &Corpus, x: usize, y: usize) -> bool {
    let value = |i: usize| corpus.statements[i].claim.quantity.value();
    let days =
        corpus.day(x).zip(corpus.day(y)).filter(|_| days_between(corpus.day(x), corpus.day(y)).is_some());
    if let Some((a, b)) = days.filter(|(a, b)| a != b) {
        // Those who are missing are found: fewer are told of later.
        let missing = corpus.statements[x].claim.head.as_deref() == Some("disparu");
        return missing || (a < b) == (value(x) < value(y));
    }
    // « a déclaré lundi », « a fait état mardi »
    let named = |i: usize| corpus.statements[i].claim.terms.weekday;
    let weekday = |i: usize| named(i).or_else(|| corpus.day(i).and_then(|day| day.weekday()));
    if weekday(x).zip(weekday(y)).is_some_and(|(a, b)| a != b) {
        return true;
    }
    if days.is_some() {
        return false;
    }
    let words = |i: usize| &corpus.statements[i].claim.terms.words;
    let shared = words(x).iter().filter(|word| words(y).binary_search(word).is_ok()).count();
    shared < 2 || 2 * shared < words(x).len().min(words(y).len())
}

/// A loss and a debt, jobs created and jobs cut: general measures of two families.
fn are_of_two_families(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let families = claim(x).terms.family.zip(claim(y).terms.family);
    // What measures of the topic explain is told by their cues. Digits in another order are hardly those of two things.
    (claim(x).derived || claim(y).derived)
        && families.is_some_and(|(p, q)| p != q)
        && !(is_swapped(corpus, x, y) && digits(claim(x).quantity.magnitude().unwrap_or_default()) > 99)
}

/// « réclame 120 postes, contre 45 promis »: what is asked for is not what is.
fn is_wished(corpus: &Corpus, x: usize, y: usize) -> bool {
    let wish = |i: usize| corpus.statements[i].claim.terms.standing.wish;
    wish(x) != wish(y) && !corpus.one_speaker(x, y)
}

/// « Sur 212 forages promis, 84 fonctionnent »: some of those that the same sentence counts.
fn are_whole_and_some(corpus: &Corpus, x: usize, y: usize) -> bool {
    let terms = |i: usize| &corpus.statements[i].claim.terms;
    let some = |of: usize, other: usize| terms(of).whole == Some(terms(other).sentence);
    !corpus.apart(x, y) && (some(x, y) || some(y, x))
}

/// « 800 millions d'utilisateurs, contre 500 millions au printemps »: a figure behind « contre » is of another time or of others, even
/// if one voice tells both.
pub(super) fn is_compared(corpus: &Corpus, x: usize, y: usize) -> bool {
    let against = |i: usize| corpus.statements[i].claim.terms.beside.against;
    against(x) != against(y)
}

/// « 5,5 GW pour les terrains d'Oracle », « 10 GW en tout »: powers of the project, of no one site, that are not nearly one. They grow
/// with every announcement, and few texts say which sites they count.
fn are_of_two_extents(corpus: &Corpus, x: usize, y: usize) -> bool {
    /// How many times the smaller one the greater one is at most.
    const NEARLY: Amount = Amount::from_parts(125, 0, 0, false, 2);
    // « 575 acres », of which 250 are built on: the land and the site.
    const LAND: Amount = Amount::from_parts(2, 0, 0, false, 0);
    let claim = |i: usize| &corpus.statements[i].claim;
    let area = claim(x).quantity.kind == Kind::Area;
    let whole = |i: usize| area || claim(i).quantity.kind == Kind::Power && claim(i).slot.place.is_none();
    let least = if area { LAND } else { NEARLY };
    let measured = !claim(x).derived || !claim(y).derived;
    let quantity = |i: usize| &claim(i).quantity;
    // « un gigawatt » of ten is a stage.
    let slip = |ratio: Amount| match power_of_ten(ratio) {
        Some(1) => digits(quantity(x).magnitude().unwrap_or_default()) > 1,
        power => power.is_some(),
    };
    let apart = || {
        ratio(quantity(x), quantity(y))
            .is_none_or(|ratio| ratio >= least && !slip(ratio) && !is_of_units(ratio, quantity(x).kind))
    };
    // « portent la puissance à 7 gigawatts » here and « 17 gigawatts sont désormais prévus » there, on one day.
    let stage = |i: usize| claim(i).scope.period.as_deref();
    let of_one_day = stage(x).is_some()
        && stage(x) == stage(y)
        && days_between(corpus.day(x), corpus.day(y)).is_some_and(|days| days == 0);
    measured && whole(x) && whole(y) && apart() && !of_one_day && !is_swapped(corpus, x, y)
}

/// « 35 milliards par gigawatt » and the 350 of ten: what is of each is not what is of all.
fn are_each_and_all(corpus: &Corpus, x: usize, y: usize) -> bool {
    let claim = |i: usize| &corpus.statements[i].claim;
    let (one, other) = (claim(x), claim(y));
    let taken_up = one.terms.beside.taken_up || other.terms.beside.taken_up;
    let far = ratio(&one.quantity, &other.quantity).is_none_or(|ratio| ratio > Amount::TWO);
    match (one.terms.per, other.terms.per) {
        (Some(a), Some(b)) => a != b,
        (None, None) => false,
        _ => far && !taken_up,
    }
}

/// « le titre cède 4 % », « l'action a perdu 40 % depuis septembre »: what a share gains or loses is of one day, unless a voice says it.
fn are_of_two_days(corpus: &Corpus, x: usize, y: usize) -> bool {
    /// The general measure of what shares are worth.
    const SHARES: &str = "cours_de_bourse";
    let claim = |i: usize| &corpus.statements[i].claim;
    let moves = |i: usize| {
        let claim = claim(i);
        claim.derived
            && claim.quantity.kind == Kind::Percent
            && claim.speaker.is_none()
            && claim.slot.measure == SHARES
    };
    let same = corpus.day(x).zip(corpus.day(y)).is_some_and(|(a, b)| a == b && a.day.is_some());
    moves(x) && moves(y) && corpus.apart(x, y) && !same
}

/// « 400 milliards sur trois ans », « 500 milliards en quatre ans »: times of two sums.
pub(super) fn are_of_two_sums(corpus: &Corpus, x: usize, y: usize) -> bool {
    // « plus de 400 » may be 500, but is another sum.
    let sum = |i: usize| corpus.statements[i].claim.ties.over.as_deref().map(|sum| sum.quantity);
    let pair = sum(x).zip(sum(y)).filter(|(a, b)| a.unit == b.unit);
    pair.is_some_and(|(a, b)| ratio(&a, &b).is_some_and(|ratio| ratio > ANOTHER_SUM))
}

/// « 3 200 euros brut » and « 2 600 euros net », « 300 hommes » and « 450 femmes ».
pub(super) fn are_of_two_kinds(corpus: &Corpus, x: usize, y: usize) -> bool {
    let facets = |i: usize| corpus.statements[i].claim.terms.facets;
    facets(x).differ(facets(y))
}

/// « a perdu 17 % », « moins 17 % »: a fall is told with its sign or without; « +17 % » is none.
pub(super) fn are_one_fall(corpus: &Corpus, x: usize, y: usize) -> bool {
    let statement = |i: usize| &corpus.statements[i];
    let (a, b) = (&statement(x).claim.quantity, &statement(y).claim.quantity);
    let rise = |i: usize| statement(i).claim.terms.beside.rise;
    let opposite = |x: Amount, y: Amount| x == -y && x != Amount::ZERO;
    a.kind == Kind::Percent
        && !rise(x)
        && !rise(y)
        && a.value().zip(b.value()).is_some_and(|(x, y)| opposite(x, y))
}

/// « 500 milliards de dollars (485 milliards d'euros) » here and « (480 milliards d'euros) » there: the desks' rates differ.
fn are_one_converted(corpus: &Corpus, x: usize, y: usize) -> bool {
    let source = |i: usize| corpus.statements[i].claim.ties.converts.as_deref().map(|source| source.quantity);
    let pair = source(x).zip(source(y));
    // « environ 12,8 millions d'euros » here and « 9,2 millions » there are no two rates.
    let quantity = |i: usize| &corpus.statements[i].claim.quantity;
    let near = || ratio(quantity(x), quantity(y)).is_none_or(|ratio| ratio < RATES);
    pair.is_some_and(|(a, b)| relation(&a, &b).is_some_and(|relation| relation <= Relation::Compatible))
        && near()
}

/// Whether no value satisfies both. Sizes are often converted and rounded again: « 500 000 pieds carrés (46 500 m²) ».
pub(super) fn excludes(a: &Quantity, b: &Quantity) -> bool {
    relation(a, b) == Some(Relation::Contradiction) && !are_one_size(a, b)
}

/// Whether two sizes are one, converted and rounded twice.
pub(super) fn are_one_size(a: &Quantity, b: &Quantity) -> bool {
    let size = matches!(a.kind, Kind::Area | Kind::Length | Kind::Mass | Kind::Volume);
    size && ratio(a, b).is_some_and(|ratio| ratio < Amount::new(102, 2))
}

/// « plus de 13 milliards » and « que 13 milliards » at one value: the second denies what the first adds.
pub(super) fn touches(a: &Quantity, b: &Quantity) -> bool {
    // « à peine plus de 84 % » is about as much.
    let nearly = |q: &Quantity| matches!(q.strength, Some(Strength::JustOver | Strength::JustUnder));
    let strict = |q: &Quantity| matches!(q.bound, Bound::MoreThan | Bound::LessThan) && !nearly(q);
    let bare = |q: &Quantity| matches!(q.bound, Bound::Exact);
    a.unit == b.unit && a.value() == b.value() && (strict(a) && bare(b) || bare(a) && strict(b))
}

/// « plus de 21 500 signatures », « plus de 2 150 »: two floors, or two ceilings, of the same three digits or more, which can both hold
/// and hardly do.
pub(super) fn lose_a_digit(a: &Quantity, b: &Quantity) -> bool {
    const SEVERAL: u128 = 100;
    let telling = |q: &Quantity| q.magnitude().is_some_and(|value| digits(value) >= SEVERAL);
    have_lost_a_digit(a, b) && telling(a)
}

/// Whether two figures exclude each other, or one says « only » of the value beyond which the other lies.
pub(super) fn denies(a: &Quantity, b: &Quantity) -> bool {
    let only = |q: &Quantity| q.strength == Some(Strength::Only);
    excludes(a, b) || lose_a_digit(a, b) || touches(a, b) && (only(a) || only(b))
}

/// The limit within which two voices may speak of one thing.
pub(super) fn limit(corpus: &Corpus, x: usize, y: usize) -> u32 {
    let named = |i: usize| corpus.speaker(i).is_some();
    // A site's power is told in stages, and a slip among them is seen.
    let sited = |i: usize| {
        let claim = &corpus.statements[i].claim;
        !claim.derived && claim.quantity.kind == Kind::Power && claim.slot.place.is_some()
    };
    let counted = |i: usize| {
        let claim = &corpus.statements[i].claim;
        !claim.derived && claim.quantity.kind == Kind::Count
    };
    // « une centaine d'emplois permanents », « 1 700 emplois permanents »: at one site, of one stage.
    let staged = |i: usize| {
        let claim = &corpus.statements[i].claim;
        claim.slot.place.is_some() && claim.scope.period.is_some()
    };
    match () {
        () if sited(x) && sited(y) => STAGES,
        () if counted(x) && counted(y) && staged(x) && staged(y) => PROMISES,
        // « 17 blessés », « 71 personnes »: digits that change places make any ratio.
        () if is_swapped(corpus, x, y) => VOICES,
        () if !(named(x) && named(y)) => OUTLETS,
        () if counted(x) && counted(y) => PROMISES,
        () => VOICES,
    }
}

/// Whether two figures are near enough to be about one thing: within the limit, or a power of ten apart.
pub(super) fn comparable(a: &Quantity, b: &Quantity, limit: u32) -> bool {
    ratio(a, b).is_some_and(|ratio| {
        // 10 and 100 milliards, 1 and 10 gigawatts are round: nobody need have lost a digit.
        let slip = match power_of_ten(ratio) {
            Some(1) => {
                digits(a.magnitude().unwrap_or_default()) > 1 || !matches!(a.kind, Kind::Money | Kind::Power)
            }
            power => power.is_some(),
        };
        ratio <= Amount::from(limit) || slip || is_of_units(ratio, a.kind)
    })
}

/// Whether a ratio is that of a unit to the one it is mistaken for: « 500 000 m² » for as many square feet, metres for feet.
fn is_of_units(ratio: Amount, kind: Kind) -> bool {
    // A square metre has 10.76 square feet, a metre 3.28 feet; values are rounded.
    let (least, most) = match kind {
        Kind::Area => (105, 111),
        Kind::Length => (32, 34),
        _ => return false,
    };
    (Amount::new(least, 1)..=Amount::new(most, 1)).contains(&ratio)
}

/// Whether an article gives both figures in one voice: so far apart, or one for now and one for later, they are two things.
pub(super) fn two_things(corpus: &Corpus, group: &Group, (a, b): Pair) -> bool {
    let (first, second) = (&group.positions[a], &group.positions[b]);
    // Without a measure that says that they are one, what one voice tells apart is two.
    // Amounts of money or power are rather stages or parts.
    let staged = matches!(first.quantity.kind, Kind::Money | Kind::Power);
    let apart = match () {
        () if staged => Amount::ONE,
        () if !group.derived && are_few(&first.quantity, &second.quantity) => SOME,
        () => ONE_VOICE,
    };
    let ratio = ratio(&first.quantity, &second.quantity);
    let far = group.derived || ratio.is_none_or(|ratio| ratio >= apart && ratio > Amount::ONE);
    if group.derived && set_side_by_side(corpus, first, second) {
        return false;
    }
    let refers = |(x, y): &(usize, usize)| {
        let holds = |position: &Position, claim: &usize| position.claims.contains(claim);
        holds(first, x) && holds(second, y) || holds(first, y) && holds(second, x)
    };
    if group.referred.iter().any(refers) {
        return false;
    }
    let later = |i: usize| corpus.statements[i].claim.modality == Modality::Planned;
    // « un gigawatt, dont 200 mégawatts en 2026 »: whoever tells which.
    let phase = first.quantity.kind == Kind::Power
        && ratio.is_some_and(|ratio| ratio >= Amount::from(PHASE) && power_of_ten(ratio).is_none());
    // « 640 arbres, vraiment ? Nous, on en a compté 1 100 »
    let doubted = |i: usize| corpus.statements[i].claim.terms.wording.doubted;
    first.claims.iter().filter(|x| !doubted(**x)).any(|x| {
        corpus.in_article_of(*x, &second.claims).iter().filter(|y| !doubted(**y)).any(|y| {
            let far = far && !are_of_one_site(corpus, *x, *y);
            phase && far
                || corpus.one_voice(*x, *y)
                    && (far || later(*x) != later(*y) && !first.quantity.bound.is_floor())
        })
    })
}

/// Whether two counts are of so few that they are counted one by one.
pub(super) fn are_few(a: &Quantity, b: &Quantity) -> bool {
    let few = |q: &Quantity| q.kind == Kind::Count && q.value().is_some_and(|value| value < FEW);
    few(a) && few(b)
}

/// « un premier campus de 1,2 GW », « à terme, le site tirera 1,4 GW »: the whole of one site, told twice.
pub(super) fn are_of_one_site(corpus: &Corpus, x: usize, y: usize) -> bool {
    /// A stage is further from the whole.
    const WHOLE: Amount = Amount::from_parts(125, 0, 0, false, 2);
    let claim = |i: usize| &corpus.statements[i].claim;
    let (p, q) = (claim(x), claim(y));
    let sited = p.slot.place.is_some() && p.slot.place == q.slot.place && !p.derived && !q.derived;
    let whole = p.scope.period.is_none() && q.scope.period.is_none();
    sited && whole && ratio(&p.quantity, &q.quantity).is_some_and(|ratio| ratio < WHOLE)
}

/// Whether an article gives one figure in one named voice and the other in another: then one that gives both without the
/// voices tells of the same dispute (« 31 % d'un côté, 52 % de l'autre »).
fn set_side_by_side(corpus: &Corpus, first: &Position, second: &Position) -> bool {
    let named = |i: usize| corpus.speaker(i).is_some();
    first.claims.iter().filter(|x| named(**x)).any(|x| {
        corpus.in_article_of(*x, &second.claims).iter().any(|y| named(*y) && !corpus.one_voice(*x, *y))
    })
}

/// Whether the article of a claim makes none of these claims: one that gives both knows the difference.
pub(super) fn is_alone(corpus: &Corpus, claim: usize, claims: &[usize]) -> bool {
    corpus.in_article_of(claim, claims).is_empty()
}

/// Whether two claims are of about the same time, as far as their articles are dated.
pub(super) fn in_time(corpus: &Corpus, x: usize, y: usize) -> bool {
    // « en octobre », nobody knows of which year, is not the month of a dated article.
    let month = |i: usize| corpus.day(i).and_then(|date| date.month);
    let yearless = |i: usize| corpus.day(i).is_some_and(|date| date.year.is_none());
    if (yearless(x) || yearless(y)) && month(x).zip(month(y)).is_some_and(|(a, b)| a != b) {
        return false;
    }
    // « valait 157 milliards lors de l'opération d'octobre » is not what an article without a date tells.
    let bare_month = |i: usize| yearless(i) && corpus.day(i).is_some_and(|date| date.day.is_none());
    if bare_month(x) && corpus.day(y).is_none() || bare_month(y) && corpus.day(x).is_none() {
        return false;
    }
    days_between(corpus.day(x), corpus.day(y)).is_none_or(|days| days <= STILL_VALID)
}

/// The positions of pairs, the most reported first.
pub(super) fn positions(pairs: &[Pair]) -> Vec<usize> {
    let mut positions: Vec<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// The texts of a kind of finding in the phrase book.
pub(super) struct Words {
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// One finding for all conflicting pairs of a group, and notes that they are explained.
pub(super) fn report(
    context: &mut Context<'_>,
    g: usize,
    pairs: &[Pair],
    kind: finding::Kind,
    severity: Severity,
    words: &Words,
) -> Option<Finding> {
    let (a, b) = *pairs.first()?;
    for (a, b) in pairs {
        context.explain(g, *a, *b);
    }
    let group = &context.groups[g];
    let claims = |position: usize| group.positions[position].claims.clone();
    Some(Finding {
        kind,
        severity,
        slot: group.slot.clone(),
        group: Some(g),
        message: Message::new(
            words.message,
            [
                ("slot", Arg::Slot(group.slot.clone())),
                ("a", Arg::Claims(claims(a))),
                ("b", Arg::Claims(claims(b))),
            ],
        ),
        help: Message::new(words.help, []),
        trace: vec![
            Message::new("trace.same_slot", [("slot", Arg::Slot(group.slot.clone()))]),
            cannot_both(claims(a), claims(b)),
        ],
        sides: positions(pairs).into_iter().map(|position| Side::of(claims(position))).collect(),
    })
}

/// The step of a trace that says that two sides exclude each other.
pub(super) fn cannot_both(a: Vec<usize>, b: Vec<usize>) -> Message {
    Message::new("trace.cannot_both", [("a", Arg::Claims(a)), ("b", Arg::Claims(b))])
}
