//! What a page prints of its publisher: names, addresses, the owner of its rights.
//!
//! Read by hand: to compile patterns for this took a program that reads one article longer than all the rest.

use crate::quantity::PartialDate;
use crate::text::{Flags, Span, Token};

/// « Publié dans Tunisie Numérique le 23 - 01 - 2025 »: the name.
pub(super) fn published_in(text: &str, tokens: &[Token]) -> Option<Span> {
    let apart = |at: usize| tokens.get(at).filter(|token| token.has(Flags::SPACE));
    let is = |at: usize, words: &[&str]| {
        apart(at).is_some_and(|token| words.iter().any(|word| token.span.of(text).eq_ignore_ascii_case(word)))
    };
    let published = |at: usize| {
        let word = tokens[at].span.of(text).to_lowercase();
        word.ends_with("publié") || word.ends_with("publiée")
    };
    let name = |start: usize| {
        let first = apart(start)?;
        let end = (start + 1..tokens.len()).find(|at| is(*at, &["le"]) && apart(at + 1).is_some())?;
        let inside = |at: usize| {
            !matches!(tokens[at].span.of(text), "," | "|") && (at == start || !tokens[at].has(Flags::LINE))
        };
        (start..end).all(inside).then(|| first.span.join(tokens[end - 1].span))
    };
    (0..tokens.len())
        .filter(|at| is(at + 1, &["dans", "sur", "par"]) && published(*at))
        .find_map(|at| name(at + 2))
}

/// The web address in a line.
pub(super) fn address(line: &str) -> Option<&str> {
    located(line).map(|(start, _, end)| &line[start..end])
}

/// The host of an address, without « www. ».
pub(super) fn host(address: &str) -> Option<&str> {
    located(address).map(|(_, (start, end), _)| &address[start..end])
}

/// Where an address starts, its host, and its end.
fn located(line: &str) -> Option<(usize, (usize, usize), usize)> {
    line.match_indices("http").find_map(|(start, scheme)| {
        let rest = &line[start + scheme.len()..];
        let rest = rest.strip_prefix('s').unwrap_or(rest).strip_prefix("://")?;
        let bare = rest.strip_prefix("www.").and_then(|bare| Some((bare, host_length(bare)?)));
        let (rest, length) = bare.or_else(|| Some((rest, host_length(rest)?)))?;
        let host = line.len() - rest.len();
        let path = &rest[length..];
        let in_path = |b: &u8| matches!(b, b'!' | b'#'..=b';' | b'=' | b'?'..=b'~');
        let path = if path.starts_with('/') { path.bytes().take_while(in_path).count() } else { 0 };
        Some((start, (host, host + length), host + length + path))
    })
}

/// The length of the host that a text begins with: up to the letters after its last dot.
fn host_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let in_host = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-');
    let run = bytes.iter().take_while(|b| in_host(b)).count();
    let ending = |dot: usize| bytes[dot + 1..run].iter().take_while(|b| b.is_ascii_lowercase()).count();
    let dot = (1..run).rev().find(|at| bytes[*at] == b'.' && ending(*at) > 0)?;
    Some(dot + 1 + ending(dot))
}

/// The date in an address: « /2025/01/23/ ».
pub(super) fn date_of_address(url: &str) -> Option<PartialDate> {
    let parts = url.match_indices('/').find_map(|(at, _)| {
        let (year, rest) = digits(&url[at + 1..], 4).filter(|(year, _)| year / 100 == 20)?;
        let (month, rest) = digits(rest.strip_prefix(['/', '-']).unwrap_or(rest), 2)?;
        let (day, rest) = digits(rest.strip_prefix(['/', '-']).unwrap_or(rest), 2)?;
        (rest.is_empty() || rest.starts_with(['/', '-'])).then_some((year, month, day))
    });
    let (year, month, day) = parts?;
    PartialDate::ymd(year, month as u8, day as u8).checked()
}

/// The number that a text begins with, of so many digits, and what follows them.
fn digits(text: &str, count: usize) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(count)?;
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten().map(|number| (number, rest))
}

/// A site's name at the end of a line: « 20min.ch ».
pub(super) fn domain(line: &str) -> Option<&str> {
    const ENDINGS: [&str; 14] =
        ["fr", "ch", "be", "ca", "com", "net", "org", "info", "tn", "ma", "sn", "ci", "lu", "eu"];
    let word = line.rsplit([' ', '\t']).next()?;
    let (name, ending) = word.split_once('.')?;
    let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (plain && !name.is_empty() && ENDINGS.contains(&ending)).then_some(word)
}

/// « S'abonner au Courrier des Stratèges », « © Le Républicain des Deux-Rives »: the name with its article.
pub(super) fn owner(line: &str) -> Option<String> {
    // « © Tous droits réservés » names nobody.
    const RESERVED: [&str; 4] = ["Tous", "Toute", "Reproduction", "Droits"];
    let may_begin = |c: char| matches!(c, 's' | 'S' | '©' | '(' | 'c' | 'C');
    let mut places = line.char_indices().filter(|(_, c)| may_begin(*c));
    let (article, name) = places.find_map(|(at, _)| owner_at(&line[at..]))?;
    let reserved = RESERVED.iter().any(|word| name.starts_with(word));
    (!reserved).then(|| format!("{article}{}", name.trim()))
}

/// The owner that a text begins to tell of: the article that « au », « à la » stand for, and the name.
fn owner_at(text: &str) -> Option<(&'static str, &str)> {
    if let Some(rest) =
        text.strip_prefix('©').or_else(|| past(text, "(c)")).or_else(|| past(text, "copyright"))
    {
        return Some(("", owner_name(rest)?));
    }
    // Any apostrophe.
    let mut rest = past(text, "s")?.chars();
    rest.next().filter(|c| *c != '\n')?;
    let rest = past_space(past(rest.as_str(), "abonner")?)?;
    if let Some(name) = past(rest, "au").and_then(owner_name) {
        return Some(("Le ", name));
    }
    let rest = rest.strip_prefix(['à', 'À'])?;
    let la = past_space(rest).and_then(|rest| past(rest, "la")).and_then(owner_name);
    la.map(|name| ("La ", name)).or_else(|| Some(("", owner_name(rest)?)))
}

/// The name after white space, over a year: letters up to a mark, a hyphen inside a word included.
fn owner_name(text: &str) -> Option<&str> {
    let text = past_space(text)?;
    let year = text.bytes().take_while(u8::is_ascii_digit).count();
    let text = if year > 0 { past_space(&text[year..])? } else { text };
    let cased = |c: char| !c.to_lowercase().eq([c]) || !c.to_uppercase().eq([c]);
    let mut chars = text.char_indices().peekable();
    chars.next_if(|(_, c)| cased(*c))?;
    let mut end = 0;
    while let Some((_, c)) = chars.next() {
        let joins = c == '-' && chars.next_if(|(_, next)| next.is_alphabetic()).is_some();
        if !joins && matches!(c, '\n' | '|' | ',' | '.' | '0'..='9' | '–' | '—' | '-') {
            break;
        }
        end = chars.peek().map_or(text.len(), |(next, _)| *next);
    }
    (end > 0).then(|| &text[..end])
}

/// What follows a word that a text begins with in any case.
fn past<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// What follows the white space that a text begins with.
fn past_space(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Vocabulary, lex};

    #[test]
    fn names_of_publishers_are_found() {
        let name = |line: &str| {
            let mut tokens = Vec::new();
            lex(line, &Vocabulary::default(), &mut tokens);
            published_in(line, &tokens).map(|span| span.of(line).to_owned())
        };
        assert_eq!(name("Publié dans Tunisie Numérique le 23 - 01").as_deref(), Some("Tunisie Numérique"));
        assert_eq!(name("PUBLIÉE SUR 20min.ch LE 23").as_deref(), Some("20min.ch"));
        assert_eq!(name("Publié sur le Web, mis à jour le 3 mai"), None);
        assert_eq!(name("Publié le 3 mai"), None);
    }

    #[test]
    fn addresses_have_a_host_and_a_date() {
        let line = "Lire sur https://www.exemple-un.fr/a/2025/01/23/titre?x=1, puis";
        assert_eq!(address(line), Some("https://www.exemple-un.fr/a/2025/01/23/titre?x=1,"));
        assert_eq!(host(line), Some("exemple-un.fr"));
        assert_eq!(host("http://www.fr"), Some("www.fr"));
        assert_eq!(address("https:// http://a.b1 http://a.bc1"), Some("http://a.b"));
        assert_eq!(address("http et https://localhost/"), None);
        let date = PartialDate::parse("2025-01-23");
        assert_eq!(date_of_address(line), date);
        assert_eq!(date_of_address("http://a.fr/20250123"), date);
        assert_eq!(date_of_address("http://a.fr/2025-01-234"), None);
        assert_eq!(domain("Lire sur 20min.ch"), Some("20min.ch"));
        assert_eq!(domain("www.20min.ch"), None);
    }

    #[test]
    fn owners_have_their_article() {
        for (line, name) in [
            ("S’abonner au Courrier des Stratèges", Some("Le Courrier des Stratèges")),
            ("Lisez, s'abonner à la Une-Deux - ici", Some("La Une-Deux")),
            ("s'abonner à lalala", Some("lalala")),
            ("© 2025 Le Républicain des Deux-Rives. Tous droits", Some("Le Républicain des Deux-Rives")),
            ("Copyright Untel, 2025", Some("Untel")),
            ("(c) Tous droits réservés", None),
            ("© 2025", None),
        ] {
            assert_eq!(owner(line).as_deref(), name, "{line}");
        }
    }
}
