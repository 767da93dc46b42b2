//! Floor 4: a figure becomes a claim: what it measures, of whom, who says it, how firmly, as of when.

mod about;
mod antecedent;
mod apposition;
mod aspect;
mod attribution;
mod cast;
mod conversion;
mod dated;
mod echo;
mod event;
mod facets;
mod frame;
mod interview;
mod measure;
mod memo;
mod mention;
mod modality;
mod office;
mod owner;
mod place;
mod project;
mod qualifier;
mod quotation;
mod quoted;
mod reference;
mod scene;
mod terms;
mod ties;
mod time;
mod verb;

use crate::article::Reading;
use crate::grammar::{Class, Figure};
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Amount, Bound, Kind, Quantity, Unit};
use crate::text::{Flags, Span, Token, TokenKind};
use crate::topic::{Subject, Topic};
pub use facets::Facets;
use measure::Measured;
pub use modality::Modality;
pub use office::{Office, Title};
use scene::Scene;
pub use terms::{Terms, name_key};
pub use ties::{Operand, Ties};
pub use time::is_past_year;
pub use time::{Pace, Scope};

/// A statement with a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The whole expression, in the document's text.
    pub span: Span,
    /// Number, magnitude and unit.
    pub core: Span,
    /// Its value.
    pub quantity: Quantity,
    /// What a count counts, in the singular.
    pub noun: Option<String>,
    /// What it measures and of whom.
    pub slot: Slot,
    /// The slot is of the lexicon's general measures: no measure of the topic explains the figure.
    pub derived: bool,
    /// The text's own word for what it measures, as an identifier, where the slot is derived.
    pub head: Option<String>,
    /// The time it is about.
    pub scope: Scope,
    /// Who states it; none for the outlet's own voice.
    pub speaker: Option<String>,
    /// The medium that the article credits.
    pub via: Option<String>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// How firmly it is stated.
    pub modality: Modality,
    /// The words around it.
    pub terms: Terms,
    /// How the wording ties it to other figures of the article.
    pub ties: Ties,
}

/// How a number is told: in what unit, for how long it is, what it measures in general and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The unit.
    pub unit: Unit,
    /// « par semaine »
    pub pace: Option<Pace>,
    /// The family of what it measures in general.
    pub family: Option<u8>,
    /// What it counts.
    pub noun: Option<u32>,
}

impl Claim {
    /// Whether its slot is another's, and the text's own word for it too.
    pub fn is_told_as(&self, other: &Claim) -> bool {
        self.slot == other.slot && self.head == other.head
    }

    /// How its number is told.
    pub fn way(&self) -> Way {
        let Terms { pace, family, noun, .. } = self.terms;
        Way { unit: self.quantity.unit, pace, family, noun }
    }
}

/// Subject of a claim whose article names none.
pub const STORY: &str = "story";

/// A measure of one subject, or of several together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Slot {
    /// Identifiers of the subjects, sorted.
    pub subjects: Vec<String>,
    /// Whether the figure is for all subjects together.
    pub joint: bool,
    /// The measure.
    pub measure: String,
    /// The one site of a project that the figure is of: a site's figure is not the whole's.
    pub place: Option<String>,
}

impl Slot {
    /// What the figure is of: the place, if it is of one alone, else the subjects.
    pub fn owners(&self) -> &[String] {
        self.place.as_ref().map_or(&self.subjects, std::slice::from_ref)
    }
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.subjects.join("+"), self.measure)
    }
}

/// What an article tells.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Its claims, by position; a figure of each of several subjects makes one claim for each.
    pub claims: Vec<Claim>,
    /// Hashes of the words that tell what it is about, ascending, once each.
    pub words: Vec<u32>,
    /// The offices that its speakers hold.
    pub offices: Vec<Office>,
}

/// What an article tells; nothing if it states neither a figure nor a day.
pub fn read(reading: &Reading<'_>, lexicon: &Lexicon, topic: &Topic) -> Told {
    let Reading { document, tokens, figures, article } = *reading;
    // « La piscine ouvrira le 4 août »: a day says something without any amount.
    let eventful = figures.iter().any(|figure| figure.class == Class::Date);
    let figured = || figures.iter().any(|figure| claims_something(&in_currency(figure, topic), reading));
    if !article.is_french() || !eventful && !figured() {
        return Told::default();
    }
    let scene = Scene::new(&document.text, tokens, figures, article, lexicon, topic);
    let mut all: Vec<(Figure, Option<Measured>)> = Vec::new();
    for sentence in &scene.sentences {
        let inside: Vec<Figure> = scene
            .figures_in(sentence)
            .iter()
            .map(|figure| in_currency(figure, topic))
            .filter(|figure| claims_something(figure, reading))
            .collect();
        let measured = measure::of_sentence(&scene, sentence, &inside);
        all.extend(inside.into_iter().zip(measured));
    }
    echo::spread(&scene, &mut all);
    measure::stand_beside(&scene, &mut all);
    let mut claims: Vec<Claim> =
        all.iter().flat_map(|(figure, measured)| claims_of(&scene, figure, measured.as_ref())).collect();
    take_over(&mut claims);
    let dates: Vec<Claim> = figures
        .iter()
        .filter(|figure| article.is_body(figure.core))
        .flat_map(|figure| dated(&scene, figure))
        .collect();
    if !dates.is_empty() {
        claims.extend(dates);
        claims.sort_by_key(|claim| claim.span.start);
    }
    let speaks = |name: &str| claims.iter().any(|claim| claim.speaker.as_deref() == Some(name));
    let offices = office::told(&scene, speaks);
    Told { claims, words: words(&scene), offices }
}

/// « 50 milliards de dollars (40 milliards de francs) »: what a figure says again in another unit is of the same thing.
fn take_over(claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (before, here) = claims.split_at_mut(i);
        let Some(converted) = here[0].ties.converts.as_deref().map(|operand| operand.core) else { continue };
        let mut sources = before.iter().rev().filter(|claim| claim.core == converted);
        // One that is of each of several has its own slots.
        if let (Some(source), None) = (sources.next(), sources.next()) {
            let claim = &mut here[0];
            (claim.slot, claim.derived) = (source.slot.clone(), source.derived);
            claim.head.clone_from(&source.head);
            claim.scope.period.clone_from(&source.scope.period);
            claim.modality = source.modality;
        }
    }
}

/// Hashes of the words of title and body that tell what an article is about.
fn words(scene: &Scene<'_>) -> Vec<u32> {
    /// Bytes from which a word tells something.
    const LONG: u32 = 5;
    let tells = |(at, token): &(usize, &Token)| {
        token.kind == TokenKind::Word
            && token.span.len() >= LONG
            && !token.has(Flags::ELIDED)
            && !scene.has(*at, Classes::FUNCTION.with(Classes::ADVERB).with(Classes::PRENOMINAL))
            && scene.article.is_body(token.span)
    };
    let mut words: Vec<u32> =
        scene.tokens.iter().enumerate().filter(tells).map(|(_, token)| token.hash).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// « cinq cents milliards », where a whole article names no currency: the topic's.
fn in_currency(figure: &Figure, topic: &Topic) -> Figure {
    let mut figure = *figure;
    if let (Some(currency), Some(quantity)) = (topic.currency, figure.quantity.as_mut())
        && figure.class == Class::Quantity
        && quantity.kind == Kind::Number
        && figure.scale.power >= 6
    {
        (quantity.kind, quantity.unit) = (Kind::Money, currency);
    }
    figure
}

/// Whether a figure makes a claim: a quantity of something, in title or body.
fn claims_something(figure: &Figure, reading: &Reading<'_>) -> bool {
    figure.class == Class::Quantity
        && figure.quantity.is_some_and(|q| q.kind != Kind::Number)
        && reading.article.is_body(figure.core)
        && !is_article(figure, reading)
}

/// « au surlendemain d'une journée », « un jour », « une semaine faste »: the article of a day or week, which measures
/// nothing unless words limit it; « en un an » does.
fn is_article(figure: &Figure, reading: &Reading<'_>) -> bool {
    let one = figure.quantity.is_some_and(|q| {
        let day = matches!(q.unit, Unit::Day | Unit::Week | Unit::Quarter);
        day && q.bound == Bound::Exact && q.value() == Some(Amount::ONE)
    });
    let first = reading.tokens[figure.core_tokens.0 as usize].span.of(&reading.document.text);
    // « une semaine plus tôt »
    let away = reading.tokens.get(figure.tokens.1 as usize).is_some_and(|token| {
        matches!(token.span.of(&reading.document.text), "plus" | "avant" | "après" | "auparavant")
    });
    one && !away
        && figure.span == figure.core
        && (first.eq_ignore_ascii_case("un") || first.eq_ignore_ascii_case("une"))
}

/// The claim of the date of something that happens: an event of the topic, or what the words say.
fn dated(scene: &Scene<'_>, figure: &Figure) -> Vec<Claim> {
    let event = event::of_count(scene, figure).or_else(|| event::of(scene, figure));
    let happens = if event.is_none() { dated::of(scene, figure) } else { None };
    let event = event.or_else(|| event::of_sum(scene, figure, happens?));
    if event.is_none() && happens.is_none() {
        return Vec::new();
    }
    let mut claims = claims_of(scene, figure, None);
    for claim in &mut claims {
        // A date is of no other time.
        claim.scope.period = None;
        if let Some(slot) = &event {
            (claim.slot, claim.derived, claim.head) = (slot.clone(), false, None);
        } else if let Some(happens) = happens {
            claim.slot.measure = format!("{happens}_date");
            claim.head = Some(claim.slot.measure.clone());
        }
    }
    claims
}

/// The claims of one figure: one for each subject, or one.
fn claims_of(scene: &Scene<'_>, figure: &Figure, measured: Option<&Measured>) -> Vec<Claim> {
    let Some(quantity) = figure.quantity else { return Vec::new() };
    let attribution = attribution::of(scene, figure);
    // What a project is to cost is the same on the day of its announcement and later; what is counted at a place is not.
    let stands = measured.is_some_and(|m| scene.topic.measures[m.measure].subject != Subject::Place);
    let prospect = measured.is_some_and(|measured| scene.topic.measures[measured.measure].prospect);
    let name = |who: Option<usize>| who.map(|who| scene.cast.characters[who].name.clone());
    let mut scope = time::scope(scene, figure, stands);
    if let Some(stage) = measured.and_then(|measured| measured.stage) {
        scope.period.get_or_insert_with(|| scene.topic.measures[stage].stage.clone());
    }
    // What a company is worth or sells changes from month to month.
    if measured.is_some_and(|measured| scene.topic.measures[measured.measure].single) {
        scope.as_of = time::other_month(scene, figure).or(scope.as_of);
    }
    // « versés en deux temps : 10 milliards à la mi-avril »: a part of what is measured is no value of it.
    let instalment = scope.period.as_deref() == Some(time::INSTALMENT);
    let measured = measured.filter(|_| !(stands && instalment));
    let mut slots = measured.map(|measured| slots(scene, measured)).unwrap_or_default();
    let derived = slots.is_empty();
    let terms = terms::of(scene, figure, attribution.speaker);
    if derived {
        slots.push(about::of(scene, figure, &terms, attribution.speaker));
    }
    let claim = Claim {
        span: figure.span,
        core: figure.core,
        quantity,
        noun: figure
            .noun_text(scene.text, scene.tokens, scene.lexicon)
            .filter(|_| quantity.unit == Unit::Noun),
        slot: Slot::default(),
        derived,
        head: derived.then(|| about::head(scene, figure)).flatten(),
        scope,
        speaker: name(attribution.speaker),
        via: name(attribution.via),
        quoted: attribution.quoted,
        terms,
        ties: ties::of(scene, figure),
        modality: modality::of(scene, figure, prospect),
    };
    let claims = std::iter::repeat_n(claim, slots.len());
    slots.into_iter().zip(claims).map(|(slot, claim)| Claim { slot, ..claim }).collect()
}

/// The slots of a measured figure.
fn slots(scene: &Scene<'_>, measured: &Measured) -> Vec<Slot> {
    let measure = &scene.topic.measures[measured.measure];
    let name = measure.stage_of.map_or(&measure.id, |whole| &scene.topic.measures[whole].id);
    let id = |entity: usize| scene.topic.entities[entity].id.clone();
    let slot =
        |subjects: Vec<String>, joint: bool| Slot { subjects, joint, measure: name.clone(), place: None };
    match (measure.subject, measured.owners.who.as_slice()) {
        (Subject::Place, _) => vec![slot(measured.place.clone().into_iter().collect(), false)],
        (Subject::Fixed(entity), _) => vec![slot(vec![id(entity)], false)],
        (Subject::Project, []) => {
            scene.topic.project.map(|project| slot(vec![id(project)], false)).into_iter().collect()
        }
        (Subject::Project, [site, ..]) if measure.at_place && scene.topic.first_site == Some(*site) => {
            scene.topic.project.map(|project| slot(vec![id(project)], false)).into_iter().collect()
        }
        // What is spent on a site is a deal of its own, no part of the project's sum.
        (Subject::Project, _) if measure.kinds == [Kind::Money] => Vec::new(),
        (Subject::Project, [site, ..]) => {
            let project = scene.topic.project.map(id);
            vec![Slot { place: Some(id(*site)), ..slot(project.into_iter().collect(), false) }]
        }
        (_, owners) if measured.owners.joint => {
            let mut subjects: Vec<String> = owners.iter().map(|owner| id(*owner)).collect();
            subjects.sort();
            vec![slot(subjects, true)]
        }
        (_, owners) => owners.iter().map(|owner| slot(vec![id(*owner)], false)).collect(),
    }
}
