//! Who says a figure: quotations, incises, « selon », indirect speech.

use std::ops::Range;

use super::apposition::named_beside;
use super::conversion;
use super::frame::{self, Frame, Reach, Source};
use super::quotation::{self, Quotation};
use super::quoted::of_quotation;
use super::reference;
use super::scene::Scene;
use super::verb::{self, Mood};
use crate::grammar::Figure;
use crate::lexicon::{Classes, Roles, Tenses, words as w};
use crate::quantity::Kind;
use crate::text::{Flags, TokenKind};
use crate::topic::Sort;

/// Who states a figure inside an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Attribution {
    /// The character that says it; none for the outlet's own voice.
    pub(super) speaker: Option<usize>,
    /// The medium that the article credits.
    pub(super) via: Option<usize>,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

/// The attribution of a figure.
pub(super) fn of(scene: &Scene<'_>, figure: &Figure) -> Attribution {
    let at = figure.core_tokens.0 as usize;
    let sentence = scene.sentence_of(at);
    let frames = scene.frames(sentence);
    let source = covering(scene, &frames, at);
    // « la police en compte 482.000, la CGT « plus d'un million » »
    let beside =
        gapped(scene, &frames, figure.tokens.0 as usize).filter(|_| quotation::around(scene, at).is_some());
    if let Some(speaker) = beside {
        return Attribution { speaker: Some(speaker), via: source.via, quoted: true };
    }
    let Some(quote) = quotation::around(scene, at) else {
        // The desk converts what is quoted: « « … 500 milliards de dollars » (480 milliards d'euros) ».
        let converts = conversion::source(scene, figure);
        if converts.is_some_and(|from| quotation::around(scene, from.core_tokens.0 as usize).is_some()) {
            return Attribution { speaker: None, via: source.via, quoted: false };
        }
        let speaker = source
            .speaker
            .or_else(|| scene.interview.as_ref().and_then(|interview| interview.speaker_at(at)));
        return Attribution { speaker, via: source.via, quoted: false };
    };
    let quoted = of_quotation(scene, quote, 0).unwrap_or_default();
    // What the title of an interview quotes is of the one who is asked.
    let titled = || scene.interview.as_ref().filter(|_| scene.title.contains(&at))?.asked();
    let nested = || nested(scene, &frames, quote, at);
    let speaker = nested()
        .or_else(titled)
        .or(quoted.speaker)
        .or(source.speaker)
        .or_else(|| subject_of_sentence(scene, quote));
    Attribution { speaker, via: quoted.via.or(source.via), quoted: true }
}

/// « D'après Musk, SoftBank n'aurait que 10 milliards », dit l'ingénieur »: whom a quotation itself credits.
fn nested(scene: &Scene<'_>, frames: &[Frame], quote: &Quotation, at: usize) -> Option<usize> {
    // « La direction parle de 340 postes, nous on en voit 700 »
    let object = |frame: &Frame| {
        let near = frame.end + OBJECT >= at && frame.reach == Reach::Forward;
        near && !(frame.end..at).any(|i| scene.kind(i) == Some(TokenKind::Mark))
    };
    let inside = |frame: &&Frame| {
        let credits =
            scene.lexicon.attribution(scene.tokens, frame.start).is_some_and(|(opening, _)| !opening);
        let tells = scene.is_any(frame.end, &[w::QUE, w::QU]) && frame.reach == Reach::Forward;
        let within = frame.start > quote.start && frame.end <= at && at < quote.end;
        within && (credits || tells || object(frame))
    };
    let frame = frames.iter().rev().find(inside).filter(|frame| !shut(scene, frame, at))?;
    let who = frame.source.speaker?;
    // « Je dis que … », « on me dit que … »
    let sort = scene.cast.characters[who].sort;
    (sort == Sort::Person || object(frame) && matches!(sort, Sort::Body | Sort::Institution)).then_some(who)
}

/// Tokens between a verb of speech in a quotation and its object.
const OBJECT: usize = 2;

/// « Le maire y voit « au moins 500 emplois » »: words in quotation marks are those of whoever the sentence is about.
fn subject_of_sentence(scene: &Scene<'_>, quote: &Quotation) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(quote.start));
    let human =
        |who: usize| matches!(scene.cast.characters[who].sort, Sort::Person | Sort::Body | Sort::Institution);
    let verb = verb::in_range(scene, sentence.start..quote.start).filter(|v| v.mood == Mood::Finite).last();
    let who = if let Some(verb) = verb {
        reference::subject_of(scene, &verb)?
    } else {
        // « Le maire y associe « au moins 500 emplois » »: whoever a sentence of a verb that is not known opens with.
        let head = scene.mentions_in(sentence.start..sentence.start + 2).first()?;
        head.is_free().then_some(head.who).filter(|_| head.end <= quote.start)?
    };
    human(who).then_some(who)
}

/// The source of an unquoted figure at a token: the frames that reach it.
fn covering(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let mut source = Source::default();
    let is_preposition = |frame: &Frame| is_preposition(scene, frame);
    // « 5 000 selon la police, 12 000 selon la CGT »: the next « selon » behind, unless another figure is nearer to it.
    let behind = frames
        .iter()
        .find(|frame| frame.start > at && frame.reach != Reach::Forward && is_preposition(frame));
    if let Some(frame) = behind.filter(|frame| reaches_back(scene, frames, frame, at)) {
        source = source.or(frame.source);
    }
    source = source.or(compared(scene, frames, at));
    if let Some(speaker) = told_by(scene, at) {
        return source.or(Source { speaker: Some(speaker), via: None });
    }
    if let Some(speaker) = gapped(scene, frames, at).or_else(|| elided(scene, at)) {
        source = source.or(Source { speaker: Some(speaker), via: None });
    }
    // The nearest frame before.
    let before = before(scene, frames, at);
    // « Sam Altman a détaillé les choses, rapporte The Information : … »: a medium only carries what the frame before it says.
    for frame in before.iter().rev().filter(|frame| !shut(scene, frame, at)).take(2) {
        source = source.or(frame.source);
        let carries = frame.source.speaker.is_none() && scene.is(frame_end(scene, frame), w::COLON);
        if !carries {
            break;
        }
    }
    // « Selon CNN, … Musk a écrit … »: the medium at the head of the sentence carries what a speaker in it says.
    if let Some(frame) = before.iter().find(|frame| frame.source.via.is_some() && is_preposition(frame)) {
        source = source.or(Source { speaker: None, via: frame.source.via });
    }
    source = source.or(incised(scene, frames, at));
    if source.speaker.is_none() {
        source = source.or(counted_by(scene, at)).or(going_on(scene, frames, at));
    }
    if source == Source::default() && frames.is_empty() {
        source = source.or(goes_on_reporting(scene, at));
    }
    source
}

/// What the incises of a sentence say: each covers the sentence around it, before it and, where nobody else speaks, after.
fn incised(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let incises =
        || frames.iter().filter(|frame| frame.reach != Reach::Forward && !is_preposition(scene, frame));
    let ahead = incises().filter(|frame| frame.start > at);
    let behind = incises().filter(|frame| {
        frame.end <= at
            && !in_relative(scene, frame.end, at)
            && (!closes_quotation(scene, frame) || goes_on(scene, frame, at))
    });
    ahead.chain(behind).fold(Source::default(), |source, frame| source.or(frame.source))
}

/// « Selon le comité, qui projette 40 départs »: the source that a relative clause goes on with.
fn going_on(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let last = frames.iter().rev().find(|frame| frame.end <= at && is_preposition(scene, frame));
    last.filter(|frame| goes_on_in_relative(scene, frame, at))
        .map_or_else(Source::default, |frame| frame.source)
}

/// Whether a frame is « selon X » and the like, rather than a verb with its subject.
fn is_preposition(scene: &Scene<'_>, frame: &Frame) -> bool {
    scene.lexicon.attribution(scene.tokens, frame.start).is_some()
}

/// The frames before a token that may reach it.
fn before<'f>(scene: &Scene<'_>, frames: &'f [Frame], at: usize) -> Vec<&'f Frame> {
    let opens = |frame: &&Frame| frame.end <= at && frame.reach != Reach::Backward;
    let of_itself = |frame: &Frame| is_preposition(scene, frame) && tells_of_source(scene, frame, at);
    let reaches = |frame: &&Frame| !of_itself(frame) && !is_of_known_things(scene, frame, at);
    frames.iter().filter(opens).filter(reaches).collect()
}

/// « en promet 25 000 sur les trois campus », « revendique 60 % dans les trois usines »: things known before, of which a voice gives its
/// figure; « selon Oracle » speaks of all.
fn is_of_known_things(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let Some(figure) = scene.figures_in(&(at..at + 1)).first() else { return false };
    let start = figure.tokens.0 as usize;
    let known = start >= 2
        && scene.is_any(start - 1, &[w::LES, w::CES, w::SES])
        && scene.is_any(start - 2, &[w::SUR, w::DANS, w::POUR])
        && figure.quantity.is_some_and(|q| q.kind == Kind::Count);
    // « neuf nuits sur les douze dernières » is one figure.
    let own = figure
        .noun
        .is_some_and(|noun| noun as usize > start && !scene.has(noun as usize, Classes::PRENOMINAL));
    let told = scene.figures_in(&(frame.end..start)).iter().any(Figure::is_quantity);
    known
        && own
        && told
        && !is_preposition(scene, frame)
        && !scene.is_any(frame.end, &[w::QUE, w::QU, w::COLON])
}

/// The source of a « selon X » that what stands right behind it goes on from.
fn compared(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Source {
    let compares = |frame: &&Frame| is_preposition(scene, frame) && compares(scene, frame, at);
    let frame = frames.iter().rev().find(compares);
    frame.map_or(Source::default(), |frame| frame.source)
}

/// « 214 passages par jour selon la direction, contre 191 en 2023 », « 412 cas d'après le réseau, en hausse de 27 % sur sept jours »: what
/// right behind « selon X » goes on about the figure before.
fn compares(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    /// Tokens from « selon X » to what goes on.
    const REACH: usize = 14;
    const CHANGES: [&str; 7] = ["hausse", "baisse", "recul", "repli", "progression", "augmentation", "chute"];
    let from = frame.end;
    if frame.reach != Reach::Backward || at < from || at - from > REACH || !scene.is(from, w::COMMA) {
        return false;
    }
    let next = from + 1;
    let led = scene.is_any(next, &[w::CONTRE, w::DONT, w::SOIT]);
    // « un montant en recul de 7 % »
    let changed = |i: usize| scene.is(i, w::EN) && CHANGES.contains(&scene.slice(i + 1));
    let changed = changed(next) || scene.is_any(next, &[w::UN, w::UNE]) && changed(next + 2);
    let whole = (next..at).all(|i| {
        !scene.is_any(i, &[w::COMMA, w::SEMICOLON, w::COLON])
            && verb::at(scene, i).is_none_or(|verb| verb.mood != Mood::Finite)
    });
    (led || changed) && whole
}

/// The end of a frame with the name of the medium that is its subject.
fn frame_end(scene: &Scene<'_>, frame: &Frame) -> usize {
    let subject = scene.mentions_in(frame.end..frame.end + 3).first();
    subject.filter(|m| Some(m.who) == frame.source.via).map_or(frame.end, |m| m.end)
}

/// « Pour Hydro-Québec, qui rationne depuis deux ans, … »: what is told of the source itself is the outlet's.
fn tells_of_source(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let qui = frame.end + usize::from(scene.is(frame.end, w::COMMA));
    scene.is_any(qui, &[w::QUI, w::DONT]) && !(qui..at).any(|i| scene.is(i, w::COMMA))
}

/// « selon l'Insee, qui projette un recul de 6 % », « selon le maire, qui table sur 12 millions »: a source that goes on speaking.
fn goes_on_in_relative(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let qui = frame.end + usize::from(scene.is(frame.end, w::COMMA));
    speaks_on(scene, qui, at) && !(qui..at).any(|i| scene.is_any(i, &[w::COMMA, w::SEMICOLON]))
}

/// « Il faudrait, soutient Yves Rochat, relever le taux. Pour un ménage, la ponction avoisinerait 250 francs. »: what somebody has
/// begun to say in the conditional goes on in it.
fn goes_on_reporting(scene: &Scene<'_>, at: usize) -> Source {
    let index = scene.sentence_of(at);
    let (here, Some(before)) = (scene.sentence(index), index.checked_sub(1).map(|i| scene.sentence(i)))
    else {
        return Source::default();
    };
    let supposes = |range: Range<usize>| {
        verb::in_range(scene, range)
            .find(|verb| verb.mood == Mood::Finite)
            .is_some_and(|verb| verb.tenses.has(Tenses::CONDITIONAL))
    };
    if scene.flag(here.start, Flags::LINE) || !supposes(here) {
        return Source::default();
    }
    let told = frame::frames(scene, before.clone());
    // « « Nous comptons 78 morts », a dit le directeur. Les blessés seraient 1 240 »
    let quoted = scene.quotations.iter().any(|quote| before.contains(&quote.start));
    // « l'élue a soutenu que Québec paierait 75 %. Le reste serait emprunté »
    let content = |frame: &&Frame| scene.is_any(frame.end, &[w::QUE, w::QU]);
    let reported = quoted || supposes(before) || told.iter().any(|frame| content(&frame));
    let found = told.iter().find(|frame| reported && frame.source.speaker.is_some());
    found.map_or(Source::default(), |frame| frame.source)
}

/// « … », résume le grutier, 22 ans de maison: what follows the incise of a quotation is the outlet's.
fn closes_quotation(scene: &Scene<'_>, frame: &Frame) -> bool {
    let i = scene.quotations.partition_point(|quote| quote.end <= frame.start);
    i.checked_sub(1).is_some_and(|i| scene.quotations[i].end + 2 >= frame.start)
}

/// « « … », poursuit l'entreprise, et comptent porter l'ensemble à 500 milliards »: « et » takes up what is said, unless it tells
/// what the speaker does.
fn goes_on(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let joined =
        (frame.end..at).find(|i| scene.is(*i, w::COMMA) && scene.is_any(*i + 1, &[w::ET, w::MAIS, w::OU]));
    joined.is_some_and(|comma| {
        let next = comma + 2;
        let himself = reference::pronoun(scene, next).is_some();
        !himself && verb::in_range(scene, next..at).any(|verb| verb.mood == Mood::Finite)
    })
}

/// « a répondu le directeur, qui a budgété 80 milliards »: a relative clause that is still open tells of the speaker in the
/// outlet's voice.
fn in_relative(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    // « …, m'écrit-il, dont nonante Belges » is a part.
    let part = |i: usize| scene.is(i, w::DONT) && !scene.figures_in(&(i + 1..i + 2)).is_empty();
    let opened = (from..at).rev().find(|i| scene.is_any(*i, &[w::QUI, w::DONT]) && !part(*i));
    // « a expliqué la mairesse, de construire une usine dont la facture … »: of something else than who speaks.
    let speaker = scene.mentions_in(from..from + 12).iter().find(|m| m.is_free());
    let his = |opened: usize| {
        speaker.is_none_or(|m| opened <= m.end + 8 && !(m.end..opened).any(|i| verb::at(scene, i).is_some()))
    };
    opened.is_some_and(|opened| {
        his(opened) && !(opened..at).any(|i| scene.is(i, w::COMMA)) && !speaks_on(scene, opened, at)
    })
}

/// « a annoncé OpenAI, qui prévoit désormais 7 gigawatts », « confie un banquier, qui chiffre à 60 milliards les besoins »: a relative
/// clause by which whoever speaks goes on.
fn speaks_on(scene: &Scene<'_>, qui: usize, at: usize) -> bool {
    /// Plans of anybody and anything, and what is said against a figure.
    const LOOSE: [&str; 11] = [
        "devoir", "permettre", "appeler", "charger", "dementir", "contester", "critiquer", "denoncer",
        "refuter", "recuser", "nier",
    ];
    let first = verb::in_range(scene, qui + 1..at).next();
    scene.is(qui, w::QUI)
        && first.is_some_and(|verb| {
            verb.mood == Mood::Finite
                && verb.roles.has(Roles::SPEECH.with(Roles::INCISE).with(Roles::PLAN))
                && !LOOSE.contains(&scene.lexicon.vocabulary().text(verb.lemma))
        })
}

/// « la police compte 11 000 manifestants, la CGT 80 000 »: the verb is left out, its new subject stands by the figure.
fn gapped(scene: &Scene<'_>, frames: &[Frame], at: usize) -> Option<usize> {
    let sentence = scene.sentence(scene.sentence_of(at));
    // The words of its bound are the figure's.
    let at = scene.figures_in(&(at..at + 1)).first().map_or(at, |figure| figure.tokens.0 as usize);
    let mention = scene.mentions_in(sentence.start..at).iter().rev().find(|m| m.is_free() && m.end <= at)?;
    let before = mention.start.checked_sub(1)?;
    let before =
        if scene.is_any(before, &[w::LA, w::LE, w::L, w::LES]) { before.checked_sub(1)? } else { before };
    let joined = scene.is_any(before, &[w::COMMA, w::ET, w::SEMICOLON])
        || scene.is_any(before, &[w::QUOTE, w::RIGHT_QUOTE]);
    // « le ministère fait état de 412 000 manifestants, la CGT de plus d'un million »
    let of = |i: usize| scene.is_any(i, &[w::DE, w::D]);
    let first = scene.figures_in(&(sentence.start..mention.start)).iter().rev().find(|f| f.is_quantity());
    let again = first.is_some_and(|f| f.tokens.0 > 0 && of(f.tokens.0 as usize - 1));
    let beside = (mention.end..at).all(|i| {
        again && of(i) && i + 1 == at || scene.kind(i) == Some(TokenKind::Mark) && !scene.is(i, w::DOT)
            || scene.has(i, Classes::FUNCTION) && !scene.is_any(i, &[w::DE, w::D, w::A, w::ET])
            // « L'OFCE s'arrête à 0,9 % ; le FMI, à 0,8 % »
            || scene.is(i, w::A) && scene.is(i - 1, w::COMMA) && i == mention.end + 1
    });
    // The verb left out is the last one: « note que la Côte d'Ivoire compte sept centres et le Sénégal quatre » is none of his.
    let last =
        |from: usize| !verb::in_range(scene, from..mention.start).any(|verb| verb.mood == Mood::Finite);
    let spoken = frames.iter().any(|frame| {
        frame.reach == Reach::Forward
            && frame.end <= mention.start
            && frame.source.speaker.is_some()
            && last(frame.end)
    });
    (joined && beside && spoken && first.is_some()).then_some(mention.who)
}

/// « La CGT compte 130 000 personnes. La préfecture de police, 42 000. Et Occurrence, le cabinet mandaté, 37 500. »: a sentence of a
/// voice and its figure, without a verb, behind one that gives another voice's.
fn elided(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let number = scene.sentence_of(at);
    let sentence = scene.sentence(number);
    let figures = scene.figures_in(&sentence);
    let figure = figures.iter().find(|f| f.is_quantity()).filter(|f| f.core_tokens.0 as usize == at)?;
    let head = sentence.start + usize::from(scene.is(sentence.start, w::ET));
    let mention = scene.mentions_in(head..head + 2).first().filter(|m| m.is_free() && m.end < at)?;
    let (start, end) = (figure.tokens.0 as usize, figure.tokens.1 as usize);
    let led = start - usize::from(scene.follows(start, w::A));
    let closed = scene.follows(led, w::COMMA) && end + 1 >= sentence.end;
    let verb = |range: Range<usize>| verb::in_range(scene, range).any(|verb| verb.mood == Mood::Finite);
    let before = scene.sentence(number.checked_sub(1)?);
    // « Et Occurrence, 37 500 » comes behind such a sentence, too.
    let first = if verb(before.clone()) { before } else { scene.sentence(number.checked_sub(2)?) };
    let alike = scene.figures_in(&first).iter().any(Figure::is_quantity);
    let voiced = || frame::frames(scene, first.clone()).iter().any(|frame| frame.source.speaker.is_some());
    (closed && !verb(sentence) && alike && reference::can_speak(scene, mention.who) && voiced())
        .then_some(mention.who)
}

/// « les 0,7 % sur lesquels tablait le gouvernement », « les 500 milliards qu'annonce Trump »: the relative clause right behind
/// a figure says whose it is.
fn told_by(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let figure = scene.figures_in(&(at..at + 1)).first()?;
    let end = figure.tokens.1 as usize;
    let on = scene.is(end, w::SUR) && scene.slice(end + 1).starts_with("lesquel");
    let verb = match () {
        () if on => end + 2,
        () if scene.is_any(end, &[w::QUE, w::QU]) => end + 1,
        () => return None,
    };
    let states = Roles::SPEECH.with(Roles::COUNT).with(Roles::PLAN);
    let verb = verb::at(scene, verb).filter(|v| v.mood == Mood::Finite && v.roles.has(states))?;
    let subject = scene.mentions_in(verb.at + 1..verb.at + 4).first().filter(|m| m.is_free())?;
    reference::can_speak(scene, subject.who).then(|| named_beside(scene, subject))
}

/// « le premier pointage de la préfecture : 8 000 personnes », « un comptage réalisé par Occurrence aboutit à 14 600 ».
fn counted_by(scene: &Scene<'_>, at: usize) -> Source {
    let sentence = scene.sentence(scene.sentence_of(at));
    let Some(noun) = (sentence.start..at).rev().find(|i| scene.has(*i, Classes::COUNT_NOUN)) else {
        return Source::default();
    };
    let by = scene.mentions_in(noun + 1..(noun + 12).min(at)).iter().find(|m| {
        let of = matches!(m.preposition, w::DE | w::D | w::DU | w::DES) && m.start < noun + 8;
        // « le bilan provisoire communiqué vendredi 14 mars par la protection civile »
        of || m.preposition == w::PAR
    });
    // « le bilan des inondations de l'Extrême-Nord » is nobody's.
    let of = |i: usize| scene.is_any(i, &[w::DE, w::D, w::DU, w::DES]);
    let by = by.filter(|m| m.preposition == w::PAR || (noun + 1..m.start).filter(|i| of(*i)).count() <= 1);
    match by {
        Some(m) if scene.cast.characters[m.who].sort == Sort::Medium => {
            Source { speaker: None, via: Some(m.who) }
        }
        Some(m) if reference::can_speak(scene, m.who) => Source { speaker: Some(m.who), via: None },
        _ => Source::default(),
    }
}

/// Whether a « selon » behind a figure is about it: no other such frame between, and no clause of its own.
fn reaches_back(scene: &Scene<'_>, frames: &[Frame], frame: &Frame, at: usize) -> bool {
    let other = frames.iter().any(|other| other.start > at && other.start < frame.start);
    // « 18 000 foyers étaient privés de courant ; ils n'étaient plus que 11 500, selon Enedis »: of the same.
    let taken_up = |i: usize| reference::pronoun(scene, i + 1).is_some();
    let stop = (at..frame.start).any(|i| scene.is(i, w::SEMICOLON) && !taken_up(i));
    // « promis par X » is said of the words right before it.
    let participle =
        (frame.start..frame.end).any(|i| scene.is(i, w::PAR)) && !scene.is(frame.start, w::SELON);
    let clause = || verb::in_range(scene, at..frame.start).any(|verb| verb.mood == Mood::Finite);
    // « ses 412 millions de bénéfice et les aides de l'État, 41 millions selon la CGT »: a sum set beside what is told; « 310 tracteurs,
    // 450 selon la FDSEA »: another number of the same.
    let beside = || {
        let last = scene.figures_in(&(at + 1..frame.start)).iter().rfind(|f| f.is_quantity());
        let kind = |f: &Figure| f.quantity.map(|quantity| quantity.kind);
        last.is_some_and(|f| {
            f.tokens.1 as usize == frame.start
                && (kind(f) == Some(Kind::Money) || f.inherited && scene.is(frame.start, w::SELON))
                && scene.follows(f.tokens.0 as usize, w::COMMA)
                && scene.figures_in(&(at..at + 1)).iter().any(|own| kind(own) == kind(f))
        })
    };
    // « dix halles et 100 000 emplois promis par Donald Trump »: the last of them.
    let last = || !scene.figures_in(&(at + 1..frame.start)).iter().any(Figure::is_quantity);
    !(other || stop || participle && (clause() || !last()) || beside())
}

/// Whether a frame before a figure has ended: a semicolon, or a backward frame between.
fn shut(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    // « DeepSeek, qui affirme avoir dépensé 6 millions, a fait chuter Nvidia de 17 % »: the main clause goes on.
    let relative = scene.follows(frame.start, w::QUI);
    let resumes = |i: usize| {
        scene.is(i, w::COMMA)
            && verb::at(scene, i + 1).is_some_and(|verb| verb.mood == Mood::Finite && verb.start == i + 1)
    };
    let auxiliary = |i: usize| {
        scene.is(i, w::COMMA) && verb::in_range(scene, i + 2..i + 5).any(|verb| verb.start == i + 1)
    };
    // « promet ChatGPT à tout le pays, qui compte 11 millions d'habitants »: what is so already is told by the outlet.
    let content = scene.is_any(frame.end, &[w::QUE, w::QU]) || is_preposition(scene, frame);
    let aside = |i: usize| {
        let qui = !content && scene.is(i, w::COMMA) && scene.is(i + 1, w::QUI);
        qui && verb::in_range(scene, i + 2..at).next().is_some_and(|verb| {
            verb.tenses.has(Tenses::PRESENT) && !verb.tenses.has(Tenses::FUTURE.with(Tenses::CONDITIONAL))
        })
    };
    let sentence = scene.sentence(scene.sentence_of(at));
    let leads = frame.start == sentence.start && is_preposition(scene, frame);
    // « dit avoir perdu 60 % de sa clientèle ; il lui faudrait 40 000 euros »
    let speaker = frame.source.speaker.map(|who| &scene.cast.characters[who]);
    let goes_on = |semicolon: usize| {
        let agreement = reference::pronoun(scene, semicolon + 1);
        let one = |a: reference::Agreement| {
            speaker.is_some_and(|who| (who.feminine, who.plural) == (a.feminine, a.plural))
        };
        // « La direction promet 40 postes ; elle en a supprimé 120 » is told by the outlet.
        let supposed = || {
            verb::in_range(scene, semicolon + 1..at).next().is_some_and(|v| v.tenses.has(Tenses::CONDITIONAL))
        };
        frame.reach == Reach::Forward && agreement.is_some_and(one) && supposed()
    };
    (frame.end..at).any(|i| {
        !leads && scene.is(i, w::SEMICOLON) && !goes_on(i)
            || relative && (resumes(i) || auxiliary(i))
            || aside(i)
    })
}
