//! Whether money is the project's, or what one of its members alone puts up or owes.

use super::super::cast::Mention;
use super::super::measure::DEFAULT;
use super::super::{owner, quotation, reference};
use super::View;
use crate::lexicon::words as w;
use crate::quantity::{Amount, Quantity, Unit};
use crate::topic::{Measure, Sort};

impl View<'_, '_> {
    /// Money is the project's unless one member alone puts it up.
    pub(super) fn keeps_money(
        &self,
        measure: &Measure,
        tier: u8,
        here: bool,
        doer: Option<&Mention>,
    ) -> bool {
        let scene = self.scene;
        let actor = |who: usize| scene.cast.characters[who].sort == Sort::Company;
        let single = doer.is_some_and(|m| {
            let alone = owner::coordinated(scene, m, self.sentence, &actor).len() == 1;
            actor(m.who) && alone && !owner::has_partners(scene, m)
        });
        let foreign = !self.is_alike() && !self.is_exchanged();
        if tier > 0 && (foreign && self.is_priced(measure) || !here && (self.is_companys() || foreign)) {
            return false;
        }
        // « Oracle, le pari à 300 milliards »: a title on one member alone.
        let titled = scene.title.contains(&self.at());
        let loose = tier > 0 || measure.lone || titled;
        !(loose && single && !here)
            && (tier < DEFAULT
                || here
                || self.is_alike()
                    && (self.is_near(1)
                        || self.in_title()
                        || doer.is_none() && self.is_focus() && !self.is_of_us()))
    }

    /// « Elle s'était contentée de 157 milliards »: what a pronoun that means a company is the subject of.
    fn is_companys(&self) -> bool {
        let scene = self.scene;
        // « Les Émirats … Leur promesse d'investir 1 400 milliards »: of whom the sentence before is about.
        let own = scene.is_any(self.sentence.start, &[w::LEUR, w::LEURS, w::SON, w::SA, w::SES]);
        if own && let Some(before) = scene.sentence_of(self.at()).checked_sub(1) {
            let mentions = scene.mentions_in(scene.sentence(before));
            return mentions.iter().find(|m| m.is_free()).is_some_and(|m| {
                let entity = scene.cast.characters[m.who].entity;
                !self.is_project(m) && entity.is_none_or(|entity| !self.is_member(entity))
            });
        }
        let mut pronouns =
            (self.sentence.start..self.at()).rev().filter_map(|i| Some((i, reference::pronoun(scene, i)?)));
        pronouns
            .next()
            .and_then(|(i, agreement)| reference::resolve(scene, i, agreement))
            .is_some_and(|who| scene.cast.characters[who].sort == Sort::Company)
    }

    /// « Nous n'avons pas besoin de 500 milliards »: somebody quoted speaks of himself.
    pub(super) fn is_of_us(&self) -> bool {
        let quote = quotation::around(self.scene, self.at());
        quote.is_some_and(|quote| (quote.start..quote.end).any(|i| self.scene.is(i, w::NOUS)))
    }

    /// Whether money is in the topic's currency.
    fn is_alike(&self) -> bool {
        self.figure.quantity.is_some_and(|q| self.scene.topic.currency.is_none_or(|unit| q.unit == unit))
    }

    /// Whether the article gives the measure's sum in the topic's currency: another one is told in its own.
    fn is_priced(&self, measure: &Measure) -> bool {
        let topic = self.scene.topic;
        let mut sums = self
            .scene
            .figures
            .iter()
            .filter_map(|figure| figure.quantity)
            .filter(|q| Some(q.unit) == topic.currency && measure.is_usual(q))
            .peekable();
        sums.peek().is_some() && !sums.any(|sum| self.is_worth(&sum))
    }

    /// Whether the figure is about what a sum is worth in another currency.
    fn is_worth(&self, sum: &Quantity) -> bool {
        /// How far a conversion may be off, in per cent.
        const OFF: i64 = 6;
        let worth = || {
            let own = self.figure.quantity?;
            let (Unit::Currency(from), Unit::Currency(to)) = (sum.unit, own.unit) else { return None };
            let (least, most) = self.scene.topic.rates.between(from, to, None)?;
            let rate = own.value()?.checked_div(sum.value()?)?;
            Some(rate >= least * Amount::new(100 - OFF, 2) && rate <= most * Amount::new(100 + OFF, 2))
        };
        worth().unwrap_or_default()
    }

    /// « Au taux de change de mercredi, cela représente 717 G$ CA »: told in another currency.
    pub(super) fn is_exchanged(&self) -> bool {
        let words = ["change", "cours", "représente", "équivaut", "convertis"];
        (self.sentence.start..self.at()).any(|i| words.contains(&self.scene.slice(i)))
    }

    /// « 300 milliards envers Oracle », « 250 milliards de services », « 38 milliards chez Amazon »: what one owes another.
    pub(super) fn is_owed(&self) -> bool {
        let scene = self.scene;
        let end = self.figure.tokens.1 as usize;
        let bought =
            ["services", "puces", "actions", "commandes", "contrats", "capacités", "serveurs", "processeurs"];
        matches!(scene.folded(end), "envers" | "chez" | "aupres")
            || scene.is_any(end, &[w::DE, w::D]) && bought.contains(&scene.slice(end + 1))
    }

    /// « les 1 400 milliards promis en mars par Abou Dhabi »: put up by somebody who has no part in the project.
    pub(super) fn is_promised_by_another(&self) -> bool {
        /// Words between a figure and who promises it.
        const NEAR: usize = 7;
        let end = self.figure.tokens.1 as usize;
        let by = self
            .scene
            .mentions_in(end..(end + NEAR).min(self.sentence.end))
            .iter()
            .find(|m| m.preposition == w::PAR);
        by.is_some_and(|m| match (self.scene.cast.characters[m.who].entity, self.sort(m)) {
            (Some(entity), Sort::Company) => !self.is_member(entity),
            (None, Sort::Name | Sort::Company) => m.named,
            _ => false,
        })
    }
}
