//! An article as the claims see it: its sentences, quotations, and who is in it.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::cast::{Cast, Mention};
use super::frame::Frame;
use super::interview::Interview;
use super::memo::Memo;
use super::quotation::Quotation;
use super::verb::Verb;
use crate::article::Article;
use crate::grammar::Figure;
use crate::lexicon::{Classes, Entry, Lexicon, words as w};
use crate::text::{Flags, Sentence, Token, TokenKind, WordId, fold, split_sentences};
use crate::topic::{Sort, Subject, Topic};

/// Sentences at the beginning of an article that say what it is about, its title among them.
const LEAD: usize = 4;

/// Everything around the figures of one article.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) figures: &'a [Figure],
    pub(super) article: &'a Article,
    pub(super) lexicon: &'a Lexicon,
    pub(super) topic: &'a Topic,
    pub(super) sentences: Vec<Sentence>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) cast: Cast,
    pub(super) interview: Option<Interview>,
    /// The tokens of the title.
    pub(super) title: Range<usize>,
    /// What the article names: its sites in order, and whether it names the project.
    pub(super) landmarks: Landmarks,
    /// The frames of the sentence last asked for: its figures come one after the other.
    frames: RefCell<Option<(usize, Rc<[Frame]>)>>,
    /// The stem of each token, whether it tells what a figure is about, and the verb that it is.
    pub(super) stems: Memo<u32>,
    pub(super) telling: Memo<bool>,
    pub(super) verbs: Memo<Option<Verb>>,
    /// Whether each sentence sets a voice against another.
    pub(super) contrasts: Memo<bool>,
    /// What the figures count, folded and in the singular, by the token of the noun.
    nouns: Vec<(u32, String)>,
}

/// Mentions that figures of a whole article may refer to, found once.
#[derive(Debug, Default)]
pub(super) struct Landmarks {
    /// Every mention of a site.
    pub(super) sites: Vec<Mention>,
    /// Whether a site, or the project, is called by its name.
    pub(super) site_named: bool,
    pub(super) project_named: bool,
    /// Whether the project has no name in the article: who joins in it says which it is.
    pub(super) joined: bool,
    /// The only site that the article names, if it does so in its first sentences.
    pub(super) only_site: Option<usize>,
    /// The first place.
    pub(super) place: Option<String>,
}

impl Landmarks {
    fn of(scene: &Scene<'_>) -> Self {
        let cast = &scene.cast;
        let sort = |m: &&Mention| cast.characters[m.who].sort;
        let sites: Vec<Mention> = cast.mentions.iter().filter(|m| sort(m) == Sort::Site).copied().collect();
        let project = scene.topic.project;
        let is_project = |m: &Mention| project.is_some() && cast.characters[m.who].entity == project;
        let named = cast.mentions.iter().any(|m| m.named && is_project(m));
        let joined = !named && joins_members(scene);
        let lead = scene.lead().last().map_or(0, |sentence| sentence.end);
        let mut entities = sites.iter().map(|m| cast.characters[m.who].entity);
        let first = entities.next().flatten().filter(|first| entities.all(|other| other == Some(*first)));
        Landmarks {
            only_site: first.filter(|_| sites.first().is_some_and(|m| m.named && m.start < lead)),
            site_named: sites.iter().any(|m| m.named),
            sites,
            project_named: named || joined,
            joined,
            place: scene.topic.has_places().then(|| super::place::first(scene)).flatten(),
        }
    }
}

/// « SoftBank, OpenAI et Oracle vont investir 100 milliards »: who joins in the project, with as much money as is the project's, is
/// as good as its name.
fn joins_members(scene: &Scene<'_>) -> bool {
    /// Members named together that no other venture has.
    const SEVERAL: usize = 3;
    let Some(project) = scene.topic.project else { return false };
    let members = &scene.topic.entities[project].members;
    scene
        .sentences
        .iter()
        .filter(|sentence| scene.figures_in(sentence).iter().any(|sum| scene.is_whole_sum(sum)))
        .any(|sentence| {
            let mentions = scene.mentions_in(sentence.clone());
            let named = |member: &&usize| {
                mentions.iter().any(|m| m.named && scene.cast.characters[m.who].entity == Some(**member))
            };
            members.iter().filter(named).count() >= SEVERAL
        })
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &'a [Token],
        figures: &'a [Figure],
        article: &'a Article,
        lexicon: &'a Lexicon,
        topic: &'a Topic,
    ) -> Self {
        let mut sentences = Vec::new();
        let abbreviation = |word: WordId| lexicon.is(word, Classes::ABBREVIATION);
        split_sentences(text, tokens, article.wrapped, abbreviation, &mut sentences);
        let mut scene = Scene {
            text,
            tokens,
            figures,
            article,
            lexicon,
            topic,
            sentences,
            quotations: Vec::new(),
            cast: Cast::default(),
            interview: None,
            title: 0..0,
            landmarks: Landmarks::default(),
            frames: RefCell::default(),
            stems: Memo::new(tokens.len()),
            telling: Memo::new(tokens.len()),
            verbs: Memo::new(tokens.len()),
            contrasts: Memo::new(0),
            nouns: Vec::new(),
        };
        scene.nouns = counted(text, tokens, figures, lexicon);
        scene.quotations = super::quotation::find(&scene);
        scene.cast = super::mention::find(&scene);
        // Who is in it tells verbs from nouns.
        scene.verbs = Memo::new(tokens.len());
        scene.contrasts = Memo::new(scene.sentences.len());
        scene.interview = super::interview::find(&scene);
        if let Some(title) = article.title_span {
            let at = |byte: u32| tokens.partition_point(|token| token.span.start < byte);
            scene.title = at(title.start)..at(title.end);
        }
        scene.landmarks = Landmarks::of(&scene);
        scene
    }

    /// The first sentences of the body.
    pub(super) fn lead(&self) -> impl Iterator<Item = &Sentence> {
        let body = |sentence: &&Sentence| {
            self.tokens.get(sentence.start).is_some_and(|token| self.article.is_body(token.span))
        };
        self.sentences.iter().filter(body).take(LEAD)
    }

    /// Whether a figure is as much money as the whole project costs, or as its first tranche.
    pub(super) fn is_whole_sum(&self, figure: &Figure) -> bool {
        let mut measures = self.topic.measures.iter().filter(|m| m.default && m.subject == Subject::Project);
        let money = figure.quantity.filter(|q| Some(q.unit) == self.topic.currency);
        money.is_some_and(|q| measures.any(|m| m.usual.is_some() && m.is_nearly_usual(&q)))
    }

    /// The index of the sentence that holds a token.
    pub(super) fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end <= token)
            .min(self.sentences.len().saturating_sub(1))
    }

    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        self.sentences.get(index).cloned().unwrap_or(0..0)
    }

    /// The frames of a sentence. Only asked for when the cast is complete.
    pub(super) fn frames(&self, sentence: usize) -> Rc<[Frame]> {
        let known =
            self.frames.borrow().as_ref().filter(|(at, _)| *at == sentence).map(|(_, f)| Rc::clone(f));
        known.unwrap_or_else(|| {
            let frames: Rc<[Frame]> = super::frame::frames(self, self.sentence(sentence)).into();
            *self.frames.borrow_mut() = Some((sentence, Rc::clone(&frames)));
            frames
        })
    }

    /// The word at a token. The comma of « 34,1 » is none.
    pub(super) fn word(&self, at: usize) -> WordId {
        let word = self.tokens.get(at).map_or(WordId::UNKNOWN, |token| token.word);
        if word == w::COMMA && self.is_decimal(at) { WordId::UNKNOWN } else { word }
    }

    /// Whether a mark stands between digits.
    fn is_decimal(&self, at: usize) -> bool {
        let digits = |at: usize| self.kind(at) == Some(TokenKind::Number);
        at > 0 && digits(at - 1) && digits(at + 1) && !self.flag(at + 1, Flags::SPACE)
    }

    pub(super) fn is(&self, at: usize, word: WordId) -> bool {
        self.word(at) == word
    }

    pub(super) fn is_any(&self, at: usize, words: &[WordId]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether the token before `at` is `word`; false for the first token.
    pub(super) fn follows(&self, at: usize, word: WordId) -> bool {
        at > 0 && self.is(at - 1, word)
    }

    pub(super) fn entry(&self, at: usize) -> &'a Entry {
        self.lexicon.entry(self.word(at))
    }

    pub(super) fn has(&self, at: usize, class: Classes) -> bool {
        self.entry(at).is(class)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn flag(&self, at: usize, flag: Flags) -> bool {
        self.tokens.get(at).is_some_and(|token| token.has(flag))
    }

    pub(super) fn capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalised)
    }

    pub(super) fn slice(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// « une source bancaire »: whether a mention follows « un » or « une ».
    pub(super) fn is_indefinite(&self, mention: &Mention) -> bool {
        mention.start > 0 && self.is_any(mention.start - 1, &[w::UN, w::UNE])
    }

    /// « au total », « en tout », of all together.
    pub(super) fn is_in_all(&self, at: usize) -> bool {
        self.is_any(at, &[w::AU, w::EN]) && self.is_any(at + 1, &[w::TOTAL, w::TOUT])
    }

    /// Whether the words from a token on are these, in small letters and with straight apostrophes.
    pub(super) fn reads(&self, at: usize, words: &[impl AsRef<str>]) -> bool {
        let plain = |c: char| if c == '’' { '\'' } else { c };
        // Most words differ in their first letter.
        let first = |word: &str| word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let reads = |at: usize, word: &str| {
            let slice = self.slice(at);
            (first(slice) == first(word) || !slice.is_ascii())
                && slice.chars().map(plain).flat_map(char::to_lowercase).eq(word.chars())
        };
        words.iter().enumerate().all(|(k, word)| reads(at + k, word.as_ref()))
    }

    /// The folded form of a known word, "" for others.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        self.lexicon.vocabulary().text(self.word(at))
    }

    /// The stem of a word.
    pub(super) fn stem(&self, at: usize) -> u32 {
        self.stems.get(at, || self.lexicon.stem(self.slice(at)))
    }

    /// What a figure counts, folded and in the singular.
    pub(super) fn noun(&self, figure: &Figure) -> Option<&str> {
        let at = self.nouns.binary_search_by_key(&figure.noun?, |(noun, _)| *noun).ok()?;
        Some(&self.nouns[at].1)
    }

    /// The text of a token range, white space as single spaces.
    pub(super) fn phrase(&self, range: Range<usize>) -> String {
        if range.is_empty() {
            return String::new();
        }
        let slice = &self.text
            [self.tokens[range.start].span.start as usize..self.tokens[range.end - 1].span.end as usize];
        slice.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The mentions that begin in a token range, in order.
    pub(super) fn mentions_in(&self, range: Range<usize>) -> &[Mention] {
        let mentions = &self.cast.mentions;
        let from = mentions.partition_point(|mention| mention.start < range.start);
        let to = mentions.partition_point(|mention| mention.start < range.end);
        &mentions[from..to.max(from)]
    }

    /// The figures whose core begins in a token range, in order.
    pub(super) fn figures_in(&self, range: &Range<usize>) -> &'a [Figure] {
        let from = self.figures.partition_point(|figure| (figure.core_tokens.0 as usize) < range.start);
        let to = self.figures.partition_point(|figure| (figure.core_tokens.0 as usize) < range.end);
        &self.figures[from..to.max(from)]
    }

    /// The figure whose core covers a token.
    pub(super) fn figure_at(&self, token: usize) -> Option<&'a Figure> {
        let at = self.figures.partition_point(|figure| figure.core_tokens.1 as usize <= token);
        self.figures.get(at).filter(|figure| figure.core_tokens.0 as usize <= token)
    }
}

/// What figures count, by the token of the noun.
fn counted(text: &str, tokens: &[Token], figures: &[Figure], lexicon: &Lexicon) -> Vec<(u32, String)> {
    let mut nouns: Vec<u32> = figures.iter().filter_map(|figure| figure.noun).collect();
    nouns.sort_unstable();
    nouns.dedup();
    let singular = |noun: u32| {
        tokens
            .get(noun as usize)
            .map_or_else(String::new, |token| fold(&lexicon.singular(token.span.of(text))))
    };
    nouns.into_iter().map(|noun| (noun, singular(noun))).collect()
}
