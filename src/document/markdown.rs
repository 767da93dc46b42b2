//! Markdown: mark-up masked by spaces, so that every byte of text keeps its place; front matter read.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Declared, Document};
use crate::quantity::PartialDate;
use crate::text::Span;

/// Masks everything but the text, and takes the front matter out.
pub(super) fn mask(document: &mut Document) {
    let original = std::mem::take(&mut document.text);
    let (declared, start) = front_matter(&original);
    document.declared = declared;
    let mut masked: Vec<u8> =
        original.bytes().map(|b| if b == b'\n' || b == b'\r' { b } else { b' ' }).collect();
    keep_text(&original, start, &mut masked);
    document.text = String::from_utf8(masked).unwrap_or_else(|_| original.clone());
    document.original = Some(original);
}

/// Copies the bytes of text events to their places. Code, HTML and link targets stay masked.
fn keep_text(original: &str, start: usize, masked: &mut [u8]) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut hidden = 0_u32;
    for (event, range) in Parser::new_ext(&original[start..], options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Image { .. }) => {
                hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Image) => {
                hidden = hidden.saturating_sub(1);
            }
            Event::Text(_) | Event::Code(_) if hidden == 0 => {
                let range = range.start + start..range.end + start;
                masked[range.clone()].copy_from_slice(&original.as_bytes()[range]);
            }
            _ => {}
        }
    }
}

/// The facts of a front matter of `key: value` lines between `---` and the offset after it.
fn front_matter(text: &str) -> (Declared, usize) {
    let mut declared = Declared::default();
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return (declared, 0);
    };
    let head = text.len() - rest.len();
    let mut at = head;
    for line in rest.split_inclusive('\n') {
        at += line.len();
        let line = line.trim_end();
        if line == "---" || line == "..." {
            declared.preamble = Some(Span::new(0, at as u32));
            return (declared, at);
        }
        if let Some((key, value)) = line.split_once(':') {
            declare(&mut declared, key.trim(), unquoted(value.trim()));
        }
    }
    // Never closed: a rule, not a front matter.
    (Declared::default(), 0)
}

fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|v| v.strip_suffix(quote)) {
            return inner;
        }
    }
    value
}

fn declare(declared: &mut Declared, key: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let text = || Some(value.to_owned());
    match key.to_lowercase().as_str() {
        "title" | "titre" => declared.title = text(),
        "publisher" | "source" | "site" | "media" | "média" | "journal" => declared.publisher = text(),
        "date" | "published" | "publié" | "date_published" => {
            declared.published = PartialDate::parse(value.get(..10).unwrap_or(value));
        }
        "url" | "link" | "lien" | "canonical" => declared.url = text(),
        "lang" | "language" | "langue" => declared.language = text(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::Format;
    use super::*;

    fn read(text: &str) -> Document {
        let format = Format::of_path(std::path::Path::new("a.md")).expect("a format");
        format.read_article("a.md", text.as_bytes()).expect("a document")
    }

    #[test]
    fn text_keeps_its_place() {
        let document = read(
            "# Titre **gras**\n\nLes [500 milliards](http://exemple.fr/10-euros) `x`.\n\n```\n20 euros\n```\n",
        );
        let at = document.text.find("500 milliards").expect("text");
        assert_eq!(&document.slice(Span::new(at as u32, at as u32 + 13)), &"500 milliards");
        assert!(
            !document.text.contains("10-euros")
                && !document.text.contains("20 euros")
                && !document.text.contains('*')
        );
    }

    #[test]
    fn front_matter_is_read_and_is_no_text() {
        let document = read("---\ntitle: \"Deux mots\"\nsource: Le Soir\ndate: 2025-01-22\n---\nCorps\n");
        assert_eq!(document.declared.title.as_deref(), Some("Deux mots"));
        assert_eq!(document.declared.published, PartialDate::parse("2025-01-22"));
        assert_eq!(document.text.trim(), "Corps");
    }
}
