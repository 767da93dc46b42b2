//! Scores of the fixtures against their gold, with floors that only rise.
//!
//! `cargo test --test suite gold -- --nocapture` prints the table of the README.

use super::support::fixtures::{json, report, root};
use super::support::score::{self, Scores};

/// The columns of the table.
const METRICS: [&str; 9] = [
    "quantity F1", "bound", "slot F1", "speaker", "quoted", "modality", "disagreement recall",
    "disagreement precision", "finding kind",
];

/// A set of stories with the floors of its metrics, in the order of [`METRICS`].
struct Set {
    name: &'static str,
    folders: &'static [(&'static str, &'static str)],
    floors: [f64; 9],
}

const SETS: [Set; 9] = [
    Set {
        name: "Stargate, the launch (tuned on)",
        folders: &[
            ("articles", "stargate"),
            ("stories/tuned/launch", "stargate"),
            ("stories/tuned/press", "stargate"),
            ("stories/tuned/papers", "stargate"),
            ("stories/tuned/voices", "stargate"),
            ("stories/tuned/opening", "stargate"),
            ("stories/tuned/dispatches", "stargate"),
            ("stories/tuned/columns", "stargate"),
            ("stories/tuned/briefings", "stargate"),
            ("stories/tuned/doubts", "stargate"),
            ("stories/tuned/podiums", "stargate"),
            ("stories/tuned/banners", "stargate"),
            ("stories/tuned/hearings", "stargate"),
            ("stories/tuned/mornings", "stargate"),
            ("stories/tuned/evenings", "stargate"),
            ("stories/tuned/fanfares", "stargate"),
            ("stories/tuned/beacons", "stargate"),
            ("stories/tuned/vaults", "stargate"),
            ("stories/tuned/lanterns", "stargate"),
            ("stories/tuned/ledgers", "stargate"),
            ("stories/tuned/gazettes", "stargate"),
            ("stories/tuned/signals", "stargate"),
            ("stories/tuned/torches", "stargate"),
        ],
        floors: [0.96, 0.99, 0.87, 0.90, 0.99, 0.84, 0.88, 0.93, 0.91],
    },
    Set {
        name: "Stargate, later news (tuned on)",
        folders: &[
            ("stories/tuned/later", "stargate"),
            ("stories/tuned/year", "stargate"),
            ("stories/tuned/deals", "stargate"),
            ("stories/tuned/sites", "stargate"),
            ("stories/tuned/revue", "stargate"),
            ("stories/tuned/sequel", "stargate"),
            ("stories/tuned/campuses", "stargate"),
            ("stories/tuned/autumn", "stargate"),
            ("stories/tuned/wires", "stargate"),
            ("stories/tuned/relays", "stargate"),
            ("stories/tuned/contracts", "stargate"),
            ("stories/tuned/fjords", "stargate"),
            ("stories/tuned/grids", "stargate"),
            ("stories/tuned/loans", "stargate"),
            ("stories/tuned/fields", "stargate"),
            ("stories/tuned/circuits", "stargate"),
            ("stories/tuned/orders", "stargate"),
            ("stories/tuned/acres", "stargate"),
            ("stories/tuned/pampas", "stargate"),
            ("stories/tuned/mesas", "stargate"),
            ("stories/tuned/lenders", "stargate"),
            ("stories/tuned/prairies", "stargate"),
            ("stories/tuned/narrows", "stargate"),
            ("stories/tuned/lakes", "stargate"),
            ("stories/tuned/cables", "stargate"),
            ("stories/tuned/glaciers", "stargate"),
            ("stories/tuned/ridges", "stargate"),
            ("stories/tuned/orchards", "stargate"),
            ("stories/tuned/straits", "stargate"),
            ("stories/tuned/cores", "stargate"),
            ("stories/tuned/ranches", "stargate"),
            ("stories/tuned/fells", "stargate"),
            ("stories/tuned/girders", "stargate"),
            ("stories/tuned/cranes", "stargate"),
        ],
        floors: [0.97, 0.99, 0.64, 0.91, 0.99, 0.79, 0.65, 0.84, 0.93],
    },
    Set {
        name: "other stories (tuned on)",
        folders: &[
            ("stories/tuned/other", "none"),
            ("stories/tuned/france", "none"),
            ("stories/tuned/quarrels", "none"),
            ("stories/tuned/maternity", "none"),
            ("stories/tuned/factory", "none"),
            ("stories/tuned/trades", "none"),
            ("stories/tuned/bourgs", "none"),
            ("stories/tuned/everyday", "none"),
            ("stories/tuned/counties", "none"),
            ("stories/tuned/valleys", "none"),
            ("stories/tuned/ports", "none"),
            ("stories/tuned/rails", "none"),
            ("stories/tuned/wards", "none"),
            ("stories/tuned/mills", "none"),
            ("stories/tuned/harbours", "none"),
            ("stories/tuned/ferries", "none"),
            ("stories/tuned/verdicts", "none"),
            ("stories/tuned/tides", "none"),
            ("stories/tuned/winters", "none"),
            ("stories/tuned/rivers", "none"),
            ("stories/tuned/tiles", "none"),
            ("stories/tuned/embers", "none"),
            ("stories/tuned/ballots", "none"),
            ("stories/tuned/choirs", "none"),
            ("stories/tuned/jewels", "none"),
            ("stories/tuned/boots", "none"),
            ("stories/tuned/duties", "none"),
            ("stories/tuned/floods", "none"),
            ("stories/tuned/marches", "none"),
            ("stories/tuned/bridges", "none"),
            ("stories/tuned/forests", "none"),
            ("stories/tuned/kilns", "none"),
            ("stories/tuned/piers", "none"),
            ("stories/tuned/wells", "none"),
            ("stories/tuned/torrents", "none"),
            ("stories/tuned/foundries", "none"),
            ("stories/tuned/wagons", "none"),
            ("stories/tuned/trams", "none"),
            ("stories/tuned/embankments", "none"),
        ],
        floors: [0.95, 0.99, 0.0, 0.88, 0.99, 0.86, 0.70, 0.88, 0.94],
    },
    Set {
        name: "demonstrations (tuned on)",
        folders: &[("stories/tuned/demonstration", "demonstration")],
        floors: [0.94, 0.99, 0.86, 0.93, 0.99, 0.97, 0.66, 0.92, 0.92],
    },
    Set {
        name: "Stargate, later news (tuned on, last lot)",
        folders: &[("stories/tuned/spurs", "stargate")],
        floors: [0.0; 9],
    },
    Set {
        name: "other stories (tuned on, last lot)",
        folders: &[("stories/tuned/weirs", "none")],
        floors: [0.0; 9],
    },
    Set {
        name: "Stargate, the launch (unseen)",
        folders: &[("stories/unseen/launch", "stargate")],
        floors: [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    },
    Set {
        name: "Stargate, later news (unseen)",
        folders: &[("stories/unseen/later", "stargate")],
        floors: [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    },
    Set {
        name: "other stories (unseen)",
        folders: &[("stories/unseen/other", "none")],
        floors: [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    },
];

fn scores(set: &Set) -> Scores {
    let mut all = Scores::default();
    for (folder, topic) in set.folders {
        let path = root().join(folder);
        all.merge(score::folder(&json(&report(std::slice::from_ref(&path), topic)), &path));
    }
    all
}

#[test]
fn quality_stays_above_its_floors() {
    println!("| set | {} |", METRICS.join(" | "));
    println!("|---|{}", "---|".repeat(METRICS.len()));
    let mut faults = Vec::new();
    for set in &SETS {
        let scores = scores(set);
        let values = METRICS.map(|metric| scores.value(metric));
        // Without a topic there are no slots to score.
        let topical = set.folders.iter().any(|(_, topic)| *topic != "none");
        let cell = |(metric, value): (&str, f64)| match metric {
            "slot F1" if !topical => "–".to_owned(),
            _ => format!("{value:.3}"),
        };
        let cells: Vec<String> = METRICS.into_iter().zip(values).map(cell).collect();
        println!("| {} | {} |", set.name, cells.join(" | "));
        for ((metric, value), floor) in METRICS.iter().zip(values).zip(set.floors) {
            if value < floor {
                faults.push(format!("{}: {metric} {value:.3} is below its floor {floor}", set.name));
            }
        }
        if std::env::var_os("MISSES").is_some() {
            scores.misses.iter().for_each(|miss| println!("  {miss}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
