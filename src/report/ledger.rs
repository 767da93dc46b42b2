//! The ledger: every figure of a text, one line each, with what it was read as.

use std::borrow::Cow;
use std::io::Write as _;

use super::Language;
use super::excerpt::{head, one_line};
use super::fields::{Fields, key};
use super::label::label;
use super::phrase::Reasons;
use super::quantity::QuantityView;
use crate::article::Reading;
use crate::grammar::{Class, Figure};
use crate::lexicon::Lexicon;
use crate::quantity::Strength;
use crate::text::{LineCursor, visible};

/// Columns of the longest text of a figure: a run of digits may be as long as the file.
const LONGEST: usize = 100;

/// The class and the reason of a figure in its article: boilerplate counts for nothing, whatever it says.
fn class_of(
    figure: &Figure,
    read: &Reading<'_>,
    reasons: &'static Reasons,
) -> (&'static str, Option<&'static str>) {
    if !read.article.is_french() {
        return ("other_language", Some(&reasons.other_language));
    }
    if !read.article.is_body(figure.core) {
        return ("boilerplate", Some(&reasons.boilerplate));
    }
    (figure.class.name(), reasons.of(figure.class))
}

/// Writes the figures of an article as JSON Lines.
pub fn jsonl(read: &Reading<'_>, lexicon: &Lexicon, language: Language, out: &mut Vec<u8>) {
    each_entry(read, lexicon, language, out, [b"", b"\n"]);
}

/// Writes the figures of an article as elements of one JSON array, each followed by a comma and a line break.
pub fn json(read: &Reading<'_>, lexicon: &Lexicon, language: Language, out: &mut Vec<u8>) {
    each_entry(read, lexicon, language, out, [b"  ", b",\n"]);
}

fn each_entry(
    read: &Reading<'_>,
    lexicon: &Lexicon,
    language: Language,
    out: &mut Vec<u8>,
    [before, after]: [&[u8]; 2],
) {
    let reasons = &language.phrases().reasons;
    // The same in every entry of an article.
    let mut head = before.to_vec();
    let mut fields = Fields::open(&mut head);
    fields.text(key!("path"), &read.document.path);
    if let Some(record) = &read.document.record {
        fields.text(key!("record"), record);
    }
    for figure in read.figures {
        out.extend_from_slice(&head);
        let class = class_of(figure, read, reasons);
        write_entry(read, figure, class, lexicon, Fields::go_on(out));
        out.extend_from_slice(after);
    }
}

fn write_entry(
    read: &Reading<'_>,
    figure: &Figure,
    (class, reason): (&'static str, Option<&'static str>),
    lexicon: &Lexicon,
    mut fields: Fields<'_>,
) {
    let document = read.document;
    let place = document.file_span(figure.span);
    let mut span = fields.object(key!("span"));
    span.number(key!("start"), place.start);
    span.number(key!("end"), place.end);
    span.close();
    fields.text(key!("text"), document.slice(figure.span));
    fields.name(key!("class"), class);
    fields.text_or_null(key!("reason"), reason);
    match &figure.quantity {
        Some(quantity) => {
            let noun = figure.noun_text(&document.text, read.tokens, lexicon);
            QuantityView::new(quantity, noun.as_deref()).write(fields.object(key!("quantity")));
        }
        None => fields.null(key!("quantity")),
    }
    fields.close();
}

/// Writes the figures of an article for a reader, a line each: place, class, text, and what it was read as.
///
/// `a.txt:12:217: quantity: « au moins 500 milliards »: ≥ 500 Md$`
pub fn text(read: &Reading<'_>, language: Language, out: &mut Vec<u8>) {
    let (document, phrases) = (read.document, language.phrases());
    let mut lines = LineCursor::new(&document.text);
    let record = document.record.as_deref().map(|id| format!("#{}", visible(id))).unwrap_or_default();
    // The same in every line of an article.
    let name = format!("{}{record}", visible(&document.path));
    for figure in read.figures {
        let place = lines.place(figure.span.start);
        let (class, reason) = class_of(figure, read, &phrases.reasons);
        let meaning = match (reason, value(read, figure, language)) {
            (Some(reason), Some(value)) => format!("{reason} ({value})").into(),
            (Some(reason), None) => Cow::Borrowed(reason),
            (None, value) => value.unwrap_or_default().into(),
        };
        let shown = visible(document.slice(figure.span));
        let shown = one_line(&shown);
        let shown = head(&shown, LONGEST);
        let class = phrases.class(class);
        // Writing to memory cannot fail.
        let _ = write!(out, "{name}:{}:{}: {class}: « {shown} »", place.line, place.column);
        let meaning = visible(&meaning);
        let meaning = meaning.trim_end_matches([' ', ':']);
        if !meaning.is_empty() {
            let _ = write!(out, ": {meaning}");
        }
        out.push(b'\n');
    }
}

/// The value of a figure that has one to tell: « ≥ 500 Md$ », « 2025-01-21 ».
fn value(read: &Reading<'_>, figure: &Figure, language: Language) -> Option<String> {
    let quantity = figure.quantity.as_ref()?;
    match (figure.class, quantity.date) {
        (Class::Date, Some(date)) => Some(date.to_string()),
        (Class::Quantity | Class::Number, _) => {
            let noun = figure.noun.map(|noun| read.tokens[noun as usize].span.of(&read.document.text));
            let value = label(quantity, noun, language.phrases());
            let strength = quantity.strength.and_then(Strength::name);
            Some(match strength {
                Some(strength) => format!("{value} ({})", strength.replace('_', " ")),
                None => value,
            })
        }
        _ => None,
    }
}
