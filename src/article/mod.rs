//! Floor 3: a text as an article: its title, publisher, date, language, and the body apart from the rest of the page.

mod body;
mod imprint;
mod language;
mod line;
mod meta;

use crate::document::Document;
use crate::grammar::Figure;
use crate::lexicon::Lexicon;
use crate::quantity::PartialDate;
use crate::text::{Span, Token};

/// What a text is as an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The title, declared or found.
    pub title: Option<String>,
    /// Where the title stands in the text, when it does.
    pub title_span: Option<Span>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<PartialDate>,
    /// Its address.
    pub url: Option<String>,
    /// ISO 639-1 code of the language, `und` when the text is too short to tell.
    pub language: String,
    /// The parts of the text that are title and body, ascending; everything else is boilerplate.
    pub body: Vec<Span>,
    /// Whether line breaks are only where the text was wrapped.
    pub wrapped: bool,
}

impl Article {
    /// Whether a span lies in title or body.
    pub fn is_body(&self, span: Span) -> bool {
        let i = self.body.partition_point(|part| part.end <= span.start);
        self.body.get(i).is_some_and(|part| part.contains(span))
    }

    /// Whether French rules apply: what is not known to be another language.
    pub fn is_french(&self) -> bool {
        matches!(self.language.as_str(), "fr" | "und")
    }
}

/// What of a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Its language, and the body apart from the rest: enough to list its figures.
    Body,
    /// Its publisher, date and address, too.
    Page,
}

/// A text with everything that was read in it.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its figures, boilerplate included.
    pub figures: &'a [Figure],
    /// Its parts.
    pub article: &'a Article,
}

/// Parses a text. `figures` are all figures read in it: dates among them say when it appeared.
pub fn parse(
    document: &Document,
    tokens: &[Token],
    figures: &[Figure],
    lexicon: &Lexicon,
    scope: Scope,
) -> Article {
    let text = &document.text;
    let wrapped = line::is_wrapped(text);
    let printed = document.original.as_deref().unwrap_or(text);
    let lines = line::split(text, printed, tokens, figures, wrapped, lexicon);
    let layout = body::lay_out(&lines, tokens, document.declared.preamble);
    let found = match scope {
        Scope::Body => meta::Found::default(),
        Scope::Page => meta::find(text, tokens, figures, &lines, &layout),
    };
    let declared = &document.declared;
    let title_span = layout.title.map(|i| lines[i].span);
    Article {
        title: declared.title.clone().or_else(|| title_span.map(|span| span.of(text).trim().to_owned())),
        title_span,
        publisher: declared.publisher.clone().or(found.publisher),
        published: declared.published.or(found.published),
        url: declared.url.clone().or(found.url),
        language: declared
            .language
            .as_deref()
            .map_or_else(|| language::guess(tokens, lexicon), language::primary),
        body: layout.body,
        wrapped,
    }
}
