//! Quotations: « … », “…”, "…", nested, and those that a paragraph ends without closing.

use super::scene::Scene;
use crate::lexicon::words as w;
use crate::text::{Flags, TokenKind};

/// Tokens of one quotation, its marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The opening mark.
    pub(super) start: usize,
    /// One past the closing mark, or past the last token of the paragraph.
    pub(super) end: usize,
    /// Whether the closing mark is there.
    pub(super) closed: bool,
}

impl Quotation {
    /// Whether a token stands inside.
    pub(super) const fn holds(&self, token: usize) -> bool {
        self.start < token && token < self.end
    }
}

/// Which pair of marks a mark belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Guillemets,
    Curly,
    Straight,
}

/// Quotations inside one another, at most: marks left open above are strays, however many a text has.
const DEEPEST: usize = 8;

/// Finds every quotation, by opening mark.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Vec<(Pair, usize)> = Vec::new();
    for at in 0..scene.tokens.len() {
        if scene.flag(at, Flags::BLOCK) || (!scene.article.wrapped && scene.flag(at, Flags::LINE)) {
            // A quotation ends with its paragraph at the latest.
            found.extend(open.drain(..).map(|(_, start)| Quotation { start, end: at, closed: false }));
        }
        let Some((pair, opens)) = mark(scene, at, &open) else { continue };
        if opens {
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push((pair, at));
        } else if let Some(i) = open.iter().rposition(|(p, _)| *p == pair) {
            let (_, start) = open[i];
            // Marks left open inside are strays.
            open.truncate(i);
            found.push(Quotation { start, end: at + 1, closed: true });
        }
    }
    found.extend(open.drain(..).map(|(_, start)| Quotation {
        start,
        end: scene.tokens.len(),
        closed: false,
    }));
    found.sort_by_key(|quotation| quotation.start);
    found
}

/// The pair of a mark and whether it opens.
fn mark(scene: &Scene<'_>, at: usize, open: &[(Pair, usize)]) -> Option<(Pair, bool)> {
    if scene.kind(at) != Some(TokenKind::Mark) {
        return None;
    }
    match scene.word(at) {
        w::LEFT_QUOTE => Some((Pair::Guillemets, true)),
        w::RIGHT_QUOTE => Some((Pair::Guillemets, false)),
        w::CURLY_QUOTE => Some((Pair::Curly, !matches!(scene.slice(at), "”"))),
        w::QUOTE => {
            let is_open = open.iter().any(|(pair, _)| *pair == Pair::Straight);
            // « 27" » is a size.
            let inches = !is_open
                && at > 0
                && scene.kind(at - 1) == Some(TokenKind::Number)
                && !scene.flag(at, Flags::SPACE);
            (!inches).then_some((Pair::Straight, !is_open))
        }
        _ => None,
    }
}

/// The innermost quotation around a token.
pub(super) fn around<'s>(scene: &'s Scene<'_>, token: usize) -> Option<&'s Quotation> {
    let to = scene.quotations.partition_point(|quotation| quotation.start < token);
    scene.quotations[..to].iter().rev().take(40).find(|quotation| quotation.holds(token))
}
