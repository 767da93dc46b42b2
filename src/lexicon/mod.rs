//! Floor 1: French words as data, and what each is.
//!
//! The words live in `fr/*.toml`. The build script, which has this room and those under it, makes tables of them and embeds
//! these in the program. The room knows what a word can
//! mean, never how words combine: that is the grammar's.

mod bounds;
mod conjugation;
mod entry;
mod load;
mod marks;
mod measures;
mod qualifiers;
mod stem;
mod units;
pub mod words;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::text::{Marks, PhraseTable, Step, Token, Vocabulary, WordId, lex};

pub use bounds::BoundWords;
pub use entry::{Classes, Entry, Known, NumberWord, PageCue, Roles, Tenses, VerbForm, weekday_named};
pub use measures::MeasureWords;
pub use qualifiers::{Qualifier, Qualifiers};
pub use units::{Behind, Magnitude, Region, UnitWords};

/// The version of the word data, for reports.
pub const VERSION: &str = "fr-1";

/// The words of one run: French, and whatever a topic profile adds before texts are read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lexicon {
    vocabulary: Vocabulary,
    entries: Vec<Entry>,
    /// The marks of all forms of a lemma.
    lemma_marks: Vec<Marks>,
    units: UnitTables,
    bounds_before: PhraseTable<BoundWords>,
    bounds_after: PhraseTable<BoundWords>,
    names: PhraseTable<u8>,
    idioms: PhraseTable<()>,
    families: Vec<(WordId, u8)>,
    facets: Vec<(WordId, u8)>,
    years_before: PhraseTable<bool>,
    parts_of_years: PhraseTable<(u8, u8)>,
    clock_before: PhraseTable<()>,
    region_words: PhraseTable<u16>,
    regions: Vec<Region>,
    attributions: PhraseTable<bool>,
    contrasts: PhraseTable<()>,
    declarations: PhraseTable<()>,
    events: PhraseTable<u8>,
    event_names: Vec<String>,
    sums: PhraseTable<()>,
    page_starts: PhraseTable<PageCue>,
    page_contains: PhraseTable<PageCue>,
    known: PhraseTable<u16>,
    known_names: Vec<(String, Known)>,
    singulars: Vec<(String, String)>,
    measures: Vec<MeasureWords>,
    measure_words: PhraseTable<u16>,
    qualifier_words: PhraseTable<Qualifier>,
    /// The measures, by number, that wordings tell of.
    measure_sets: Vec<Vec<u8>>,
    /// Stems with the one by which their sense goes, ascending.
    senses: Vec<(u32, u32)>,
}

/// Tables of units and magnitudes; alternatives that differ in case share a phrase.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct UnitTables {
    phrases: PhraseTable<u16>,
    alternatives: Vec<Vec<UnitWords>>,
    magnitudes: PhraseTable<u16>,
    magnitude_alternatives: Vec<Vec<Magnitude>>,
}

impl Lexicon {
    /// The French lexicon, as the build script made it of the data files.
    ///
    /// # Panics
    /// Never with the embedded tables: a test reads them.
    pub fn french() -> Self {
        postcard::from_bytes(crate::LEXICON).unwrap_or_else(|error| panic!("the embedded lexicon: {error}"))
    }

    /// The French lexicon out of its data files. It takes several times as long as [`Self::french`].
    ///
    /// # Panics
    /// When a data file is not of its form.
    pub fn from_data() -> Self {
        load::french()
    }

    /// The vocabulary to lex texts with.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What is known of a word; nothing of the unknown word.
    pub fn entry(&self, word: WordId) -> &Entry {
        &self.entries[word.index()]
    }

    /// Whether a word belongs to a class.
    pub fn is(&self, word: WordId, class: Classes) -> bool {
        self.entries[word.index()].is(class)
    }

    /// Whether a figure may start at a token: [`Classes::NUMERIC`].
    pub fn starts_figure(&self, token: &Token) -> bool {
        token.marks.has(marks::NUMERIC)
    }

    /// Whether a unit, magnitude or number may begin at a token.
    pub fn measures(&self, token: &Token) -> bool {
        token.marks.has(marks::UNIT.with(marks::MAGNITUDE).with(marks::NUMERIC))
    }

    /// Whether an idiom or name with a number in it may begin at a token.
    pub fn names(&self, token: &Token) -> bool {
        token.marks.has(marks::IDIOM.with(marks::NAME))
    }

    /// Whether a token is a little word: [`Classes::FUNCTION`].
    pub fn is_function(&self, token: &Token) -> bool {
        token.marks.has(marks::FUNCTION)
    }

    /// Whether a token is a little word of English: [`Classes::ENGLISH`].
    pub fn is_english(&self, token: &Token) -> bool {
        token.marks.has(marks::ENGLISH)
    }

    /// Fills `tokens` with the tokens of `text`.
    pub fn lex(&self, text: &str, tokens: &mut Vec<Token>) {
        lex(text, &self.vocabulary, tokens);
    }

    /// The unit that begins at `tokens[at]` and the index after it. Symbols count their case.
    #[inline]
    pub fn unit(&self, text: &str, tokens: &[Token], at: usize) -> Option<(&UnitWords, usize)> {
        if tokens.get(at)?.marks.has(marks::UNIT) { self.spelt_unit(text, tokens, at) } else { None }
    }

    fn spelt_unit(&self, text: &str, tokens: &[Token], at: usize) -> Option<(&UnitWords, usize)> {
        let (group, end) = self.units.phrases.after(tokens, at)?;
        let spelt =
            |unit: &&UnitWords| unit.symbol.as_deref().is_none_or(|s| spells(text, &tokens[at..end], s));
        match self.units.alternatives[usize::from(group)].iter().find(spelt) {
            Some(unit) => Some((unit, end)),
            // The longest phrase may be a symbol in the wrong case: then its first token alone.
            None if end > at + 1 => {
                let (group, end) = self.units.phrases.after(&tokens[..=at], at)?;
                let spelt = |unit: &&UnitWords| {
                    unit.symbol.as_deref().is_none_or(|s| spells(text, &tokens[at..end], s))
                };
                self.units.alternatives[usize::from(group)].iter().find(spelt).map(|unit| (unit, end))
            }
            None => None,
        }
    }

    /// The unit symbol that ends right before `tokens[end]` and the index of its first token (« US$ 500 »).
    pub fn unit_before(&self, text: &str, tokens: &[Token], end: usize) -> Option<(&UnitWords, usize)> {
        // Symbols have at most four tokens (« U.S.$ »).
        (1..=4.min(end)).rev().find_map(|len| match self.unit(text, tokens, end - len) {
            Some((unit, stop)) if stop == end && unit.symbol.is_some() => Some((unit, end - len)),
            _ => None,
        })
    }

    /// The region that the words at `tokens[at]` tell of.
    pub fn region(&self, tokens: &[Token], at: usize) -> Option<&Region> {
        marks::after(&self.region_words, marks::REGION, tokens, at)
            .map(|(i, _)| &self.regions[usize::from(i)])
    }

    /// The unit of a single word.
    pub fn unit_named(&self, word: &str) -> Option<&UnitWords> {
        let group = self.units.phrases.get(&[Step::word(self.vocabulary.find(word))])?;
        self.units.alternatives[usize::from(group)].first()
    }

    /// The letters for a power of ten at `tokens[at]` (« Md », « k ») and the index after them.
    pub fn magnitude(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Magnitude, usize)> {
        let (group, end) = marks::after(&self.units.magnitudes, marks::MAGNITUDE, tokens, at)?;
        self.units.magnitude_alternatives[usize::from(group)]
            .iter()
            .find(|m| spells(text, &tokens[at..end], &m.symbol))
            .map(|m| (m.clone(), end))
    }

    /// The bound words that end right before `tokens[end]` and the index of their first token.
    pub fn bound_before(&self, tokens: &[Token], end: usize) -> Option<(BoundWords, usize)> {
        marks::before(&self.bounds_before, marks::BOUND_BEFORE, tokens, end)
    }

    /// The bound words at `tokens[at]` and the index after them.
    pub fn bound_after(&self, tokens: &[Token], at: usize) -> Option<(BoundWords, usize)> {
        marks::after(&self.bounds_after, marks::BOUND_AFTER, tokens, at)
    }

    /// The index after a name with a number in it that begins at `tokens[at]` (« S&P 500 »).
    pub fn name(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let (capitals, end) = marks::after(&self.names, marks::NAME, tokens, at)?;
        let capitalised = tokens[at..end].iter().filter(|token| token.is_capitalised()).count();
        (capitalised >= usize::from(capitals)).then_some(end)
    }

    /// The coin of a currency: a hundredth or thousandth, as `factor` says.
    pub fn cent_of(
        &self,
        currency: crate::quantity::Unit,
        factor: crate::quantity::Amount,
    ) -> Option<&UnitWords> {
        let mut all = self.units.alternatives.iter().flatten();
        all.find(|unit| unit.subunit && unit.unit == currency && unit.factor == factor)
    }

    /// The family of a noun for which one text uses it and another uses the next (« manifestants », « personnes »).
    pub fn family(&self, noun: WordId) -> Option<u8> {
        let i = self.families.binary_search_by_key(&noun, |(word, _)| *word).ok()?;
        Some(self.families[i].1)
    }

    /// The bit of a word that tells one thing from another of its kind (« brut », « net »): four for each facet.
    pub fn facet(&self, word: WordId) -> Option<u8> {
        let i = self.facets.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        Some(self.facets[i].1)
    }

    /// The index after an idiom with number words that begins at `tokens[at]`.
    pub fn idiom(&self, tokens: &[Token], at: usize) -> Option<usize> {
        marks::after(&self.idioms, marks::IDIOM, tokens, at).map(|((), end)| end)
    }

    /// Whether words that announce a year end right before `tokens[end]`, and whether they announce nothing else.
    pub fn announces_year(&self, tokens: &[Token], end: usize) -> Option<bool> {
        marks::before(&self.years_before, marks::YEAR_BEFORE, tokens, end).map(|(strong, _)| strong)
    }

    /// The first and the last month of the part of a year that words right before `tokens[end]` name, and the first of those
    /// words.
    pub fn part_of_year(&self, tokens: &[Token], end: usize) -> Option<((u8, u8), usize)> {
        self.parts_of_years.before(tokens, end)
    }

    /// Whether words that announce a clock time end right before `tokens[end]`.
    pub fn announces_time(&self, tokens: &[Token], end: usize) -> bool {
        marks::before(&self.clock_before, marks::CLOCK_BEFORE, tokens, end).is_some()
    }

    /// What the words at the start of a line, `tokens[at]`, say of the line; the index after them.
    pub fn page_start(&self, tokens: &[Token], at: usize) -> Option<(PageCue, usize)> {
        marks::after(&self.page_starts, marks::PAGE_START, tokens, at)
    }

    /// What words anywhere in a line say of it.
    pub fn page_cue(&self, tokens: &[Token], at: usize) -> Option<PageCue> {
        marks::after(&self.page_contains, marks::PAGE_CUE, tokens, at).map(|(cue, _)| cue)
    }

    /// Whether words that name a source begin at `tokens[at]` (« selon », « d'après »), and the index after them. The flag
    /// marks words that do so only at the start of a sentence (« pour »).
    pub fn attribution(&self, tokens: &[Token], at: usize) -> Option<(bool, usize)> {
        marks::after(&self.attributions, marks::ATTRIBUTION, tokens, at)
    }

    /// Whether words that set a voice against another begin at `tokens[at]` (« rétorque », « de son côté »).
    pub fn contrasts(&self, tokens: &[Token], at: usize) -> bool {
        self.contrasts.after(tokens, at).is_some()
    }

    /// The first token of words right before `tokens[end]` that open a statement (« a sorti sa calculette : »).
    pub fn declares(&self, tokens: &[Token], end: usize) -> Option<usize> {
        self.declarations.before(tokens, end).map(|((), start)| start)
    }

    /// The first token of words right before `tokens[end]` that make what follows a sum (« soit au total »).
    pub fn sums(&self, tokens: &[Token], end: usize) -> Option<usize> {
        self.sums.before(tokens, end).map(|((), start)| start)
    }

    /// The event that words at `tokens[at]` say (« fermeture », « entrera en service »).
    pub fn event(&self, tokens: &[Token], at: usize) -> Option<u8> {
        self.events.after(tokens, at).map(|(event, _)| event)
    }

    /// What an event is called in slots: `closing`.
    pub fn event_name(&self, event: u8) -> &str {
        &self.event_names[usize::from(event)]
    }

    /// The medium or institution named at `tokens[at]` and the index after its name; its capitals must be there.
    pub fn known(&self, tokens: &[Token], at: usize) -> Option<(&str, Known, usize)> {
        let (i, end) = marks::after(&self.known, marks::KNOWN, tokens, at)?;
        let (name, what) = &self.known_names[usize::from(i)];
        let capitals =
            name.split([' ', '-', '\'']).filter(|word| word.starts_with(char::is_uppercase)).count();
        let capitalised = tokens[at..end].iter().filter(|token| token.is_capitalised()).count();
        (capitalised >= capitals.min(end - at)).then_some((name.as_str(), *what, end))
    }

    /// Whether a word in lower case ends alike in the singular and the plural: « pays », « rendez-vous ».
    pub fn is_invariable(&self, word: &str) -> bool {
        self.is(self.vocabulary.find(word), Classes::INVARIABLE)
    }

    /// The singular of a noun as printed, lower case.
    pub fn singular(&self, noun: &str) -> String {
        let plain = |c: char| c < '\u{300}' && c != '\u{ad}';
        // Soft hyphens and accents set apart are no letters of the word.
        let letter = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}');
        let lower = noun.to_lowercase();
        let lower = if noun.chars().all(plain) { lower } else { lower.nfc().filter(letter).collect() };
        if let Ok(i) = self.singulars.binary_search_by(|(plural, _)| plural.as_str().cmp(&lower)) {
            return self.singulars[i].1.clone();
        }
        if self.is_invariable(&lower) || lower.ends_with("ss") {
            return lower;
        }
        match (lower.strip_suffix("eaux"), lower.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}eau"),
            (None, Some(stem)) if !stem.is_empty() => stem.to_owned(),
            _ => lower,
        }
    }

    /// The number of a word, given now if it is new. Profiles add their words before any text is read.
    pub fn intern(&mut self, word: &str) -> WordId {
        let id = self.vocabulary.intern(word);
        if self.entries.len() <= id.index() {
            self.entries.resize(id.index() + 1, Entry::default());
        }
        id
    }

    /// The steps of every variant of a phrase. A word in braces stands for all its forms: of a verb if it is one
    /// (« {investir} »), else singular, plural and feminine (« {centre} de {donnée} »).
    pub fn pattern(&mut self, text: &str) -> Vec<Vec<Step>> {
        let mut variants = vec![Vec::new()];
        for (i, part) in text.split(['{', '}']).enumerate() {
            if i % 2 == 0 {
                let steps: Vec<Step> = self.steps(part);
                for variant in &mut variants {
                    variant.extend(&steps);
                }
            } else {
                let choices = self.forms(part);
                variants = variants
                    .iter()
                    .flat_map(|variant| {
                        choices.iter().map(|choice| [variant.as_slice(), &[*choice]].concat())
                    })
                    .collect();
            }
        }
        variants
    }

    fn steps(&mut self, text: &str) -> Vec<Step> {
        let steps = crate::text::phrase(text, &mut self.vocabulary);
        self.entries.resize(self.vocabulary.len(), Entry::default());
        steps
    }

    /// The steps that match any form of a word: its lemma, and the forms that belong to another lemma already.
    fn forms(&mut self, word: &str) -> Vec<Step> {
        let lemma = self.intern(word);
        let mut steps = vec![Step::lemma(lemma)];
        let forms: Vec<String> = if self.vocabulary.lemma(lemma) == lemma && self.entry(lemma).verb.is_some()
        {
            Vec::new()
        } else {
            let plural = match word.strip_suffix("al") {
                Some(stem) => format!("{stem}aux"),
                None if word.ends_with("eau") => format!("{word}x"),
                None => format!("{word}s"),
            };
            vec![word.to_owned(), plural, format!("{word}e"), format!("{word}es")]
        };
        for form in forms {
            let id = self.intern(&form);
            if self.vocabulary.declare_form(id, lemma) {
                marks::set_form(self, id);
            } else {
                steps.push(Step::word(id));
            }
        }
        steps
    }
}

/// Whether the tokens spell a symbol, white space between them aside.
fn spells(text: &str, tokens: &[Token], symbol: &str) -> bool {
    let mut rest = symbol;
    for token in tokens {
        match rest.strip_prefix(token.span.of(text)) {
            Some(tail) => rest = tail.trim_start(),
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_data_loads() {
        let lexicon = Lexicon::french();
        assert!(lexicon.vocabulary.len() > 5_000);
        let word = lexicon.vocabulary.find("investiront");
        let verb = lexicon.entry(word).verb.expect("a verb form");
        assert!(verb.tenses.has(Tenses::FUTURE) && verb.roles.has(Roles::ACT));
        assert_eq!(lexicon.vocabulary.text(verb.lemma), "investir");
    }

    #[test]
    fn the_embedded_tables_are_those_of_the_data() {
        let made = postcard::to_allocvec(&Lexicon::from_data()).expect("tables");
        assert!(made == crate::LEXICON, "the build script made other tables");
        let read_again = postcard::to_allocvec(&Lexicon::french()).expect("tables");
        assert!(read_again == crate::LEXICON, "tables change when they are read");
    }

    /// A word in braces that is no known verb stands for the forms of a noun: of « {détecter} » that would be « détecters ».
    #[test]
    fn verbs_in_braces_are_known() {
        const NOUNS: [&str; 3] = ["chantier", "salaire", "actionnaire"];
        let lexicon = Lexicon::french();
        for data in
            [include_str!("fr/words.toml"), include_str!("fr/measures.toml"), include_str!("fr/speech.toml")]
        {
            for word in data.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let ends = ["er", "ir", "oir", "dre", "pre", "aire"].iter().any(|end| word.ends_with(end));
                let verb = lexicon.entry(lexicon.vocabulary.find(word)).verb;
                assert!(!ends || NOUNS.contains(&word) || verb.is_some(), "{word} is in no list of verbs");
            }
        }
    }

    #[test]
    fn nouns_have_a_singular() {
        let lexicon = Lexicon::french();
        for (plural, singular) in [
            ("emplois", "emploi"),
            ("bâtiments", "bâtiment"),
            ("chevaux", "cheval"),
            ("réseaux", "réseau"),
            ("pays", "pays"),
            ("GPU", "gpu"),
        ] {
            assert_eq!(lexicon.singular(plural), singular);
        }
    }

    #[test]
    fn symbols_count_their_case() {
        let lexicon = Lexicon::french();
        let read = |text: &str| {
            let mut tokens = Vec::new();
            lexicon.lex(text, &mut tokens);
            lexicon.unit(text, &tokens, 0).map(|(unit, _)| unit.unit.name().to_owned())
        };
        assert_eq!(read("m²").as_deref(), Some("m2"));
        assert_eq!(read("MW").as_deref(), Some("W"));
        assert_eq!(read("mw"), None);
        assert_eq!(read("kilomètres carrés").as_deref(), Some("m2"));
        assert_eq!(read("dollars canadiens").as_deref(), Some("CAD"));
        assert_eq!(read("$ US").as_deref(), Some("USD"));
        assert_eq!(read("francs CFA").as_deref(), Some("XOF"));
    }
}
