//! `page.toml`: what tells the parts of a page that are no article.

use serde::Deserialize;

use super::super::{Lexicon, PageCue};
use super::{data, phrases};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    teaser: Starts,
    widget: Both,
    #[serde(rename = "box")]
    links: Starts,
    end: Starts,
    appeal: Both,
    published: Contains,
    facts: Contains,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Starts {
    starts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contains {
    contains: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    starts: Vec<String>,
    contains: Vec<String>,
}

pub(super) fn load(lexicon: &mut Lexicon) {
    let file: File = data(file!("page"));
    // A phrase may open a teaser line and, alone on its line, a part to the end of the page.
    for (list, cue) in [
        (&file.widget.starts, PageCue::WIDGET),
        (&file.teaser.starts, PageCue::TEASER),
        (&file.links.starts, PageCue::BOX),
        (&file.end.starts, PageCue::END),
        (&file.appeal.starts, PageCue::APPEAL),
    ] {
        phrases(lexicon, list, |lexicon, steps, _| {
            let known = lexicon.page_starts.get(steps).unwrap_or_default();
            lexicon.page_starts.insert(steps, PageCue(known.0 | cue.0));
        });
    }
    for (list, cue) in [
        (&file.widget.contains, PageCue::WIDGET),
        (&file.appeal.contains, PageCue::APPEAL),
        (&file.published.contains, PageCue::PUBLISHED),
        (&file.facts.contains, PageCue::FACTS),
    ] {
        phrases(lexicon, list, |lexicon, steps, _| lexicon.page_contains.insert(steps, cue));
    }
}
