//! Whether a figure is the project's own, one of its sites', or somebody else's.

mod money;
mod things;

use std::ops::Range;

use super::cast::Mention;
use super::event;
use super::measure::DEFAULT;
use super::owner::{self, Owners};
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, words as w};
use crate::quantity::Kind;
use crate::text::TokenKind;
use crate::topic::{Measure, Sort};

/// Words before a figure in which « chacun » says that it is of one of several.
const EACH: usize = 4;

/// Words at the head of a sentence in which stands what it is about.
const HEAD: usize = 4;

/// Words before a figure in which « le site » says what it is of.
const PART: usize = 10;

/// What tells of all sites at once.
const EVERYWHERE: [&[&str]; 5] = [
    &["échelle", "du", "pays"],
    &["échelle", "nationale"],
    &["tout", "le", "pays"],
    &["ensemble", "du", "pays"],
    &["tous", "sites", "confondus"],
];

/// Sentences before a figure in which the project must be named for a figure that does not name it.
const NEAR: usize = 2;

/// The project (nobody in particular), its site, or nothing when the figure is somebody else's.
pub(super) fn own(
    scene: &Scene<'_>,
    figure: &Figure,
    measure: &Measure,
    tier: u8,
    sentence: &Range<usize>,
) -> Option<Owners> {
    let view = View { scene, project: scene.topic.project?, figure, sentence };
    // « première déclinaison du mégaprojet de 500 milliards », in an article on one site.
    let usual = figure.quantity.is_some_and(|quantity| measure.is_usual(&quantity));
    let whole = usual && measure.usual.is_some();
    let told = scene.landmarks.project_named || whole && view.names_project(sentence.clone());
    if !told && !scene.landmarks.site_named {
        return None;
    }
    let money = measure.kinds == [Kind::Money];
    let here = view.names_project(sentence.clone());
    let doer = view.doer();
    // « À Abilene, … ; Nvidia pourrait injecter 100 milliards »
    let outsider = doer.is_some_and(|m| view.sort(m) == Sort::Company && view.is_foreign(m, tier, here));
    let site = view.site(measure).or_else(|| view.only_site(measure).filter(|_| !outsider));
    let around = !money && view.is_around();
    if let Some(site) = site.filter(|_| !(around || money && (outsider || whole))) {
        return Some(Owners { who: vec![site], ..Owners::default() });
    }
    // An article on a site alone says nothing of the whole.
    if !told || around || view.is_past() {
        return None;
    }
    let nearly = figure.quantity.is_some_and(|quantity| measure.is_nearly_usual(&quantity));
    let spoken = view.speaks_of_project() || tier == 0 && measure.default && nearly && view.is_priced_near();
    // « 500 millions » for « 500 milliards » is worth a finding.
    let slip = || figure.quantity.is_some_and(|quantity| measure.is_slip(&quantity));
    // « Stargate ne dépensera pas plus de 200 milliards »
    let loose = tier >= DEFAULT || measure.default && tier > 0 && !(here && nearly) || measure.only_cued;
    if !usual && (!spoken || loose && !slip()) || !measure.at_place && view.is_of_part() {
        return None;
    }
    if money && !here && (view.is_owed() || view.is_of_us() && view.is_strangers()) {
        return None;
    }
    let foreign = doer.is_some_and(|m| view.is_foreign(m, tier, here) && (money || !view.is_builder(m)))
        || money && view.is_promised_by_another();
    if foreign || measure.lone && !view.is_near(1) {
        return None;
    }
    let kept =
        if money { view.keeps_money(measure, tier, here, doer) } else { view.keeps_things(measure, here) };
    kept.then(Owners::default)
}

/// Whether a sentence tells of something promised or paid at another time.
pub(super) fn is_past(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    scene.topic.project.is_some_and(|project| View { scene, project, figure, sentence }.is_past())
}

/// Whether a sentence speaks of the project.
pub(super) fn is_here(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    let mentions = scene.mentions_in(sentence.clone());
    scene
        .topic
        .project
        .is_some_and(|project| mentions.iter().any(|m| scene.cast.characters[m.who].entity == Some(project)))
}

/// Whether the project is spoken of where a figure stands, and the figure is not of another company (« du capital d'Arm »).
pub(super) fn is_told(scene: &Scene<'_>, figure: &Figure, sentence: &Range<usize>) -> bool {
    let Some(project) = scene.topic.project else { return true };
    let view = View { scene, project, figure, sentence };
    let end = figure.tokens.1 as usize;
    let of = |m: &Mention| {
        m.named && matches!(m.preposition, w::DE | w::D | w::DU) && view.sort(m) == Sort::Company
    };
    let others = scene.mentions_in(end..end + 4).iter().any(&of)
        || scene
            .mentions_in(sentence.start..view.at())
            .iter()
            .any(|m| of(m) && (sentence.start..m.start).rev().take(3).any(|i| scene.slice(i) == "capital"));
    // « sans toucher à Arm, dont il possède 90 % »
    let of_it = |m: &Mention| {
        let relative = scene.is(m.end, w::COMMA) && scene.is(m.end + 1, w::DONT);
        m.named
            && relative
            && view.sort(m) == Sort::Company
            && !(m.end + 2..view.at()).any(|i| scene.is(i, w::COMMA))
    };
    let others = others || scene.mentions_in(sentence.start..view.at()).iter().any(of_it);
    !others && (view.is_focus() || view.is_near(NEAR))
}

/// A figure in its sentence, seen from the project.
struct View<'v, 'a> {
    scene: &'v Scene<'a>,
    project: usize,
    figure: &'v Figure,
    sentence: &'v Range<usize>,
}

impl<'v> View<'v, '_> {
    fn at(&self) -> usize {
        self.figure.tokens.0 as usize
    }

    fn sort(&self, mention: &Mention) -> Sort {
        self.scene.cast.characters[mention.who].sort
    }

    fn is_project(&self, mention: &Mention) -> bool {
        self.scene.cast.characters[mention.who].entity == Some(self.project)
    }

    fn names_project(&self, range: Range<usize>) -> bool {
        self.scene.mentions_in(range).iter().any(|m| self.is_project(m))
    }

    /// Whether the sentence speaks of the project by name.
    fn speaks_of_project(&self) -> bool {
        self.scene.mentions_in(self.sentence.clone()).iter().any(|m| self.is_project(m) && m.named)
    }

    /// « Coût total de l'opération : 100 milliards », right behind what tells of the project.
    fn is_priced_near(&self) -> bool {
        self.is_near(NEAR) && !self.is_total_of_other()
    }

    /// « l'investissement total d'Amazon », « la facture totale des intérêts »: the total of another thing than the project, or told of
    /// somebody.
    fn is_total_of_other(&self) -> bool {
        let scene = self.scene;
        let before = self.sentence.start..self.at();
        let total = before.clone().rev().find(|i| matches!(scene.slice(*i), "total" | "totale"));
        let of = total.map(|total| total + 1).filter(|of| scene.is_any(*of, &[w::DE, w::D, w::DU, w::DES]));
        let thing =
            of.map(|of| if scene.is_any(of + 1, &[w::L, w::LA, w::CE, w::CETTE]) { of + 2 } else { of + 1 });
        let other = thing.is_some_and(|at| {
            !matches!(
                scene.slice(at),
                "opération" | "projet" | "programme" | "plan" | "initiative" | "chantier"
            )
        });
        other || scene.mentions_in(before).iter().any(|m| m.named && !self.is_project(m))
    }

    /// « un campus Stargate de plus d'un gigawatt », « le site texan réclame 1 200 MW »: one part of the project, not the whole.
    fn is_of_part(&self) -> bool {
        let scene = self.scene;
        let before = self.at().saturating_sub(PART).max(self.sentence.start)..self.at();
        let one = [w::UN, w::UNE, w::LE, w::LA, w::L, w::CE, w::DU, w::AU, w::SON, w::SA];
        let near = self.at().saturating_sub(EACH).max(self.sentence.start)..self.at();
        let each = |i: usize| {
            scene.is_any(i, &[w::CHACUN, w::CHACUNE]) || scene.slice(i).eq_ignore_ascii_case("chaque")
        };
        // « un Stargate de 500 MW »
        let such = |m: &Mention| {
            let article =
                m.start.checked_sub(1).map(|i| if scene.is(i, w::LEFT_QUOTE) && i > 0 { i - 1 } else { i });
            self.is_project(m) && m.named && article.is_some_and(|i| scene.is(i, w::UN))
        };
        // « 4,5 GW pour le seul contrat avec Oracle »
        let end = self.figure.tokens.1 as usize;
        let behind = (end..(end + 6).min(self.sentence.end)).any(|i| scene.topic.is_deal(scene.word(i)));
        behind
            || near.clone().any(each)
            || self.follows_deal()
            || scene.mentions_in(before.clone()).iter().any(such)
            || before.rev().any(|i| {
                (scene.topic.is_part(scene.word(i)) || scene.topic.is_deal(scene.word(i)))
                    && (i.saturating_sub(2)..i)
                        .any(|i| scene.is_any(i, &one) && !scene.has(i + 1, Classes::NUMERIC))
            })
    }

    /// « L'accord couvre 4,5 gigawatts. Sa valeur, 300 milliards, … »: the sentence goes on with a deal.
    fn follows_deal(&self) -> bool {
        let scene = self.scene;
        let own = [w::SON, w::SA, w::SES, w::IL, w::ELLE];
        let Some(before) = scene.sentence_of(self.at()).checked_sub(1) else { return false };
        let before = scene.sentence(before);
        let opening = before.start..(before.start + 4).min(before.end);
        scene.is_any(self.sentence.start, &own) && opening.clone().any(|i| scene.topic.is_deal(scene.word(i)))
    }

    /// Whether a measure counts parts of the project, such as its sites.
    fn counts_parts(&self, measure: &Measure) -> bool {
        measure.nouns.iter().any(|noun| self.scene.topic.is_part_noun(noun))
    }

    /// The site that the figure is about: of its sentence, or of the article when its title names one. A building stands at
    /// a place that is named without being that place's alone.
    fn site(&self, measure: &Measure) -> Option<usize> {
        let scene = self.scene;
        // A site has no sites, and « les chantiers, répartis entre … » are several.
        if self.counts_parts(measure) {
            return None;
        }
        if let Some(first) = self.first_part() {
            return Some(first);
        }
        if self.tells_of_several() {
            return None;
        }
        let site = owner::site(scene, self.figure, measure.at_place);
        site.or_else(|| self.named_part()).or_else(|| {
            let focus = scene.mentions_in(scene.title.clone()).iter().find(|m| self.sort(m) == Sort::Site)?;
            if self.speaks_of_project() { None } else { scene.cast.characters[focus.who].entity }
        })
    }

    /// The one site that an article is about: the only one that it names, in its first sentences. With the first site of all, news
    /// of the whole project is told.
    fn only_site(&self, measure: &Measure) -> Option<usize> {
        let scene = self.scene;
        let only = scene.landmarks.only_site.filter(|site| scene.topic.first_site != Some(*site))?;
        let others = self.counts_parts(measure) || self.tells_of_several() || self.speaks_of_project();
        let before = self.at().saturating_sub(PART).max(self.sentence.start)..self.at();
        // « presque autant qu'un réacteur de Cattenom, qui en fait 1,3 »
        let another = |m: &Mention| {
            let entity = scene.cast.characters[m.who].entity;
            let named = m.named && matches!(self.sort(m), Sort::Name | Sort::Company);
            named && entity.is_none_or(|entity| !self.is_member(entity))
        };
        let named = scene.mentions_in(before).iter().any(another);
        let bracketed = self.at() > 0 && scene.is(self.at() - 1, w::OPEN);
        (!others && !named && !bracketed && !self.is_yardstick()).then_some(only)
    }

    /// « aux cinq sites annoncés, OpenAI promet 25 000 emplois », in a sentence that names none of them.
    fn tells_of_several(&self) -> bool {
        let scene = self.scene;
        let before = self.sentence.start..self.at();
        let several = |i: usize| {
            let determiners = [w::LES, w::DES, w::CES, w::AUX, w::SES, w::LEURS];
            scene.is_any(i, &determiners) || scene.entry(i).number.is_some()
        };
        let plural = |i: usize| {
            let word = scene.slice(i);
            if !word.ends_with('s') {
                return false;
            }
            let singular = scene.lexicon.singular(word);
            // « le campus »
            let told = singular != word || (i.saturating_sub(2)..i).any(several);
            told && scene.topic.is_part_noun(&singular)
        };
        let sites = || scene.mentions_in(self.sentence.clone()).iter().filter(|m| self.sort(m) == Sort::Site);
        let named = sites().next().is_some();
        // « Avec une extension à l'étude près d'Abilene, ces campus créeront 25 000 emplois »
        let these = |i: usize| plural(i) && i > 0 && several(i - 1);
        let last = sites().rev().find(|m| m.end <= self.at()).map_or(self.at(), |m| m.end);
        // « Avec une extension près d'Abilene, ils représentent 5,5 gigawatts »
        let them = self.at().saturating_sub(EACH).max(self.sentence.start)..self.at();
        let end = self.figure.tokens.1 as usize;
        // « À l'échelle du pays, OpenAI évalue à plus de 25 000 le nombre d'emplois »
        let everywhere = |i: usize| EVERYWHERE.iter().any(|words| scene.reads(i, words));
        // « Les trois sites d'Oracle, complétés par une extension près d'Abilene, doivent fournir 5,5 gigawatts »
        let headed = (before.start..(before.start + HEAD).min(before.end)).any(plural)
            && (last..self.at()).any(|i| scene.is(i, w::COMMA));
        // « 15 000 emplois attendus sur les nouveaux sites »
        let behind = (end..(end + PART).min(self.sentence.end)).any(|i| {
            plural(i) && (i.saturating_sub(3)..i).any(|k| scene.is_any(k, &[w::SUR, w::DANS, w::AUX]))
        });
        before.clone().any(everywhere)
            || headed
            || !named && behind
            || !named && before.clone().any(plural)
            || (last..self.at()).any(these)
            || them.clone().any(|i| scene.is_any(i, &[w::ILS, w::ELLES]))
            || scene.is_in_all(end) && before.clone().any(plural)
    }

    /// « Stargate UAE, installé sur le campus de 5 gigawatts »: of what a site stands in.
    fn is_around(&self) -> bool {
        let scene = self.scene;
        let mut near = self.at().saturating_sub(PART).max(self.sentence.start + 2)..self.at();
        near.any(|i| {
            let led = scene.is_any(i - 1, &[w::LE, w::LA, w::L, w::UN, w::UNE])
                && scene.is_any(i - 2, &[w::SUR, w::DANS]);
            led && scene.topic.is_part(scene.word(i)) && verb::in_range(scene, i..self.at()).next().is_none()
        })
    }

    /// « le site comptera huit bâtiments »: the site that the article speaks of.
    fn named_part(&self) -> Option<usize> {
        let scene = self.scene;
        // « Avec ce site, Stargate totalise 8 gigawatts »
        let near = self.at().saturating_sub(PART).max(self.sentence.start)..self.at();
        if scene.mentions_in(near).iter().any(|m| self.is_project(m) && m.named && m.is_free()) {
            return None;
        }
        let before = self.at().saturating_sub(PART).max(self.sentence.start)..self.at();
        let definite = [w::LE, w::LA, w::L, w::CE, w::DU];
        // « le campus IA de Fouju » is another.
        let of_another = |i: usize| {
            let of = (i + 1..i + 4).find(|i| scene.is_any(*i, &[w::DE, w::D]));
            let named = |m: &&Mention| m.named && self.sort(m) == Sort::Name;
            of.is_some_and(|of| scene.mentions_in(of + 1..of + 2).iter().any(|m| named(&m)))
        };
        let part = before.clone().any(|i| {
            let definite = i > 0 && scene.is_any(i - 1, &definite);
            definite && scene.topic.is_part(scene.word(i)) && !of_another(i)
        });
        let sites = &scene.landmarks.sites;
        let before = sites.partition_point(|m| m.start < self.at());
        let mention = sites[..before].last().filter(|_| part)?;
        scene.cast.characters[mention.who].entity
    }

    /// « un premier campus de 1,2 gigawatt »: the site with which the project began; « le premier campus européen » is another.
    fn first_part(&self) -> Option<usize> {
        let scene = self.scene;
        let mut near = self.at().saturating_sub(PART).max(self.sentence.start)..self.at();
        let first = |i: usize| i > 0 && matches!(scene.slice(i - 1), "premier" | "première");
        let closed = |i: usize| {
            scene.has(i, Classes::FUNCTION)
                || scene.kind(i) == Some(TokenKind::Mark)
                || verb::at(scene, i).is_some()
                || i >= self.at()
        };
        let named = || scene.mentions_in(self.sentence.clone()).iter().any(|m| self.sort(m) == Sort::Site);
        let part = near.any(|i| scene.topic.is_part(scene.word(i)) && first(i) && closed(i + 1));
        scene.topic.first_site.filter(|_| part && !named())
    }

    /// « M. Son avait déjà promis en décembre … »: another promise, of another time.
    fn is_past(&self) -> bool {
        let scene = self.scene;
        let mut verbs = verb::in_range(scene, self.sentence.start..self.at());
        // « s'était contentée », also of verbs that the lexicon does not know.
        let participle = |i: usize| verb::ends_in_acute(scene.slice(i));
        let had = |i: usize| matches!(scene.folded(i), "avait" | "avaient" | "etait" | "etaient");
        let pluperfect = verbs.any(|v| v.is_pluperfect())
            || (self.sentence.start..self.at()).any(|i| {
                // « avait déjà promis »
                had(i) && (participle(i + 1) || scene.has(i + 1, Classes::ADVERB) && participle(i + 2))
            });
        // « d'ici 2029 » is still to come.
        let until = |f: &Figure| {
            let start = f.tokens.0 as usize;
            (start.saturating_sub(2)..start).any(|i| scene.is(i, w::ICI))
        };
        let dated = scene
            .figures_in(self.sentence)
            .iter()
            // « dès l'annonce du 21 janvier » is of the project's own time.
            .any(|f| {
                matches!(f.class, Class::Date | Class::Year) && !until(f) && event::of(scene, f).is_none()
            })
            || self
                .sentence
                .clone()
                .any(|i| scene.entry(i).month.is_some() && scene.is(i.saturating_sub(1), w::EN));
        // « Il avait promis 100 milliards en décembre. Le futur président l'avait pressé de monter à 200 »
        let goes_on = || {
            let before = scene.sentence_of(self.at()).checked_sub(1).map(|index| scene.sentence(index));
            before.is_some_and(|before| {
                let month = before
                    .clone()
                    .any(|i| scene.entry(i).month.is_some() && scene.is(i.saturating_sub(1), w::EN));
                month && verb::in_range(scene, before).any(|v| v.is_pluperfect())
            })
        };
        let dated = dated || goes_on();
        let told = |m: &Mention| self.is_project(m) && (m.named || m.is_free());
        pluperfect && dated && !scene.mentions_in(self.sentence.clone()).iter().any(told)
    }

    /// Who does what the sentence says with the figure.
    fn doer(&self) -> Option<&'v Mention> {
        let actor = |who: usize| {
            matches!(
                self.scene.cast.characters[who].sort,
                Sort::Company | Sort::Project | Sort::Site | Sort::Name | Sort::Institution
            )
        };
        // « répartis entre le Texas, l'Ohio »: the project's own country does nothing.
        let actor = |who: usize| {
            let name = &self.scene.cast.characters[who].name;
            let national = || {
                name.split(' ')
                    .any(|word| self.scene.topic.is_national(self.scene.lexicon.vocabulary().find(word)))
            };
            actor(who) && !(self.scene.cast.characters[who].sort == Sort::Name && national())
        };
        // « IA : Trump annonce … » is a heading.
        let headed = |m: &Mention| {
            self.sort(m) == Sort::Name && m.start == self.sentence.start && self.scene.is(m.end, w::COLON)
        };
        let found = reference::nearest_free_mention(self.scene, self.at(), self.sentence, &actor)
            .filter(|m| !headed(m))?;
        // « reconnaître que le Trésor n'y met rien, il promet 100 000 emplois »: another does.
        let another = |i: usize| {
            let agreement = reference::pronoun(self.scene, i).filter(|_| self.scene.is(i - 1, w::COMMA));
            agreement.is_some_and(|agreement| reference::resolve(self.scene, i, agreement) != Some(found.who))
        };
        if self.sort(found) == Sort::Name && (found.end + 1..self.at()).any(another) {
            return None;
        }
        // « Le Japonais Masayoshi Son »: the person is meant.
        let person = |m: &Mention| m.start == found.end && self.sort(m) == Sort::Person;
        let beside = self.scene.mentions_in(found.end..found.end + 1).iter().any(person);
        (!beside).then_some(found)
    }

    /// Somebody else's figure: « Meta investira 65 milliards », « la Chine consacrera … ».
    fn is_foreign(&self, doer: &Mention, tier: u8, here: bool) -> bool {
        match (self.scene.cast.characters[doer.who].entity, self.sort(doer)) {
            (Some(entity), Sort::Company) => !self.is_member(entity),
            (None, Sort::Company) => true,
            (None, Sort::Name) => !here && (tier > 0 || self.acts(doer) || doer.end == self.at()),
            (None, _) => tier > 0 && !here,
            _ => false,
        }
    }

    /// Whether a verb stands between somebody and the figure: « Colossus tourne avec 100 000 GPU ».
    fn acts(&self, doer: &Mention) -> bool {
        verb::in_range(self.scene, doer.end..self.at()).any(|v| v.mood == Mood::Finite)
    }

    /// « Crusoe vise 1,2 gigawatt »: who builds for the project speaks of the project's things.
    fn is_builder(&self, doer: &Mention) -> bool {
        let topic = self.scene.topic;
        let entity = self.scene.cast.characters[doer.who].entity;
        entity.is_some_and(|entity| topic.entities[self.project].builders.contains(&entity))
    }

    fn is_member(&self, entity: usize) -> bool {
        let topic = self.scene.topic;
        let members = &topic.entities[self.project].members;
        members.contains(&entity) || topic.entities[entity].speaks_for.is_some_and(|c| members.contains(&c))
    }

    /// Whether the article is about the project: its first sentences name it.
    fn is_focus(&self) -> bool {
        let scene = self.scene;
        scene.landmarks.joined || scene.lead().any(|sentence| self.names_project(sentence.clone()))
    }

    /// Whether the project is named in the sentences before.
    fn is_near(&self, back: usize) -> bool {
        let index = self.scene.sentence_of(self.at());
        let last = self.scene.sentences.len() - 1;
        let around = self.scene.sentence(index.saturating_sub(back)).start
            ..self.scene.sentence((index + 1).min(last)).end;
        self.names_project(around)
    }

    fn in_title(&self) -> bool {
        self.scene.article.title_span.is_some_and(|title| title.contains(self.figure.core))
    }
}
