//! What the wording makes of a figure and those before it: a conversion, the sum of parts, a share of a whole, what rests.
//!
//! Only wordings that say so count: « soit », « ce qui fait », « au total », « restants », « chacun ». A check can then compute.

mod conversion;
mod over;
mod remainder;
mod share;
mod spread;
mod sum;

use super::scene::Scene;
use crate::grammar::Figure;
use crate::lexicon::words as w;
use crate::quantity::Quantity;
use crate::text::Span;

/// Tokens between a figure and the words that tie it to others.
const NEAR: usize = 4;

/// Sentences before one that opens with « Soit » in which its parts stand.
const BACK: usize = 2;

/// A figure that another one is computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operand {
    /// Its core, by which its claim is found.
    pub core: Span,
    /// Its value.
    pub quantity: Quantity,
    /// Several currencies share its sign: « 61 M$ » may be dollars of Canada.
    pub shared: bool,
    /// It is of each of several: « 19 milliards chacun ».
    pub each: bool,
}

/// How a figure is tied to others of its article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ties {
    /// « chacun »: it is of each of several.
    pub each: bool,
    /// Several currencies share its sign.
    pub shared: bool,
    /// What it says in another unit: « 500 milliards de dollars (480 milliards d'euros) ».
    pub converts: Option<Box<Operand>>,
    /// The two stand side by side between commas, and no word says that they are one: « 5,7 millions d'euros, près de 3,7
    /// milliards de francs CFA, ».
    pub apposed: bool,
    /// What it is the stated sum of: « 2,3 milliards, puis 7,1, ce qui fait 9,4 milliards ».
    pub parts: Vec<Operand>,
    /// The whole and the time over which it is spread: « 300 milliards sur cinq ans, soit 60 par an ».
    pub spread: Option<Box<(Operand, Operand)>>,
    /// Each of several and how many they are: « dix bâtiments de 100 mégawatts chacun, soit 1,2 gigawatt ».
    pub times: Option<Box<(Operand, Operand)>>,
    /// The sum that a time is for, « 400 milliards sur trois ans », or the time of a change, « 18 % en deux ans ».
    pub over: Option<Box<Operand>>,
    /// The part and the whole of a stated share: « 100 000 sur 500 000, soit 20 % ».
    pub share: Option<Box<(Operand, Operand)>>,
    /// The values before and after a stated change: « de 80 à 100 tonnes, soit une hausse de 25 % ».
    pub change: Option<Box<(Operand, Operand)>>,
    /// The shares beside which it is the rest, « 40 % chacun …, les 20 % restants », or the other of two: « 52 % de oui contre
    /// 48 % de non ».
    pub beside: Vec<Operand>,
}

/// The ties of a figure.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Ties {
    let at = scene.figures.partition_point(|other| other.core_tokens.0 < figure.core_tokens.0);
    let before = &scene.figures[..at];
    let there = conversion::converted(scene, before, figure)
        .or_else(|| conversion::represented(scene, before, figure));
    let apposed = if there.is_none() { conversion::apposed(scene, before, figure) } else { None };
    let parts = sum::parts(scene, before, figure)
        .or_else(|| sum::listed(scene, at, figure))
        .or_else(|| sum::divided(scene, at, figure))
        .or_else(|| remainder::parts(scene, before, figure));
    Ties {
        each: is_each(scene, figure),
        shared: figure.shared,
        apposed: apposed.is_some(),
        converts: there.or(apposed).and_then(|there| operand(scene, there)).map(Box::new),
        parts: parts.unwrap_or_default(),
        spread: spread::spread(scene, before, figure)
            .or_else(|| spread::yearly(scene, at, figure))
            .or_else(|| spread::product(scene, at, figure))
            .map(Box::new),
        times: remainder::times(scene, before, figure).map(Box::new),
        over: over::sum(scene, at, figure).or_else(|| over::time(scene, at, figure)).map(Box::new),
        share: share::share(scene, at, figure).map(Box::new),
        change: share::change(scene, before, figure).map(Box::new),
        beside: share::beside(scene, before, figure),
    }
}

fn operand(scene: &Scene<'_>, figure: &Figure) -> Option<Operand> {
    let quantity = figure.quantity?;
    Some(Operand { core: figure.core, quantity, shared: figure.shared, each: is_each(scene, figure) })
}

fn operands(scene: &Scene<'_>, figures: &[&Figure]) -> Vec<Operand> {
    figures.iter().filter_map(|figure| operand(scene, figure)).collect()
}

/// Whether the words around a figure make it one of each of several.
fn is_each(scene: &Scene<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let sentence = scene.sentence(scene.sentence_of(start));
    let each = |i: usize| scene.is_any(i, &[w::CHACUN, w::CHACUNE]);
    let free = |i: usize| !scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::DOT]) && scene.figure_at(i).is_none();
    let after = (end..(end + NEAR).min(sentence.end)).take_while(|i| free(*i)).any(each);
    let before =
        (start.saturating_sub(NEAR).max(sentence.start)..start).rev().take_while(|i| free(*i)).any(each);
    // « Chacun pourra en acheter l'équivalent de 35 000 »
    let headed = scene.is_any(sentence.start, &[w::CHACUN, w::CHACUNE])
        && scene.figures_in(&(sentence.start..start)).is_empty();
    let words = |i: usize, words: [&str; 2]| (0..2).all(|k| scene.slice(i + k) == words[k]);
    let rest = end..(end + NEAR + 2).min(sentence.end);
    after
        || before
        || headed
        || rest.clone().any(|i| words(i, ["par", "tête"]) || words(i, ["autant", "pour"]))
        // « 30 millions d'euros pièce »
        || matches!(scene.slice(end), "pièce" | "l'unité")
        || scene.is(end, w::L) && scene.slice(end + 1) == "unité"
}

/// « de plus », « de moins », « d'écart »: what is told is a difference.
fn is_difference(scene: &Scene<'_>, at: usize) -> bool {
    const DIFFERENCES: [&str; 8] =
        ["plus", "moins", "mieux", "trop", "écart", "différence", "hausse", "baisse"];
    scene.is_any(at, &[w::DE, w::D]) && DIFFERENCES.contains(&scene.slice(at + 1))
        || matches!(scene.slice(at), "supplémentaires" | "supplémentaire" | "additionnels")
}

/// What is said per something: « par an », not « par l'État ».
fn rate<'a>(scene: &Scene<'a>, figure: &Figure) -> Option<&'a str> {
    let end = figure.tokens.1 as usize;
    let agent = scene.is_any(end + 1, &[w::LE, w::LA, w::L, w::LES]);
    (scene.is(end, w::PAR) && !agent).then(|| scene.slice(end + 1))
}
