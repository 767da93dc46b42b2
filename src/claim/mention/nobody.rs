//! Names that are nobody in an article: where a dispatch comes from and who sends it, the market of an office, streets.

use super::super::verb;
use super::Finder;
use crate::grammar::Class;
use crate::lexicon::{Classes, words as w};
use crate::text::{Flags, WordId};

impl Finder<'_, '_> {
    /// The token behind such a name that begins at a token.
    pub(super) fn nobody(&self, at: usize) -> Option<usize> {
        let division = (self.is_division(at) || self.is_party(at)).then_some(at + 1);
        division.or_else(|| self.agency(at)).or_else(|| self.dateline(at)).or_else(|| self.street(at))
    }

    /// « Rue Saint-Médard, une coiffeuse … », « dans la rue Victor Hugo »: the end of the name of a street.
    fn street(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let led = at > 0 && scene.has(at - 1, Classes::STREET) && !scene.capitalised(at - 1);
        let opens = scene.has(at, Classes::STREET) && scene.capitalised(at + 1);
        let end = match () {
            () if led => self.name_end(at),
            () if opens => self.name_end(at + 1),
            () => return None,
        };
        // « Chemin Faisant annonce … », « Dans la rue Marie Dupont a compté … »: what speaks or acts is no street.
        let acts = verb::begins(scene, end);
        let set_apart = led || scene.is(end, w::COMMA);
        (set_apart && !acts).then_some(end)
    }

    /// « la déléguée CGT Sandrine Poupault », « le député LFI Éric Tournier »: the union or party of an office, before who holds it.
    fn is_party(&self, at: usize) -> bool {
        let scene = self.scene;
        let office = at > 0
            && scene.has(at - 1, Classes::MALE_ROLE.with(Classes::FEMALE_ROLE))
            && !scene.capitalised(at - 1);
        let first = Classes::MALE_NAME.with(Classes::FEMALE_NAME);
        let acronym = scene.flag(at, Flags::UPPER) && scene.slice(at).chars().nth(1).is_some();
        office && acronym && scene.has(at + 1, first) && scene.capitalised(at + 2)
    }

    /// « le directeur général France du groupe »: the part of a firm that an office is for, and nobody's name.
    fn is_division(&self, at: usize) -> bool {
        let scene = self.scene;
        let office =
            |i: usize| scene.has(i, Classes::MALE_ROLE.with(Classes::FEMALE_ROLE)) && !scene.capitalised(i);
        let adjective =
            |i: usize| ["génér", "commerc", "adjoint"].iter().any(|stem| scene.slice(i).starts_with(stem));
        let led = at > 1 && (office(at - 1) || adjective(at - 1) && office(at - 2));
        led && scene.has(at, Classes::MARKET) && scene.is_any(at + 1, &[w::DE, w::D, w::DU])
    }

    /// « SAINT-ÉTIENNE, 20 nov 2025 (Agence Centre Presse) - »: the town that a dispatch comes from. Gives the comma.
    fn dateline(&self, at: usize) -> Option<usize> {
        /// Tokens of a town.
        const NAME: usize = 6;
        let scene = self.scene;
        let opens = scene.flag(at, Flags::LINE) && scene.flag(at, Flags::UPPER);
        let comma = (at + 1..at + NAME).find(|i| scene.is(*i, w::COMMA)).filter(|_| opens)?;
        let capitals = (at..comma).all(|i| scene.flag(i, Flags::UPPER) || scene.is(i, WordId::HYPHEN));
        let date = scene.figures_in(&(comma + 1..comma + 4)).first()?;
        (capitals && date.class == Class::Date).then_some(comma)
    }

    /// « WASHINGTON, 22 jan 2025 (APA) - »: the agency that sends a text is nobody in it. Gives the token behind its name.
    fn agency(&self, at: usize) -> Option<usize> {
        /// Tokens of an agency's name.
        const NAME: usize = 5;
        let scene = self.scene;
        let open = at.checked_sub(1).filter(|open| *open > 0 && scene.is(*open, w::OPEN))?;
        let date = scene.figures_in(&(open.saturating_sub(4)..open)).last()?;
        let close = (at..at + NAME).find(|i| scene.is(*i, w::CLOSE))?;
        let dated = date.class == Class::Date && date.tokens.1 as usize == open;
        (dated && scene.is_any(close + 1, &[w::DASH, WordId::HYPHEN])).then_some(close)
    }
}
