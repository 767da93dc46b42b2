//! The ledger: every figure of a text, one line each, with what it was read as.

use std::io::{self, Write};

use serde::Serialize;

use super::quantity::QuantityView;
use crate::article::Reading;
use crate::grammar::{self, Class, Figure};
use crate::lexicon::Lexicon;
use crate::text::{LineCursor, visible, visible_json};

/// One figure in the JSON forms.
#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    span: SpanView,
    text: &'a str,
    class: &'static str,
    reason: Option<&'static str>,
    quantity: Option<QuantityView<'a>>,
}

#[derive(Serialize)]
struct SpanView {
    start: u32,
    end: u32,
}

/// The class and the reason of a figure in its article: boilerplate counts for nothing, whatever it says.
pub fn class_of(figure: &Figure, read: &Reading<'_>) -> (&'static str, Option<&'static str>) {
    if !read.article.is_french() {
        return ("other_language", Some("the article is not in French"));
    }
    if !read.article.is_body(figure.core) {
        return ("boilerplate", Some("outside title and body"));
    }
    (figure.class.name(), figure.class.reason())
}

/// Writes the figures of an article as JSON Lines.
pub fn jsonl(read: &Reading<'_>, lexicon: &Lexicon, out: &mut Vec<u8>) -> io::Result<()> {
    for figure in read.figures {
        write_entry(read, figure, lexicon, out)?;
        out.push(b'\n');
    }
    Ok(())
}

/// Writes the figures of an article as elements of one JSON array, each followed by a comma and a line break.
pub fn json(read: &Reading<'_>, lexicon: &Lexicon, out: &mut Vec<u8>) -> io::Result<()> {
    for figure in read.figures {
        out.extend_from_slice(b"  ");
        write_entry(read, figure, lexicon, out)?;
        out.extend_from_slice(b",\n");
    }
    Ok(())
}

fn write_entry(read: &Reading<'_>, figure: &Figure, lexicon: &Lexicon, out: &mut Vec<u8>) -> io::Result<()> {
    let document = read.document;
    let noun = figure.noun_text(&document.text, read.tokens, lexicon);
    let (class, reason) = class_of(figure, read);
    let span = document.file_span(figure.span);
    let entry = Entry {
        path: &document.path,
        record: document.record.as_deref(),
        span: SpanView { start: span.start, end: span.end },
        text: document.slice(figure.span),
        class,
        reason,
        quantity: figure.quantity.as_ref().map(|quantity| QuantityView::new(quantity, noun.as_deref())),
    };
    out.append(&mut visible_json(serde_json::to_vec(&entry)?));
    Ok(())
}

/// Writes the figures of an article for a reader: place, class, text, and what it was read as.
pub fn text(read: &Reading<'_>, lexicon: &Lexicon, out: &mut Vec<u8>) -> io::Result<()> {
    let document = read.document;
    let mut lines = LineCursor::new(&document.text);
    let record = document.record.as_deref().map(|id| format!("#{}", visible(id))).unwrap_or_default();
    for figure in read.figures {
        let place = lines.place(figure.span.start);
        let (class, reason) = class_of(figure, read);
        let meaning = match reason {
            None => grammar::label(figure, &document.text, read.tokens, lexicon),
            Some(reason) if figure.class == Class::Date || figure.quantity.is_none() => reason.to_owned(),
            Some(reason) => {
                format!("{reason} ({})", grammar::label(figure, &document.text, read.tokens, lexicon))
            }
        };
        writeln!(
            out,
            "{}{record}:{}:{}: {class}: « {} »: {meaning}",
            visible(&document.path),
            place.line,
            place.column,
            visible(document.slice(figure.span)),
        )?;
    }
    Ok(())
}
