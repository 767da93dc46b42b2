//! What a page prints of its publisher: names, addresses, the owner of its rights.
//!
//! A pattern is compiled when a line holds what each of its matches holds: most pages need one or two, and a program that reads
//! one article would spend more time on compiling them all than on the article.

use std::sync::LazyLock;

use memchr::memchr2_iter;
use regex::Regex;

use crate::quantity::PartialDate;
use crate::text::fold;

/// « Publié dans Tunisie Numérique le 23 - 01 - 2025 »
static PUBLISHED_IN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)publiée?\s+(?:dans|sur|par)\s+([^\n,|]+?)\s+le\s"));

/// An address with its host and, often, its date.
static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?-u)https?://(?:www\.)?([a-z0-9.-]+\.[a-z]+)(?:/[!#-;=?-~]*)?"));

/// The date in an address: « /2025/01/23/ ».
static ADDRESS_DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?-u)/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:/|-|$)"));

/// A site's name alone: « 20min.ch ».
static DOMAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?-u)(?:^|[ \t])([a-z0-9-]+\.(?:fr|ch|be|ca|com|net|org|info|tn|ma|sn|ci|lu|eu))$")
});

/// « S'abonner au Courrier des Stratèges », « © Le Républicain des Deux-Rives ». The letters are those of French: the tables of all
/// scripts take as long to compile as some articles to read.
static OWNER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:s.abonner\s+(au|à\s+la|à)|©|\(c\)|copyright)\s+(?:[0-9]+\s+)?([A-ZÀ-ÖØ-ÞŒ](?:[^\n|,.0-9–—-]|-[A-ZÀ-ÖØ-ÞŒ])+)",
    )
});

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether a line holds a word in one of its spellings, all of which begin with the same letter.
fn holds(line: &str, spellings: &[&[u8]]) -> bool {
    let (line, first) = (line.as_bytes(), spellings[0][0]);
    memchr2_iter(first, first.to_ascii_uppercase(), line)
        .any(|at| spellings.iter().any(|word| line[at..].starts_with(word)))
}

/// « Publié dans Tunisie Numérique le 23 - 01 - 2025 »: the name.
pub(super) fn published_in(line: &str) -> Option<&str> {
    let likely = holds(line, &[b"publi", b"Publi", b"PUBLI"]);
    let found = likely.then(|| PUBLISHED_IN.captures(line)).flatten()?;
    found.get(1).map(|name| name.as_str().trim())
}

/// The web address in a line.
pub(super) fn address(line: &str) -> Option<&str> {
    let likely = holds(line, &[b"://"]);
    likely.then(|| ADDRESS.find(line)).flatten().map(|found| found.as_str())
}

/// The host of an address, without « www. ».
pub(super) fn host(address: &str) -> Option<&str> {
    ADDRESS.captures(address)?.get(1).map(|host| host.as_str())
}

/// The date in an address: « /2025/01/23/ ».
pub(super) fn date_of_address(url: &str) -> Option<PartialDate> {
    let found = ADDRESS_DATE.captures(url)?;
    let part = |i: usize| found.get(i)?.as_str().parse::<u16>().ok();
    PartialDate::ymd(part(1)?, part(2)? as u8, part(3)? as u8).checked()
}

/// A site's name at the end of a line: « 20min.ch ».
pub(super) fn domain(line: &str) -> Option<&str> {
    let ending = line.rsplit_once('.').filter(|(_, ending)| (2..=4).contains(&ending.len()));
    ending.and_then(|_| DOMAIN.captures(line))?.get(1).map(|name| name.as_str())
}

/// « S'abonner au Courrier des Stratèges », « © Le Républicain des Deux-Rives »: the name with its article.
pub(super) fn owner(line: &str) -> Option<String> {
    // « © Tous droits réservés » names nobody.
    const RESERVED: [&str; 4] = ["Tous", "Toute", "Reproduction", "Droits"];
    let likely = line.contains(['©', '('])
        || holds(line, &[b"bonner", b"BONNER"])
        || holds(line, &[b"opyright", b"OPYRIGHT"]);
    let found = likely.then(|| OWNER.captures(line)).flatten()?;
    let name = found[2].trim();
    let article = match found.get(1).map(|article| fold(article.as_str())).as_deref() {
        Some("au") => "Le ",
        Some("a la") => "La ",
        _ => "",
    };
    let reserved = RESERVED.iter().any(|word| name.starts_with(word));
    (!reserved).then(|| format!("{article}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_publishers_are_found() {
        assert_eq!(published_in("Publié dans Tunisie Numérique le 23 - 01"), Some("Tunisie Numérique"));
        assert_eq!(published_in("PUBLIÉE SUR 20min.ch LE 23"), Some("20min.ch"));
        assert_eq!(published_in("Publié sur le Web, mis à jour le 3 mai"), None);
        assert_eq!(published_in("Publié le 3 mai"), None);
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
