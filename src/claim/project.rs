//! Whether a figure is the project's own, one of its sites', or somebody else's.

use std::ops::Range;

use super::attribution;
use super::cast::Mention;
use super::measure::DEFAULT;
use super::owner::{self, Owners};
use super::quotation;
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, words as w};
use crate::quantity::{Amount, Kind, Quantity, Unit};
use crate::topic::{Measure, Sort};

/// Sentences at the beginning of an article that say what it is about, its title among them.
const LEAD: usize = 4;

/// Words before a figure in which « chacun » says that it is of one of several.
const EACH: usize = 4;

/// Words before a figure in which « le site » says what it is of.
const PART: usize = 10;

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
    if let Some(site) = view.site(measure).filter(|_| !(money && (outsider || whole))) {
        return Some(Owners { who: vec![site], ..Owners::default() });
    }
    // An article on a site alone says nothing of the whole.
    if !told || view.is_past() {
        return None;
    }
    let spoken = view.speaks_of_project();
    // « 500 millions » for « 500 milliards » is worth a finding.
    let slip = || figure.quantity.is_some_and(|quantity| measure.is_slip(&quantity));
    let loose = tier >= DEFAULT || measure.default && tier > 0 || measure.only_cued;
    if !usual && (!spoken || loose && !slip()) || !measure.at_place && view.is_of_part() {
        return None;
    }
    if money && !here && view.is_owed() {
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

    /// « 300 milliards envers Oracle », « 250 milliards de services », « 38 milliards chez Amazon »: what one owes another.
    fn is_owed(&self) -> bool {
        let scene = self.scene;
        let end = self.figure.tokens.1 as usize;
        let bought =
            ["services", "puces", "actions", "commandes", "contrats", "capacités", "serveurs", "processeurs"];
        matches!(scene.folded(end), "envers" | "chez" | "aupres")
            || scene.is_any(end, &[w::DE, w::D]) && bought.contains(&scene.slice(end + 1))
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
        if self.counts_parts(measure) || self.tells_of_several() {
            return None;
        }
        let site = owner::site(scene, self.figure, measure.at_place);
        site.or_else(|| self.named_part()).or_else(|| {
            let focus = scene.mentions_in(scene.title.clone()).iter().find(|m| self.sort(m) == Sort::Site)?;
            if self.speaks_of_project() { None } else { scene.cast.characters[focus.who].entity }
        })
    }

    /// « aux cinq sites annoncés, OpenAI promet 25 000 emplois », in a sentence that names none of them.
    fn tells_of_several(&self) -> bool {
        let scene = self.scene;
        let before = self.sentence.start..self.at();
        let plural = |i: usize| {
            let word = scene.slice(i);
            word.ends_with('s') && scene.topic.is_part_noun(&scene.lexicon.singular(word))
        };
        let named = scene.mentions_in(self.sentence.clone()).iter().any(|m| self.sort(m) == Sort::Site);
        // « Avec une extension près d'Abilene, ils représentent 5,5 gigawatts »
        let them = self.at().saturating_sub(EACH).max(self.sentence.start)..self.at();
        let end = self.figure.tokens.1 as usize;
        let all = scene.is_any(end, &[w::EN, w::AU]) && scene.is_any(end + 1, &[w::TOUT, w::TOTAL]);
        !named && before.clone().any(plural)
            || them.clone().any(|i| scene.is_any(i, &[w::ILS, w::ELLES]))
            || all && before.clone().any(plural)
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
        let part = before
            .clone()
            .any(|i| scene.topic.is_part(scene.word(i)) && i > 0 && scene.is_any(i - 1, &definite));
        let sites = &scene.landmarks.sites;
        let before = sites.partition_point(|m| m.start < self.at());
        let mention = sites[..before].last().filter(|_| part)?;
        scene.cast.characters[mention.who].entity
    }

    /// « M. Son avait déjà promis en décembre … »: another promise, of another time.
    fn is_past(&self) -> bool {
        let scene = self.scene;
        let verb = verb::in_range(scene, self.sentence.start..self.at()).find(|v| v.mood == Mood::Finite);
        // « s'était contentée », also of verbs that the lexicon does not know.
        let participle = |i: usize| ["é", "ée", "és", "ées"].iter().any(|end| scene.slice(i).ends_with(end));
        let had = |i: usize| matches!(scene.folded(i), "avait" | "avaient" | "etait" | "etaient");
        let pluperfect = verb.is_some_and(|v| v.is_pluperfect())
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
            .any(|f| matches!(f.class, Class::Date | Class::Year) && !until(f))
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

    /// « les 1 400 milliards promis en mars par Abou Dhabi »: put up by somebody who has no part in the project.
    fn is_promised_by_another(&self) -> bool {
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

    /// Whether a verb stands between somebody and the figure: « Colossus tourne avec 100 000 GPU ».
    fn acts(&self, doer: &Mention) -> bool {
        verb::in_range(self.scene, doer.end..self.at()).any(|v| v.mood == Mood::Finite)
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
                scene.is_any(i, &first) && does && !(i > 0 && scene.is(i - 1, w::ON))
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
    fn is_strangers(&self) -> bool {
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
        let led = start > 0 && scene.is(start - 1, w::DONT);
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
        said || bracket && compared && scene.is(self.figure.tokens.1 as usize, w::CLOSE)
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

    /// « Crusoe vise 1,2 gigawatt »: who builds for the project speaks of the project's things.
    fn is_builder(&self, doer: &Mention) -> bool {
        let topic = self.scene.topic;
        let entity = self.scene.cast.characters[doer.who].entity;
        entity.is_some_and(|entity| topic.entities[self.project].builders.contains(&entity))
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

    fn is_member(&self, entity: usize) -> bool {
        let topic = self.scene.topic;
        let members = &topic.entities[self.project].members;
        members.contains(&entity) || topic.entities[entity].speaks_for.is_some_and(|c| members.contains(&c))
    }

    /// Money is the project's unless one member alone puts it up.
    fn keeps_money(&self, measure: &Measure, tier: u8, here: bool, doer: Option<&Mention>) -> bool {
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

    /// « Nous n'avons pas besoin de 500 milliards »: somebody quoted speaks of himself.
    fn is_of_us(&self) -> bool {
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
    fn is_exchanged(&self) -> bool {
        let words = ["change", "cours", "représente", "équivaut", "convertis"];
        (self.sentence.start..self.at()).any(|i| words.contains(&self.scene.slice(i)))
    }

    /// Buildings, watts, jobs are the project's where it is spoken of, unless they are an example, some of them, or another's.
    fn keeps_things(&self, measure: &Measure, here: bool) -> bool {
        let others = !here && !measure.at_place && (self.is_elsewhere() || self.is_anothers());
        let some =
            self.counts_with_site(measure) || self.is_some_of_them() || self.is_one_members(measure, here);
        !others
            && (here || !self.is_ones_own() && !self.is_strangers())
            && !some
            && !self.is_compared()
            && (here || (self.is_focus() || self.is_near(NEAR)) && !self.is_example())
    }

    /// Whether the article is about the project: its first sentences name it.
    fn is_focus(&self) -> bool {
        let scene = self.scene;
        let mut body = scene.sentences.iter().filter(|sentence| {
            scene.tokens.get(sentence.start).is_some_and(|token| scene.article.is_body(token.span))
        });
        scene.landmarks.joined
            || body.by_ref().take(LEAD).any(|sentence| self.names_project(sentence.clone()))
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

    /// « un centre de données de cent mégawatts », « un gigawatt, c'est … »: any such thing, not this one.
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
