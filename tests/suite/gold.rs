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

const SETS: [Set; 33] = [
    Set {
        name: "Stargate, the launch (tuned on)",
        folders: &[
            ("articles", "stargate"),
            ("stories/tuned/launch", "stargate"),
            ("stories/tuned/press", "stargate"),
            ("stories/tuned/papers", "stargate"),
            ("stories/tuned/voices", "stargate"),
            ("stories/tuned/opening", "stargate"),
        ],
        floors: [0.97, 0.99, 0.87, 0.93, 1.00, 0.87, 0.88, 0.92, 0.97],
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
        ],
        floors: [0.98, 0.99, 0.74, 0.95, 1.00, 0.83, 0.73, 0.91, 0.96],
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
        ],
        floors: [0.97, 0.99, 0.0, 0.90, 0.99, 0.87, 0.73, 0.91, 0.96],
    },
    Set {
        name: "demonstrations (tuned on)",
        folders: &[("stories/tuned/demonstration", "demonstration")],
        floors: [0.95, 1.00, 0.86, 0.92, 1.00, 0.97, 0.66, 0.92, 0.92],
    },
    Set {
        name: "Stargate, the launch (tuned on, second lot)",
        folders: &[("stories/tuned/dispatches", "stargate"), ("stories/tuned/columns", "stargate")],
        floors: [0.97, 0.99, 0.88, 0.88, 1.00, 0.84, 0.96, 0.88, 0.83],
    },
    Set {
        name: "Stargate, later news (tuned on, second lot)",
        folders: &[("stories/tuned/contracts", "stargate"), ("stories/tuned/fjords", "stargate")],
        floors: [0.97, 0.99, 0.63, 0.92, 1.00, 0.76, 0.73, 0.95, 0.94],
    },
    Set {
        name: "other stories (tuned on, second lot)",
        folders: &[("stories/tuned/rails", "none"), ("stories/tuned/wards", "none")],
        floors: [0.96, 0.99, 0.0, 0.92, 1.00, 0.86, 0.72, 0.85, 0.91],
    },
    Set {
        name: "Stargate, the launch (tuned on, third lot)",
        folders: &[
            ("stories/tuned/briefings", "stargate"),
            ("stories/tuned/doubts", "stargate"),
            ("stories/tuned/podiums", "stargate"),
        ],
        floors: [0.96, 0.99, 0.88, 0.90, 1.00, 0.85, 0.91, 0.93, 0.95],
    },
    Set {
        name: "Stargate, later news (tuned on, third lot)",
        folders: &[
            ("stories/tuned/grids", "stargate"),
            ("stories/tuned/loans", "stargate"),
            ("stories/tuned/fields", "stargate"),
        ],
        floors: [0.95, 0.98, 0.58, 0.85, 1.00, 0.76, 0.66, 0.77, 0.92],
    },
    Set {
        name: "other stories (tuned on, third lot)",
        folders: &[
            ("stories/tuned/mills", "none"),
            ("stories/tuned/harbours", "none"),
            ("stories/tuned/ferries", "none"),
            ("stories/tuned/verdicts", "none"),
        ],
        floors: [0.94, 0.99, 0.0, 0.90, 1.00, 0.87, 0.79, 0.87, 0.90],
    },
    Set {
        name: "Stargate, the launch (tuned on, fourth lot)",
        folders: &[("stories/tuned/banners", "stargate"), ("stories/tuned/hearings", "stargate")],
        floors: [0.97, 0.98, 0.85, 0.94, 1.00, 0.82, 0.95, 0.89, 0.86],
    },
    Set {
        name: "Stargate, later news (tuned on, fourth lot)",
        folders: &[("stories/tuned/circuits", "stargate"), ("stories/tuned/orders", "stargate")],
        floors: [0.97, 0.99, 0.72, 0.93, 1.00, 0.82, 0.64, 0.84, 0.81],
    },
    Set {
        name: "other stories (tuned on, fourth lot)",
        folders: &[("stories/tuned/tides", "none"), ("stories/tuned/winters", "none")],
        floors: [0.95, 0.99, 0.0, 0.91, 1.00, 0.87, 0.60, 0.80, 1.00],
    },
    Set {
        name: "Stargate, the launch (tuned on, fifth lot)",
        folders: &[
            ("stories/tuned/mornings", "stargate"),
            ("stories/tuned/evenings", "stargate"),
            ("stories/tuned/fanfares", "stargate"),
        ],
        floors: [0.95, 0.99, 0.87, 0.86, 1.00, 0.83, 0.88, 0.93, 0.97],
    },
    Set {
        name: "Stargate, later news (tuned on, fifth lot)",
        folders: &[
            ("stories/tuned/acres", "stargate"),
            ("stories/tuned/pampas", "stargate"),
            ("stories/tuned/mesas", "stargate"),
            ("stories/tuned/lenders", "stargate"),
        ],
        floors: [0.95, 0.99, 0.68, 0.90, 1.00, 0.82, 0.76, 0.80, 0.94],
    },
    Set {
        name: "other stories (tuned on, fifth lot)",
        folders: &[
            ("stories/tuned/rivers", "none"),
            ("stories/tuned/tiles", "none"),
            ("stories/tuned/embers", "none"),
            ("stories/tuned/ballots", "none"),
            ("stories/tuned/choirs", "none"),
        ],
        floors: [0.92, 0.99, 0.0, 0.89, 0.99, 0.86, 0.77, 0.92, 0.91],
    },
    Set {
        name: "Stargate, the launch (tuned on, sixth lot)",
        folders: &[("stories/tuned/beacons", "stargate"), ("stories/tuned/vaults", "stargate")],
        floors: [0.96, 0.98, 0.83, 0.85, 1.00, 0.80, 0.70, 0.83, 0.85],
    },
    Set {
        name: "Stargate, later news (tuned on, sixth lot)",
        folders: &[
            ("stories/tuned/prairies", "stargate"),
            ("stories/tuned/narrows", "stargate"),
            ("stories/tuned/lakes", "stargate"),
        ],
        floors: [0.97, 0.99, 0.55, 0.88, 1.00, 0.78, 0.68, 0.74, 1.00],
    },
    Set {
        name: "other stories (tuned on, sixth lot)",
        folders: &[
            ("stories/tuned/jewels", "none"),
            ("stories/tuned/boots", "none"),
            ("stories/tuned/duties", "none"),
            ("stories/tuned/floods", "none"),
        ],
        floors: [0.97, 0.99, 0.0, 0.88, 1.00, 0.91, 0.72, 0.88, 0.97],
    },
    Set {
        name: "Stargate, the launch (tuned on, seventh lot)",
        folders: &[
            ("stories/tuned/lanterns", "stargate"),
            ("stories/tuned/ledgers", "stargate"),
            ("stories/tuned/gazettes", "stargate"),
        ],
        floors: [0.97, 0.99, 0.91, 0.86, 0.99, 0.80, 0.91, 0.94, 0.75],
    },
    Set {
        name: "Stargate, later news (tuned on, seventh lot)",
        folders: &[("stories/tuned/cables", "stargate"), ("stories/tuned/glaciers", "stargate")],
        floors: [0.98, 0.99, 0.54, 0.85, 0.99, 0.79, 0.54, 0.82, 0.99],
    },
    Set {
        name: "other stories (tuned on, seventh lot)",
        folders: &[
            ("stories/tuned/marches", "none"),
            ("stories/tuned/bridges", "none"),
            ("stories/tuned/forests", "none"),
        ],
        floors: [0.94, 0.99, 0.0, 0.83, 0.99, 0.83, 0.52, 0.73, 0.86],
    },
    Set {
        name: "Stargate, the launch (tuned on, eighth lot)",
        folders: &[("stories/tuned/signals", "stargate")],
        floors: [0.96, 0.98, 0.87, 0.88, 0.99, 0.77, 0.81, 0.94, 0.92],
    },
    Set {
        name: "Stargate, later news (tuned on, eighth lot)",
        folders: &[("stories/tuned/ridges", "stargate"), ("stories/tuned/orchards", "stargate")],
        floors: [0.96, 0.99, 0.54, 0.90, 0.99, 0.80, 0.53, 0.78, 0.99],
    },
    Set {
        name: "other stories (tuned on, eighth lot)",
        folders: &[("stories/tuned/kilns", "none"), ("stories/tuned/piers", "none")],
        floors: [0.96, 0.99, 0.0, 0.83, 0.99, 0.78, 0.48, 0.83, 0.94],
    },
    Set {
        name: "Stargate, later news (tuned on, ninth lot)",
        folders: &[
            ("stories/tuned/straits", "stargate"),
            ("stories/tuned/cores", "stargate"),
            ("stories/tuned/ranches", "stargate"),
            ("stories/tuned/fells", "stargate"),
        ],
        floors: [0.94, 0.99, 0.49, 0.93, 0.99, 0.77, 0.48, 0.74, 0.84],
    },
    Set {
        name: "other stories (tuned on, ninth lot)",
        folders: &[
            ("stories/tuned/wells", "none"),
            ("stories/tuned/torrents", "none"),
            ("stories/tuned/foundries", "none"),
            ("stories/tuned/wagons", "none"),
        ],
        floors: [0.91, 0.99, 0.0, 0.85, 0.97, 0.83, 0.44, 0.71, 0.93],
    },
    Set {
        name: "Stargate, the launch (tuned on, tenth lot)",
        folders: &[("stories/tuned/torches", "stargate")],
        floors: [0.95, 0.99, 0.90, 0.88, 0.99, 0.81, 0.92, 0.99, 0.92],
    },
    Set {
        name: "Stargate, later news (tuned on, tenth lot)",
        folders: &[("stories/tuned/girders", "stargate"), ("stories/tuned/cranes", "stargate")],
        floors: [0.97, 0.99, 0.64, 0.88, 0.99, 0.70, 0.39, 0.68, 0.83],
    },
    Set {
        name: "other stories (tuned on, tenth lot)",
        folders: &[("stories/tuned/trams", "none"), ("stories/tuned/embankments", "none")],
        floors: [0.98, 0.98, 0.0, 0.87, 0.99, 0.76, 0.63, 0.85, 0.99],
    },
    Set {
        name: "Stargate, the launch (unseen)",
        folders: &[("stories/unseen/launch", "stargate")],
        floors: [0.0; 9],
    },
    Set {
        name: "Stargate, later news (unseen)",
        folders: &[("stories/unseen/later", "stargate")],
        floors: [0.0; 9],
    },
    Set { name: "other stories (unseen)", folders: &[("stories/unseen/other", "none")], floors: [0.0; 9] },
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
