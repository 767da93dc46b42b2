//! Whether buildings, watts and jobs are the project's, where it is spoken of.

use super::super::attribution;
use super::super::cast::Mention;
use super::super::owner;
use super::super::verb::{self, Mood};
use super::{NEAR, View};
use crate::lexicon::{Classes, words as w};
use crate::quantity::Amount;
use crate::text::TokenKind;
use crate::topic::{Measure, Sort};

impl View<'_, '_> {
    /// Buildings, watts, jobs are the project's where it is spoken of, unless they are an example, some of them, or another's.
    pub(super) fn keeps_things(&self, measure: &Measure, here: bool) -> bool {
        let others = !here && !measure.at_place && (self.is_elsewhere() || self.is_anothers());
        let some =
            self.counts_with_site(measure) || self.is_some_of_them() || self.is_one_members(measure, here);
        !others
            && (here || !self.is_ones_own() && !self.is_strangers())
            && !some
            && !self.is_compared()
            && !self.is_yardstick()
            && (here || (self.is_focus() || self.is_near(NEAR) || self.is_partners()) && !self.is_example())
    }

    /// « « Dix bâtiments sont en construction », a déclaré Larry Ellison »: told by the head of a company that has a part in the project.
    fn is_partners(&self) -> bool {
        let speaker = attribution::of(self.scene, self.figure).speaker;
        let company = speaker
            .and_then(|who| self.scene.cast.characters[who].entity)
            .and_then(|entity| self.scene.topic.entities[entity].speaks_for);
        company.is_some_and(|company| self.is_member(company))
    }

    /// « En Patagonie, … 500 MW », « deux centres de données en Corée »: at a place that is not the project's country.
    fn is_elsewhere(&self) -> bool {
        let scene = self.scene;
        let end = self.figure.tokens.1 as usize;
        let abroad = |m: &&Mention| {
            let place = matches!(self.sort(m), Sort::Name) && matches!(m.preposition, w::EN | w::AU | w::AUX);
            place && m.named && !(m.start..m.end).any(|i| scene.topic.is_national(scene.word(i)))
        };
        let leads = scene.mentions_in(self.sentence.start..self.at()).iter().find(abroad);
        // « Aux Émirats arabes unis, … »
        let leads = leads.is_some_and(|m| {
            m.start <= self.sentence.start + 2 && (m.end..m.end + 3).any(|i| scene.is(i, w::COMMA))
        });
        leads || scene.mentions_in(end..end + 4).iter().any(|m| abroad(&m))
    }

    /// « les collègues d'Amazon, où 14 000 postes », « ses 12 hectares »: somebody else's.
    fn is_anothers(&self) -> bool {
        /// Words before a figure in which a company is what it is about.
        const NEAR: usize = 8;
        let scene = self.scene;
        let at = self.at();
        let before = at.saturating_sub(NEAR).max(self.sentence.start)..at;
        let company = |m: &&Mention| self.sort(m) == Sort::Company;
        let other = scene.mentions_in(before).iter().rev().find(company).is_some_and(|m| {
            scene.cast.characters[m.who].entity.is_none_or(|entity| !self.is_member(entity))
        });
        other || at > 0 && scene.is_any(at - 1, &[w::SES, w::SON, w::SA])
    }

    /// « Le pays compte une vingtaine de centres », « nous avons déjà quatre centres »: a country's, or those of somebody whom the
    /// topic does not know.
    fn is_ones_own(&self) -> bool {
        let scene = self.scene;
        let start = self.sentence.start;
        let country = matches!(scene.slice(start), "Le" | "Ce")
            && matches!(scene.slice(start + 1), "pays" | "royaume" | "Royaume" | "continent");
        let first = [w::NOUS, w::JE, w::J, w::MES, w::NOS];
        // « nous avons déjà … », « notre salle de … », but « on nous parle de … ».
        let ours = || {
            (start..self.at()).any(|i| {
                let does = verb::at(scene, i + 1).is_some_and(|v| v.mood == Mood::Finite)
                    || scene.entry(i + 1).verb.is_some_and(|v| v.roles.has(crate::lexicon::Roles::AUXILIARY));
                scene.is_any(i, &first) && does && !(scene.follows(i, w::ON))
                    || matches!(scene.slice(i), "notre" | "Notre")
            })
        };
        let stranger = || {
            let speaker = attribution::of(scene, self.figure).speaker;
            speaker.is_some_and(|who| scene.cast.characters[who].entity.is_none())
        };
        country || ours() && stranger()
    }

    /// « Dario Amodei table sur un million de puces »: told by the head of a company that has no part in the project.
    pub(super) fn is_strangers(&self) -> bool {
        let speaker = attribution::of(self.scene, self.figure).speaker;
        let company = speaker
            .and_then(|who| self.scene.cast.characters[who].entity)
            .and_then(|entity| self.scene.topic.entities[entity].speaks_for);
        company.is_some_and(|company| !self.is_member(company))
    }

    /// « dont deux au Texas », « trois de ces sites », « les deux autres »: some of those told before.
    fn is_some_of_them(&self) -> bool {
        let scene = self.scene;
        let (start, end) = (self.at(), self.figure.tokens.1 as usize);
        let noun = self.figure.noun.map_or(end, |noun| noun as usize);
        let led = scene.follows(start, w::DONT);
        let of_these = (start..noun.max(start)).any(|i| scene.is_any(i, &[w::CES, w::ENTRE, w::DES]))
            || scene.is(end, w::D) && scene.is(end + 1, w::ENTRE);
        let rest = (start..=end).any(|i| scene.slice(i) == "autres");
        led || of_these || rest
    }

    /// « En comptant Abilene, six lieux »: which of them are counted is not told.
    fn counts_with_site(&self, measure: &Measure) -> bool {
        let before = self.scene.mentions_in(self.sentence.start..self.at());
        let counted = |m: &Mention| {
            let led = |i: usize| {
                matches!(self.scene.slice(i), "Après" | "après" | "Outre" | "outre" | "Hormis" | "hormis")
            };
            self.sort(m) == Sort::Site && !(m.start.saturating_sub(3)..m.start).any(led)
        };
        self.counts_parts(measure) && before.iter().any(counted)
    }

    /// « davantage que toutes les centrales suisses (3 000 MW) »: what the project's is held against.
    fn is_compared(&self) -> bool {
        /// Words before a figure that tell that it is of something else.
        const REACH: usize = 14;
        let scene = self.scene;
        let bracket = self.at() > 0 && scene.is(self.at() - 1, w::OPEN);
        let before = self.at().saturating_sub(REACH).max(self.sentence.start)..self.at();
        let words = ["davantage", "équivalent", "comme", "comparaison", "autant"];
        let compared = before.clone().any(|i| words.contains(&scene.slice(i)));
        let said = (self.sentence.start..self.at()).any(|i| scene.slice(i) == "comparaison");
        // « plus du double de la centrale de Beauharnois, qui fournit 1,9 gigawatt »
        let multiple = before.clone().any(|i| matches!(scene.slice(i), "double" | "triple" | "quadruple"));
        let relative = multiple && before.clone().any(|i| scene.is(i, w::QUI));
        said || relative || bracket && compared && scene.is(self.figure.tokens.1 as usize, w::CLOSE)
    }

    /// « Oracle développe trois sites »: those of one member alone.
    fn is_one_members(&self, measure: &Measure, here: bool) -> bool {
        let company = |who: usize| self.scene.cast.characters[who].sort == Sort::Company;
        let alone = |m: &Mention| owner::coordinated(self.scene, m, self.sentence, &company).len() == 1;
        let near = |m: &Mention| {
            let gap = m.end..self.at();
            gap.len() <= 3 && !gap.clone().any(|i| self.scene.is_any(i, &[w::COMMA, w::COLON, w::ET]))
        };
        self.counts_parts(measure)
            && !here
            && self.doer().is_some_and(|m| company(m.who) && alone(m) && near(m))
    }

    /// « Un gigawatt, c'est la production d'un réacteur »: what one of the unit is.
    pub(super) fn is_yardstick(&self) -> bool {
        let scene = self.scene;
        let one = self.figure.written() == Some(Amount::ONE);
        let opens = (self.sentence.start..self.at()).all(|i| scene.kind(i) == Some(TokenKind::Mark));
        let end = self.figure.tokens.1 as usize;
        let is = scene.is(end, w::COMMA) && matches!(scene.slice(end + 1), "c'" | "c’" | "ça" | "cela")
            || matches!(scene.slice(end), "équivaut" | "représente" | "suffit" | "correspond" | "alimente");
        one && opens && is
    }

    /// « un centre de données de cent mégawatts »: any such thing, not this one.
    fn is_example(&self) -> bool {
        let scene = self.scene;
        let at = self.at();
        let led = at.checked_sub(1).is_some_and(|i| scene.is_any(i, &[w::DE, w::D]));
        let clause = at.saturating_sub(6).max(self.sentence.start)..at;
        // « d'une surface de », « pour une puissance de » only name what is measured.
        led && clause.clone().any(|i| {
            scene.is_any(i, &[w::UN, w::UNE])
                && !scene.has(i + 1, Classes::NUMERIC)
                && !scene.has(i + 1, Classes::DIMENSION)
        })
    }
}
