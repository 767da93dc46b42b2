//! The kinds of finding that compare more than two values of one slot, each on articles of two or three sentences: what must
//! be flagged, and what looks like it and must not.

use stargate_check::checks::{Finding, Kind, Severity};
use stargate_check::report::Report;

use super::support::fixtures;
use super::support::program::folder;

/// The report on texts, which are named a.txt, b.txt … in their order.
fn read(texts: &[&str], topic: &str) -> Report {
    let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().copied()).collect();
    let folder = folder(&files);
    fixtures::report(&[folder.path().to_owned()], topic)
}

/// The findings of a kind.
fn of_kind(report: &Report, kind: Kind) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| finding.kind == kind).collect()
}

/// The words of the claims of the only finding of a kind, side by side.
pub(super) fn flagged(texts: &[&str], topic: &str, kind: Kind) -> Vec<Vec<String>> {
    let report = read(texts, topic);
    let [finding] = of_kind(&report, kind)[..] else {
        panic!("{texts:?}: {:#?}", report.findings);
    };
    let words = |claim: &usize| report.corpus.statements[*claim].text.clone();
    finding.sides.iter().map(|side| side.claims.iter().map(words).collect()).collect()
}

/// No finding of a kind.
pub(super) fn silent(texts: &[&str], topic: &str, kind: Kind) {
    let report = read(texts, topic);
    let found = of_kind(&report, kind);
    assert!(found.is_empty(), "{texts:?}: {found:#?}");
}

const EACH: &str = "Stargate\n\nSelon The Information, OpenAI et SoftBank apporteront 19 milliards de dollars chacun au \
    projet Stargate.\n";
const TOGETHER: &str =
    "Le tour de table\n\nOpenAI et SoftBank mettront à eux deux 19 milliards de dollars dans Stargate.\n";

#[test]
fn a_figure_of_each_told_of_all_together_is_a_drift() {
    let sides = flagged(&[EACH, TOGETHER], "stargate", Kind::MeasureDrift);
    assert_eq!(sides[0], ["19 milliards de dollars"]);
    assert_eq!(sides[1].len(), 2, "one claim for each holder: {sides:?}");
}

#[test]
fn a_figure_of_two_told_of_one_alone_is_a_drift() {
    let both =
        "Stargate\n\nOracle et MGX verseraient 7 milliards de dollars à eux deux dans le projet Stargate.\n";
    let alone = "Le projet Stargate\n\nOracle mettra 7 milliards de dollars dans Stargate, a-t-on appris.\n";
    flagged(&[both, alone], "stargate", Kind::MeasureDrift);
    // A sentence that names the other holder too may mean both.
    let unclear = "Le projet Stargate\n\nAvec MGX, Oracle mettra 7 milliards de dollars dans Stargate.\n";
    silent(&[both, unclear], "stargate", Kind::MeasureDrift);
}

#[test]
fn holders_that_agree_do_not_drift() {
    let other =
        "Le tour de table\n\nOpenAI et SoftBank mettront à eux deux 38 milliards de dollars dans Stargate.\n";
    silent(&[EACH, other], "stargate", Kind::MeasureDrift);
    silent(&[EACH, EACH], "stargate", Kind::MeasureDrift);
    let both =
        format!("{EACH}\nUn confrère écrit que les deux mettront à eux deux 19 milliards de dollars.\n");
    silent(&[&both], "stargate", Kind::MeasureDrift);
}

#[test]
fn physical_units_have_an_exact_factor() {
    let flags =
        ["Le site couvre 575 acres, soit 133 hectares.\n", "Le campus occupera 10 miles carrés (16 km²).\n"];
    for text in flags {
        assert_eq!(flagged(&[text], "none", Kind::Conversion).len(), 2, "{text}");
    }
    for text in [
        "Le site couvre 575 acres, soit 233 hectares.\n",
        "Le hall mesure 500 000 pieds carrés (46 500 m²).\n",
        "La route fait 2 000 miles, soit environ 3 200 km.\n",
        "Le parc compte 80 hectares, dont 20 acres de bois.\n",
        "Le site couvre 575 acres, soit 133 hectares de plus que prévu.\n",
        "La maison est à 3 km, la gare à 12 miles.\n",
    ] {
        silent(&[text], "none", Kind::Conversion);
    }
}

#[test]
fn currencies_are_held_against_dated_rates() {
    let dated =
        |text: &str| format!("Stargate en bref\n\n23 janvier 2025\n\nLe projet Stargate vaut {text}.\n");
    let off = dated("500 milliards de dollars américains (380 milliards d'euros)");
    assert_eq!(
        flagged(&[&off], "stargate", Kind::Conversion),
        [["500 milliards de dollars américains"], ["380 milliards d'euros"]]
    );
    for text in [
        "500 milliards de dollars (480 milliards d'euros)",
        "500 milliards de dollars, soit environ 450 milliards de francs suisses",
        "500 milliards de dollars, contre 300 milliards d'euros pour un autre",
        "500 milliards de dollars (dont 100 milliards d'euros pour l'Europe)",
        // The sign may be a dollar of Canada.
        "500 milliards d'euros (750 milliards $)",
    ] {
        silent(&[&dated(text)], "stargate", Kind::Conversion);
    }
}

#[test]
fn a_sentence_may_say_what_a_sum_is_worth() {
    let told = |euros: &str| {
        format!(
            "Crues au Maroc\n\nL'État débloque 120 millions de dirhams. C'est l'équivalent de {euros} millions d'euros.\n"
        )
    };
    flagged(&[&told("110")], "none", Kind::Conversion);
    silent(&[&told("11")], "none", Kind::Conversion);
}

#[test]
fn two_conversions_of_one_article_have_one_rate() {
    let two = |second: &str| {
        format!(
            "Le transfert\n\nLe club reçoit 45 millions d'euros, ce qui représente 4,5 milliards de dinars koweïtiens. Il touche \
             aussi {second}.\n"
        )
    };
    let flags = [
        "5,7 millions d'euros (490 millions de dinars koweïtiens)",
        "5,7 millions d'euros, près de 570 000 dinars koweïtiens, de prime",
    ];
    for second in flags {
        assert_eq!(flagged(&[&two(second)], "none", Kind::Conversion).len(), 4, "{second}");
    }
    for second in [
        "5,7 millions d'euros (570 millions de dinars koweïtiens)",
        "5,7 millions d'euros, 300 millions de dinars koweïtiens, et une prime",
        "5,7 millions d'euros (6 millions de dollars)",
    ] {
        silent(&[&two(second)], "none", Kind::Conversion);
    }
}

#[test]
fn a_conversion_at_no_rate_is_found_once() {
    let text = "Le transfert\n\nLe club reçoit 45 millions d'euros, ce qui représente 29,5 milliards de francs CFA. Il touche \
        aussi 5,7 millions d'euros (3,2 milliards de francs CFA).\n";
    assert_eq!(
        flagged(&[text], "none", Kind::Conversion),
        [["5,7 millions d'euros"], ["3,2 milliards de francs CFA"]]
    );
}

#[test]
fn a_stated_sum_is_that_of_its_parts() {
    let flags = [
        "La banque a prêté 2,3 milliards de dollars, puis 7,1, ce qui fait 9,6 milliards.\n",
        "La région verse 20 millions d'euros et l'État 30 millions, soit au total 60 millions d'euros.\n",
    ];
    for text in flags {
        assert_eq!(flagged(&[text], "none", Kind::Arithmetic).len(), 2, "{text}");
    }
    let owners = "Stargate\n\nOpenAI et SoftBank mettront 19 milliards de dollars chacun dans Stargate. Oracle et MGX \
        ajouteront 7 milliards à eux deux. Soit 54 milliards déjà identifiés.\n";
    flagged(&[owners], "stargate", Kind::Arithmetic);
    for text in [
        "La banque a prêté 2,3 milliards de dollars, puis 7,1, ce qui fait 9,4 milliards.\n",
        "La banque a prêté 2,3 milliards de dollars, puis 7,1, soit 4,8 milliards de plus que prévu.\n",
        "Le budget passe de 20 millions d'euros à 30 millions, soit 12 millions hors inflation.\n",
        "Les trois villes versent 10 millions d'euros chacune et l'État 30 millions, soit au total 60 millions d'euros.\n",
        "La région verse 20 millions d'euros, dont 5 millions pour Lyon, soit au total 30 millions d'euros.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
    silent(&[&owners.replace("54", "45")], "stargate", Kind::Arithmetic);
}

#[test]
fn a_sum_is_stated_in_many_ways() {
    for (text, right, wrong) in [
        (
            "Le site aura 320 mégawatts, puis 290 mégawatts supplémentaires, pour arriver à un total de {} mégawatts.\n",
            "610",
            "520",
        ),
        (
            "SoftBank et OpenAI mettent 19 millions d'euros, Oracle et MGX 7 millions ensemble, soit {} millions.\n",
            "26",
            "35",
        ),
        (
            "La première ligne s'élevait à 2,3 milliards d'euros. La banque y a ajouté 7,1 milliards. « Au total », dit-elle, \
          « nous avons prêté {} milliards ».\n",
            "9,4",
            "11,6",
        ),
        (
            "Sur les 40 milliards d'euros, la banque en fournirait 30. Les {} restants viendraient de fonds.\n",
            "10",
            "15",
        ),
        (
            "L'accord prévoit 14 millions d'euros : huit pour les pompiers, quatre pour la ferme et {} pour le quartier.\n",
            "deux",
            "quatre",
        ),
        (
            "La banque a versé 22,5 milliards d'euros. Avec les 7,5 milliards d'avril, elle a mis en tout {} milliards.\n",
            "30",
            "32",
        ),
        (
            "L'effort est de 6,9 milliards d'euros. Il se répartit ainsi : 3,4 milliards pour l'État, {} pour la Sécurité \
          sociale et 0,9 pour les communes.\n",
            "2,6",
            "2,9",
        ),
        (
            "La carte prévoit 96 suppressions de postes, dont 58 dans les écoles et {} dans les collèges.\n",
            "38",
            "48",
        ),
        (
            "La ligne coûtera 3,4 milliards d'euros. Ajoutez-y 1,2 milliard d'euros de rames, et on arrive à {} milliards.\n",
            "4,6",
            "6,4",
        ),
        (
            "L'ouvrage coûte 40 millions d'euros et les accès 25 millions, ce qui porterait l'ensemble à {} millions.\n",
            "65",
            "75",
        ),
        ("Chacun recevra 35 000 euros, soit {} euros au total.\n", "70 000", "60 000"),
        ("Sur 112 patients, 68 n'avaient reçu aucune dose, soit {} % d'entre eux.\n", "61", "70"),
        (
            "Sur un quota de 500 000 puces, l'entreprise en garderait 20 %, c'est-à-dire {} puces.\n",
            "100 000",
            "150 000",
        ),
        ("Le contrat porte sur 300 milliards d'euros sur cinq ans, soit {} milliards par an.\n", "60", "30"),
        ("La récolte est tombée de 106 000 à 79 500 tonnes, soit un recul de {} %.\n", "25", "35"),
        (
            "La récolte est de 79 500 tonnes, contre 106 000 un an plus tôt, soit une baisse de {} %.\n",
            "25",
            "35",
        ),
    ] {
        assert_eq!(flagged(&[&text.replace("{}", wrong)], "none", Kind::Arithmetic).len(), 2, "{text}");
        silent(&[&text.replace("{}", right)], "none", Kind::Arithmetic);
    }
}

#[test]
fn a_sum_is_of_all_its_parts() {
    for text in [
        // Places where it counts most, sizes for comparison, other days.
        "Le séisme a fait 69 morts. Trente personnes ont péri à Bogo, 22 à San Remigio et 12 à Medellin.\n",
        "Le budget est de 100 millions d'euros : 45 millions pour le personnel et 25 millions pour les écoles.\n",
        "L'étape compte 180 kilomètres. Les précédentes : 50 kilomètres à Lille, 60 à Caen et 65 à Rouen.\n",
        "Il faisait 18 degrés à Lille et 16 degrés à Brest lundi, et on atteint 38 degrés à Nîmes.\n",
        "La dette atteint 60 milliards, soit 25 milliards de plus en dix ans et 30 milliards de plus en vingt ans.\n",
        "Le loyer moyen est de 900 euros, soit 450 euros pour un studio et 420 euros pour une chambre.\n",
        "Comptez 120 euros pour le train et 80 euros pour l'hôtel. En négociant, on parvient à 170 euros.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn one_sum_is_not_both_done_and_to_come() {
    let done = "Ardenor\n\nArdenor a investi 4 milliards d'euros à Valbrune, a déclaré Luc Ferrand mardi.\n";
    let planned = "Le site de Valbrune\n\nArdenor investira 4 milliards d'euros à Valbrune, a déclaré Luc Ferrand mardi.\n";
    flagged(&[done, planned], "none", Kind::MeasureDrift);
    silent(&[done, done], "none", Kind::MeasureDrift);
    silent(&[planned, planned], "none", Kind::MeasureDrift);
}

#[test]
fn digits_of_one_figure_change_places() {
    let told = |first: &str| {
        format!(
            "La patinoire de Bessac\n\n{first} billets ont été vendus pour la patinoire.\n\nElle ouvrira en mars. La mairie est contente : 3 240 \
             billets ont été vendus pour la patinoire.\n"
        )
    };
    flagged(&[&told("3 420")], "none", Kind::Internal);
    silent(&[&told("3 240")], "none", Kind::Internal);
}

#[test]
fn an_event_begins_once() {
    let told = |day: &str| {
        format!("Incendie à Tournelac\n\nLe feu s'est déclaré le {day} août dans la pinède de Tournelac.\n")
    };
    assert_eq!(flagged(&[&told("4"), &told("5")], "none", Kind::Date).len(), 2);
    silent(&[&told("4"), &told("4")], "none", Kind::Date);
    let after = "Incendie à Tournelac\n\nLe feu de Tournelac brûlait encore le 5 août.\n";
    silent(&[&told("4"), after], "none", Kind::Date);
}

#[test]
fn ranges_that_cross_are_two_statements() {
    let told = |low: u32, high: u32| {
        format!(
            "La grève\n\nLe coût de la grève est estimé entre {low} et {high} millions d'euros par jour, selon Bercy.\n"
        )
    };
    flagged(&[&told(300, 400), &told(350, 500)], "none", Kind::Misquote);
    silent(&[&told(300, 400), &told(300, 400)], "none", Kind::Misquote);
}

#[test]
fn shares_make_no_more_than_a_hundred() {
    let text = "Deux groupes auront 40 % du capital chacun, deux autres les 30 % restants.\n";
    assert_eq!(flagged(&[text], "none", Kind::Arithmetic), [["30 %"], ["40 %"]]);
    let borne = "La métropole supportera 55 % de la dépense, l'État 20 %, la région 15 % et l'Europe 18 %.\n";
    assert_eq!(flagged(&[borne], "none", Kind::Arithmetic)[1].len(), 3);
    flagged(&["Le crédit a récolté 52,6 % de oui contre 49,4 % de non.\n"], "none", Kind::Arithmetic);
    for text in [
        "La métropole supportera 55 % de la dépense, l'État 20 %, la région 15 % et l'Europe 10 %.\n",
        "Le crédit a récolté 52,6 % de oui contre 47,4 % de non.\n",
        "Les prix ont pris 55 % à Lyon, 40 % à Nice et 35 % à Lille.\n",
        "Deux groupes auront 40 % du capital chacun, deux autres les 20 % restants.\n",
        "Le premier groupe aura 40 % du capital, deux autres les 30 % restants.\n",
        "Le cours a pris 80 % en un an. Les 30 % restants du capital sont en bourse.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn a_percentage_is_that_of_its_two_figures() {
    let flags = [
        "Sa part est de 100 000 puces sur 500 000 puces, soit 25 %.\n",
        "Le groupe supprimera 1 900 postes dans le monde, soit 12 % de ses 31 400 salariés.\n",
        "Le pays importera 500 000 puces, dont 100 000, soit 40 %.\n",
    ];
    for text in flags {
        assert_eq!(flagged(&[text], "none", Kind::Arithmetic)[0].len(), 1, "{text}");
    }
    for text in [
        "Sa part est de 100 000 puces sur 500 000 puces, soit 20 %.\n",
        "Le groupe supprimera 1 900 postes dans le monde, soit 6 % de ses 31 400 salariés.\n",
        "Le groupe supprimera 1 900 postes dans le monde, soit 12 % de l'effectif.\n",
        "Les ventes passent de 100 000 puces à 500 000 puces, soit 400 % de hausse.\n",
        "Le groupe emploie 31 400 salariés. Il perd 1 900 clients, soit 12 % du total.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn a_bound_that_a_report_of_the_same_voice_drops_is_worth_knowing() {
    let bounded =
        "Stargate\n\nDonald Trump a promis que Stargate créerait au moins 100 000 emplois aux États-Unis.\n";
    let bare = "Le projet Stargate\n\nSelon Donald Trump, Stargate va créer 100 000 emplois dans le pays.\n";
    let report = read(&[bounded, bare], "stargate");
    let [lost] = of_kind(&report, Kind::LostBound)[..] else { panic!("{:#?}", report.findings) };
    assert_eq!(lost.severity, Severity::Info);
    let other = "Le projet Stargate\n\nSelon Sam Altman, Stargate va créer 100 000 emplois dans le pays.\n";
    silent(&[bounded, other], "stargate", Kind::LostBound);
    silent(&[bounded, bounded], "stargate", Kind::LostBound);
}

#[test]
fn a_voice_may_change_its_figure() {
    let on = |day: &str, jobs: &str| {
        format!("Stargate\n\n{day}\n\nSelon Donald Trump, Stargate va créer {jobs} emplois aux États-Unis.\n")
    };
    let (first, later) = (on("23 janvier 2025", "100 000"), on("14 février 2025", "150 000"));
    let report = read(&[&first, &later], "stargate");
    let [update] = of_kind(&report, Kind::Update)[..] else { panic!("{:#?}", report.findings) };
    assert_eq!(update.severity, Severity::Info);
    silent(&[&first, &on("24 janvier 2025", "150 000")], "stargate", Kind::Update);
    silent(&[&first, &on("14 février 2025", "100 000")], "stargate", Kind::Update);
}

#[test]
fn an_event_has_one_day() {
    let told = |text: &str| format!("Stargate en bref\n\n{text}\n");
    let first = told("Le 21 janvier, OpenAI, SoftBank et Oracle ont annoncé le projet Stargate.");
    for other in [
        "Annoncé le 20 janvier par Donald Trump, le projet Stargate doit durer quatre ans.",
        "Le projet Stargate a été annoncé le 22 janvier 2025 à Washington.",
        "Donald Trump a présenté mercredi 22 janvier le projet Stargate.",
        "La cérémonie organisée le 22 janvier a lancé Stargate.",
        "Mercredi 22 janvier, à la Maison-Blanche, personne n'a parlé d'argent pour Stargate.",
        "En dévoilant Stargate le 20 janvier, jour de son investiture, il a surpris les marchés.",
    ] {
        let sides = flagged(&[&first, &told(other)], "stargate", Kind::Date);
        assert!(sides.len() == 2 && sides.iter().all(|side| side.len() == 1), "{sides:?}");
    }
    for other in [
        "Le projet Stargate a été annoncé le 21 janvier 2025 à Washington.",
        "Le 23 janvier, OpenAI et Oracle ont annoncé un nouveau site de Stargate au Texas.",
        "Le 22 janvier, Elon Musk a critiqué le projet Stargate, annoncé la veille.",
        "Le 23 janvier, OpenAI a présenté un agent, Operator, sans un mot pour Stargate.",
        "Le projet Stargate sera présenté aux élus entre le 3 mars et le 4 mars.",
        "Le projet Stargate a été annoncé en janvier.",
        // The eve, and news of other weeks.
        "DeepSeek a publié son modèle le 20 janvier, à la veille du lancement de Stargate.",
        "Le projet Stargate a été présenté le 31 juillet aux élus de Narvik.",
    ] {
        silent(&[&first, &told(other)], "stargate", Kind::Date);
    }
}

#[test]
fn parts_of_a_measure_make_its_whole() {
    let told = |rest: &str| {
        format!(
            "Stargate\n\nLe projet Stargate coûtera 500 milliards de dollars. Une première tranche de 100 milliards \
             de dollars est immédiate. Les {rest} milliards restants suivront.\n"
        )
    };
    let sides = flagged(&[&told("300")], "stargate", Kind::Arithmetic);
    assert_eq!(sides[1].len(), 2, "{sides:?}");
    silent(&[&told("400")], "stargate", Kind::Arithmetic);
}

#[test]
fn floors_a_power_of_ten_apart_are_not_one_statement() {
    let promised = |jobs: &str| {
        format!(
            "Stargate\n\nLe projet Stargate créera plus de {jobs} emplois, a promis Donald Trump mardi.\n"
        )
    };
    flagged(&[&promised("100 000"), &promised("10 000")], "stargate", Kind::Misquote);
    // A higher floor is another day's news, or another count.
    silent(&[&promised("100 000"), &promised("90 000")], "stargate", Kind::Misquote);
}

#[test]
fn a_conversion_is_of_namesakes_only() {
    let told = |francs: &str| {
        format!(
            "Stargate\n\nPublié le 23 janvier 2025\n\nMGX apportera 7 milliards de dollars ({francs} milliards de F CFA) \
             au projet Stargate.\n"
        )
    };
    // 440 would be right in dirhams.
    flagged(&[&told("440")], "stargate", Kind::Conversion);
    silent(&[&told("4 400")], "stargate", Kind::Conversion);
}

#[test]
fn a_figure_for_each_year_is_no_total() {
    let told =
        |voice: &str, cost: &str| format!("Stargate\n\nLe projet Stargate coûtera {cost}, a dit {voice}.\n");
    let total = told("Donald Trump", "500 milliards de dollars");
    let once = told("Hélène Brossard", "125 milliards de dollars");
    flagged(&[&total, &once], "stargate", Kind::Dispute);
    for yearly in [
        "125 milliards de dollars par an",
        "125 milliards de dollars de dépenses par an",
        "125 milliards de dollars de travaux chaque année",
    ] {
        silent(&[&total, &told("Hélène Brossard", yearly)], "stargate", Kind::Dispute);
    }
}

#[test]
fn names_that_only_their_capital_tells_are_apart() {
    let told = |name: &str, gain: &str| {
        format!("Les marchés dans le vert\n\nA la clôture mercredi, le {name} a gagné {gain} % en séance.\n")
    };
    flagged(&[&told("Nikkei", "1,58"), &told("Nikkei", "1,85")], "none", Kind::Contradiction);
    silent(&[&told("Nikkei", "1,58"), &told("Topix", "0,6")], "none", Kind::Contradiction);
    silent(&[&told("Nikkei", "1,58"), &told("S&P 500", "0,6")], "none", Kind::Contradiction);
}

#[test]
fn what_means_the_same_is_compared() {
    let told = |toll: &str| {
        format!("Incendie dans l'Aude\n\nLe feu de Villerouzan a ravagé 9 400 hectares. {toll}\n")
    };
    let two = told("Le bilan est de deux morts, selon le préfet.");
    let three = told("Trois personnes sont décédées, annonce le préfet.");
    assert_ne!(read(&[&two, &three], "none").findings, []);
    let same = told("Deux personnes sont décédées, annonce le préfet.");
    assert_eq!(read(&[&two, &same], "none").findings, []);
}

#[test]
fn a_figure_of_the_title_stands_in_the_text() {
    let told = |title: &str, text: &str| format!("{title}\n\nLe site compte 286 permanents. {text}\n");
    let title = "Montbrélan : Hexapak va supprimer 251 postes";
    let cut = "La direction veut supprimer 241 postes sur place.";
    flagged(&[&told(title, cut)], "none", Kind::Internal);
    silent(&[&told("Montbrélan : Hexapak va supprimer 241 postes", cut)], "none", Kind::Internal);
    // Rounded, and another thing.
    silent(&[&told("Montbrélan : Hexapak va supprimer environ 240 postes", cut)], "none", Kind::Internal);
    silent(&[&told("Montbrélan : 251 millions pour Hexapak", cut)], "none", Kind::Internal);
}

#[test]
fn a_title_is_in_the_currency_of_its_text() {
    let told =
        |title: &str, text: &str| format!("{title}\n\nLe président a présenté le projet mardi. {text}\n");
    let dollars = "Il doit coûter 500 milliards de dollars en quatre ans.";
    let euros = "Trump met 500 milliards d'euros sur la table";
    let sides = flagged(&[&told(euros, dollars)], "stargate", Kind::Internal);
    assert_eq!(sides, [["500 milliards d'euros"], ["500 milliards de dollars"]]);
    let both = "Il doit coûter 500 milliards de dollars, et l'Europe en voudrait 500 milliards d'euros.";
    silent(&[&told(euros, both)], "stargate", Kind::Internal);
    // A title that leaves its currency out, and a smaller sum.
    silent(&[&told("Trump met 500 milliards sur la table", dollars)], "stargate", Kind::Internal);
    silent(&[&told("Un billet à 500 euros", "Il coûte 500 dollars.")], "stargate", Kind::Internal);
}

#[test]
fn one_voice_sets_one_limit_whatever_is_measured() {
    let first = "Stargate\n\nSoftBank a bien moins de 10 milliards de dollars garantis, a écrit Elon Musk mercredi.\n";
    let told = |voice: &str, sum: &str| {
        format!(
            "Le projet Stargate\n\nSelon {voice}, SoftBank apporterait bien moins de {sum} de dollars au projet Stargate.\n"
        )
    };
    flagged(&[first, &told("Elon Musk", "10 millions")], "stargate", Kind::ScaleSlip);
    silent(&[first, &told("Elon Musk", "10 milliards")], "stargate", Kind::ScaleSlip);
    silent(&[first, &told("Sam Altman", "10 millions")], "stargate", Kind::ScaleSlip);
}

#[test]
fn what_a_text_questions_is_not_its_own() {
    let first = "Stargate\n\nStargate va créer 100 000 emplois aux États-Unis, a dit Donald Trump.\n";
    let told = |mark: &str| {
        format!(
            "Le projet Stargate\n\nStargate créera 100 000 emplois aux États-Unis{mark} Stargate créera 45 000 emplois.\n"
        )
    };
    flagged(&[first, &told(", vraiment ?")], "stargate", Kind::Dispute);
    silent(&[first, &told(".")], "stargate", Kind::Dispute);
}

#[test]
fn only_denies_a_bound_at_its_value() {
    let musk = "Stargate\n\nSoftBank a moins de 10 milliards de dollars garantis, a écrit Elon Musk.\n";
    let only = "Le projet Stargate\n\nSoftBank n'a que 10 milliards de dollars garantis.\n";
    let bare = "Le projet Stargate\n\nSoftBank a 10 milliards de dollars garantis.\n";
    flagged(&[musk, only], "stargate", Kind::Dispute);
    silent(&[musk, bare], "stargate", Kind::Dispute);
}

#[test]
fn a_count_promised_may_be_doubted_by_much() {
    let trump = "Stargate\n\nStargate créera 100 000 emplois, a promis Donald Trump.\n";
    let doubt =
        "Le projet Stargate\n\nStargate ne créera que 5 000 emplois, juge Hélène Brossard, économiste.\n";
    let few = "Le projet Stargate\n\nStargate ne créera que 500 emplois, juge Hélène Brossard, économiste.\n";
    flagged(&[trump, doubt], "stargate", Kind::Dispute);
    silent(&[trump, few], "stargate", Kind::Dispute);
}

#[test]
fn an_answer_may_leave_out_what_it_answers() {
    let told = |answer: &str| {
        format!(
            "Maternité de Rodez\n\nLa maternité n'a fait que 312 naissances en 2025, selon l'agence. {answer}\n"
        )
    };
    flagged(&[&told("« Il y en a eu 386 », rétorque Josiane Calmels.")], "none", Kind::Dispute);
    silent(&[&told("« Il y en avait 386 en 2015 », se souvient Josiane Calmels.")], "none", Kind::Dispute);
}

#[test]
fn words_say_an_amount_again() {
    for said in ["c’est-à-dire", "c'est-à-dire", "autrement dit", "ce qui fait", "soit"] {
        let text = |euros: &str| format!("Le plan\n\nL'État promet 20 millions de livres, {said} {euros}.\n");
        flagged(&[&text("200 millions d'euros")], "none", Kind::Conversion);
        silent(&[&text("23,5 millions d'euros")], "none", Kind::Conversion);
    }
}

#[test]
fn an_office_and_its_holder_are_one_voice() {
    let named = "Incendie à Tournelac\n\nLe feu de Tournelac a brûlé 412 hectares de pins, a indiqué le préfet de la Lozère, \
        Marc Rouvière.\n";
    let told = |office: &str| {
        format!(
            "Le feu de Tournelac\n\nLe feu de Tournelac a brûlé 421 hectares de pins, selon le {office}.\n"
        )
    };
    flagged(&[named, &told("préfet de la Lozère")], "none", Kind::Misquote);
    silent(&[named, &told("préfet de l'Ardèche")], "none", Kind::Misquote);
    silent(&[named, &told("maire de Tournelac")], "none", Kind::Misquote);
    // Two hold it: nobody knows which is meant.
    let other = "Un convoi\n\nLe convoi compte 18 camions, a indiqué le préfet de la Lozère, Paul Astruc.\n";
    silent(&[named, other, &told("préfet de la Lozère")], "none", Kind::Misquote);
}

#[test]
fn sizes_as_far_apart_as_two_units_are_of_one_thing() {
    let size = |of: &str| format!("L'usine de Tournelac\n\nL'usine de Tournelac occupera {of} en Lozère.\n");
    // Square feet told as square metres.
    flagged(&[&size("500 000 m²"), &size("46 000 m²")], "none", Kind::Contradiction);
}

#[test]
fn a_floor_that_a_report_drops_is_no_misquote() {
    let told = |visitors: &str| {
        format!("Le salon de Tours\n\nLe salon de Tours a reçu {visitors}, a déclaré Paul Astruc.\n")
    };
    let texts = [&told("plus de 100 000 visiteurs")[..], &told("100 000 visiteurs")];
    silent(&texts, "none", Kind::Misquote);
    flagged(&texts, "none", Kind::LostBound);
    flagged(&[texts[0], &told("90 000 visiteurs")], "none", Kind::Misquote);
}

#[test]
fn figures_of_some_alone_are_not_those_of_all() {
    let told = |who: &str| {
        format!("La grève à Tours\n\nLa grève a mobilisé {who} à Tours, a déclaré Paul Astruc de la CGT.\n")
    };
    silent(&[&told("62 % chez les conducteurs"), &told("28 % des agents")], "none", Kind::Misquote);
    flagged(&[&told("62 % des agents"), &told("28 % des agents")], "none", Kind::Misquote);
    let sleep = |who: &str| {
        format!("Le sommeil\n\n« {who} d'écran par jour », explique Maude Thériault, chercheuse.\n")
    };
    silent(
        &[&sleep("Ceux qui dépassent quatre heures"), &sleep("Un élève passe trois heures")],
        "none",
        Kind::Misquote,
    );
}

#[test]
fn conversions_stand_behind_what_a_size_is_of() {
    let fire = |size: &str| format!("Le feu\n\nLe feu a brûlé 6 200 hectares de forêt, soit {size}.\n");
    flagged(&[&fire("620 km²")], "none", Kind::Conversion);
    silent(&[&fire("62 km²")], "none", Kind::Conversion);
    // A value of one digit is rounded by a tenth at most.
    let plan =
        |euros: &str| format!("Le plan\n\nLe plan coûtera un milliard de dollars ({euros} d'euros).\n");
    flagged(&[&plan("1,15 milliard")], "none", Kind::Conversion);
    silent(&[&plan("0,9 milliard")], "none", Kind::Conversion);
}

#[test]
fn what_happened_in_other_years_is_another_thing() {
    let wreck = |day: &str| {
        format!("Naufrage à Tournelac\n\nLe naufrage du {day} a fait neuf morts à Tournelac, en Lozère.\n")
    };
    silent(&[&wreck("15 août 2002"), &wreck("17 août 2023")], "none", Kind::Date);
    flagged(&[&wreck("15 août 2023"), &wreck("17 août 2023")], "none", Kind::Date);
}

#[test]
fn the_sum_of_the_project_tells_which_plan_was_announced() {
    let named = "Stargate\n\nStargate a été annoncé le 21 janvier 2025 à Washington.\n";
    let told = |sum: &str| {
        format!("Le plan\n\nLe plan de {sum} de dollars a été annoncé le 22 janvier 2025 par Donald Trump.\n")
    };
    flagged(&[named, &told("500 milliards")], "stargate", Kind::Date);
    silent(&[named, &told("7 milliards")], "stargate", Kind::Date);
}

#[test]
fn what_a_figure_counts_says_its_measure_best() {
    let named = "Le feu en Kroumirie\n\nMoez Trabelsi a fait état de 43 blessés en Kroumirie.\n";
    let beside = "Le feu\n\nMoez Trabelsi a fait état de neuf morts et de 34 blessés en Kroumirie.\n";
    flagged(&[named, beside], "none", Kind::Misquote);
}

#[test]
fn a_body_is_one_voice_by_its_noun_and_in_full() {
    let march = |body: &str| {
        format!(
            "Toulouse. Plus de 20 000 manifestants selon la préfecture\n\nLa journée a fait le plein à Toulouse.\n\nIls \
             étaient {body} selon la préfecture de la Haute-Garonne.\n"
        )
    };
    flagged(&[&march("18 000")], "none", Kind::Internal);
    silent(&[&march("20 400")], "none", Kind::Internal);
    let strike = |who: &str, share: &str| {
        format!("La grève\n\nLa grève a mobilisé {share} des agents de la SNCF, a déclaré la {who}.\n")
    };
    let (full, bare) = ("direction de la SNCF", "direction");
    flagged(&[&strike(full, "31,4 %"), &strike(bare, "34,1 %")], "none", Kind::Misquote);
    // Two directions speak: nobody knows which is meant.
    let other = "Le fret\n\nLe fret perd 18 trains, a déclaré la direction de l'usine.\n";
    silent(&[&strike(full, "31,4 %"), &strike(bare, "34,1 %"), other], "none", Kind::Misquote);
}

#[test]
fn one_amount_is_converted_alike_by_all() {
    let plan = |euros: &str| {
        format!(
            "Le pont de Saller\n\nLe pont de Saller coûtera 300 millions de dollars, soit {euros} d'euros.\n"
        )
    };
    flagged(&[&plan("279 millions"), &plan("240 millions")], "none", Kind::Conversion);
    silent(&[&plan("279 millions"), &plan("288 millions")], "none", Kind::Conversion);
    let halls =
        |metres: &str| format!("Trois halls de 550 000 pieds carrés chacun, soit {metres} mètres carrés.\n");
    flagged(&[&halls("15 000")], "none", Kind::Conversion);
    silent(&[&halls("51 000")], "none", Kind::Conversion);
}

#[test]
fn what_looks_like_a_sum_is_none() {
    for text in [
        "Les deux salariés toucheront chacun 24 000 euros, soit 2 000 euros mensuels.\n",
        "Sur les 40 milliards d'euros, il en doit 30 : 7,5 ont été versés, les 22,5 restants sont dus.\n",
        "Chacun a gagné 2 000 euros, soit 500 euros net.\n",
        "Le salon réunit 100 clients, dont 60 en Europe et 50 dans le luxe.\n",
        "Le groupe a 100 magasins : 40 en France, 30 en Italie, 15 en Espagne, mais aussi quelques boutiques en Belgique.\n",
        "La boutique affiche 60 % de rabais sur les robes, 50 % sur les jupes et 30 % sur les sacs.\n",
        "Le taux atteint 60 % dans le capital-risque, 50 % dans la banque et 30 % dans l'assurance.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn rates_of_two_years_differ() {
    let plan = |day: &str, euros: &str| {
        format!(
            "Le pont de Saller\n\nANKARA, {day} (Hexa) - Le pont coûtera 500 millions de livres turques, soit {euros} d'euros.\n"
        )
    };
    let first = plan("9 mars 2022", "27 millions");
    silent(&[&first, &plan("8 juillet 2025", "11 millions")], "none", Kind::Conversion);
    flagged(&[&first, &plan("10 mars 2022", "11 millions")], "none", Kind::Conversion);
}

#[test]
fn what_remains_and_what_several_make_is_computed() {
    for (text, right, wrong) in [
        (
            "L'État apporterait 19 millions d'euros et la région 26 millions. Il resterait donc {} millions à trouver pour \
             boucler les 100 millions du projet.\n",
            "55",
            "65",
        ),
        ("Les trois halles coûteront 14 millions d'euros chacune, soit {} millions d'euros.\n", "42", "52"),
        (
            "Sur les 352 millions d'euros, la Région apporte 140 millions, l'État 110 millions, en comptant les 25 millions \
          promis en mai, le Département {} millions et la Métropole 36 millions.\n",
            "66",
            "56",
        ),
        (
            "La banque a prêté au total {} milliards d'euros : 2,3 milliards en mars, puis 7,1 milliards en mai.\n",
            "9,4",
            "9,6",
        ),
    ] {
        flagged(&[&text.replace("{}", wrong)], "none", Kind::Arithmetic);
        silent(&[&text.replace("{}", right)], "none", Kind::Arithmetic);
    }
    for text in [
        // Any of the counts may be how many they are; homes that are left are those of the day before; levels of two years.
        "Les trois immeubles de huit étages coûteront 14 millions d'euros chacun, soit 42 millions d'euros.\n",
        "Samedi, 520 foyers étaient sans courant. Dimanche, il restait 95 foyers à raccorder sur les 640 touchés.\n",
        "L'entreprise emploie au total 1 000 salariés : ils étaient 420 en 2015, puis 610 en 2020.\n",
        "Le groupe a vendu pour 4,2 milliards d'euros. La vente au détail a rapporté 2,1 milliards en France, 1,3 milliard \
         en Espagne et 600 millions en Italie.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn digits_a_thousand_times_apart_are_a_slip_in_whatever_words() {
    let trial = |told: &str| {
        format!(
            "Le procès de la mutuelle de Valbrune\n\nLe trésorier de la mutuelle de Valbrune a été condamné à trois ans. {told}\n"
        )
    };
    let first = trial("Il avait détourné 2,3 millions d'euros.");
    flagged(&[&first, &trial("La caisse s'est vidée de 2,3 milliards d'euros.")], "none", Kind::ScaleSlip);
    silent(&[&first, &trial("La caisse s'est vidée de 2,4 milliards d'euros.")], "none", Kind::ScaleSlip);
    // An aid and a cost are told of two things.
    let aid = trial("Une aide de 2,5 millions d'euros a été versée.");
    silent(
        &[&aid, &trial("Le coût de la reconstruction atteint 2,5 milliards d'euros.")],
        "none",
        Kind::ScaleSlip,
    );
}

#[test]
fn powers_of_the_whole_project_are_near_or_of_two_extents() {
    let told = |power: &str| format!("Stargate\n\nLe projet Stargate aura une puissance de {power}.\n");
    flagged(&[&told("7 gigawatts"), &told("8 gigawatts")], "stargate", Kind::Contradiction);
    flagged(&[&told("7 gigawatts"), &told("70 gigawatts")], "stargate", Kind::Contradiction);
    silent(&[&told("7 gigawatts"), &told("10 gigawatts")], "stargate", Kind::Contradiction);
}

#[test]
fn a_figure_that_an_earlier_article_has_as_a_former_one_is_stale() {
    let on = |day: &str, text: &str| format!("OpenAI\n\nPublié le {day}\n\n{text}\n");
    let newer = on(
        "3 novembre 2025",
        "OpenAI est valorisée 500 milliards de dollars depuis octobre, contre 300 milliards au printemps.",
    );
    let old = "OpenAI, valorisée 300 milliards de dollars, cherche de l'argent.";
    let sides = flagged(&[&newer, &on("14 novembre 2025", old)], "stargate", Kind::Stale);
    assert_eq!(sides.len(), 2, "{sides:?}");
    // An older article, one without a day, and one that gives both.
    silent(&[&newer, &on("2 novembre 2025", old)], "stargate", Kind::Stale);
    silent(&[&newer, &format!("OpenAI\n\n{old}\n")], "stargate", Kind::Stale);
    let both = "OpenAI, valorisée 300 milliards de dollars au printemps, l'est 500 milliards depuis octobre.";
    silent(&[&newer, &on("14 novembre 2025", both)], "stargate", Kind::Stale);
    silent(
        &[&newer, &on("14 novembre 2025", "OpenAI, valorisée 500 milliards de dollars.")],
        "stargate",
        Kind::Stale,
    );
}

#[test]
fn what_may_come_again_is_not_stale() {
    let on = |day: &str, text: &str| format!("Le stade de Lens\n\nPublié le {day} novembre 2025\n\n{text}\n");
    let less =
        on("3", "Le match a attiré 30 000 spectateurs au stade de Lens, contre 38 000 au match précédent.");
    let again = on("17", "Le match a attiré 38 000 spectateurs au stade de Lens.");
    silent(&[&less, &again], "none", Kind::Stale);
    let cost = on("3", "Le festival de Lens coûte 5 millions d'euros, contre 3 millions en 2023.");
    let paid = on("17", "La ville de Lens verse 3 millions d'euros au festival de Lens.");
    silent(&[&cost, &paid], "none", Kind::Stale);
}

#[test]
fn a_figure_told_after_others_have_left_it_behind_is_stale() {
    let on = |day: &str, toll: &str| {
        format!(
            "La crue de l'Orne\n\nPublié le {day} octobre 2024\n\nLa crue de l'Orne a fait {toll} morts à Ormelle.\n"
        )
    };
    let (first, second) = (on("14", "trois"), on("15", "cinq"));
    assert_eq!(flagged(&[&first, &second, &on("16", "trois")], "none", Kind::Stale).len(), 2);
    silent(&[&first, &second], "none", Kind::Stale);
    silent(&[&first, &second, &on("16", "cinq")], "none", Kind::Stale);
}
