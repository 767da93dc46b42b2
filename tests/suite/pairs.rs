//! What two short articles of one event make of each other's figures where they share few words, and what a figure is beside
//! what stands before it: products, shares of a whole, conversions.

use stargate_check::checks::Kind;

use super::checks::{flagged, silent};

#[test]
fn a_size_that_each_article_has_but_one_of_is_that_of_the_story() {
    let first = "Un pont à Valbrune\n\nLe futur pont de Valbrune, long de 340 mètres, sera livré en 2027.\n";
    let second = "Valbrune aura son pont\n\nL'ouvrage de Valbrune, 430 mètres de béton, ouvrira en 2027.\n";
    flagged(&[first, second], "none", Kind::Contradiction);
    silent(&[first, &second.replace("430", "340")], "none", Kind::Contradiction);
    silent(&[first, &second.replace("Valbrune", "Montfaucon")], "none", Kind::Contradiction);
}

#[test]
fn figures_of_few_articles_are_compared_by_their_words() {
    let first = "Grève à l'hôpital\n\nUne trentaine de lits de l'hôpital de Valbrune ont fermé cet été.\n";
    let second = "Hôpital de Valbrune\n\nÀ Valbrune, 52 lits sont restés fermés tout l'été.\n";
    flagged(&[first, second], "none", Kind::Contradiction);
    silent(&[first, &second.replace("52", "31")], "none", Kind::Contradiction);
}

#[test]
fn digits_that_change_places_are_one_figure() {
    let first = "La grève\n\nSelon la CGT, 147 agents de la clinique de Valbrune sont en grève.\n";
    let second = "La clinique\n\nÀ la clinique de Valbrune, 174 agents font grève, selon la CGT.\n";
    flagged(&[first, second], "none", Kind::Misquote);
    silent(&[first, &second.replace("174", "147")], "none", Kind::Misquote);
}

#[test]
fn parts_of_one_thing_are_no_other_values_of_it() {
    let first = "Arcanor\n\nLa première phase de l'usine d'Arcanor coûtera 90 millions d'euros.\n";
    let total = "Arcanor\n\nAu total, l'usine d'Arcanor coûtera 240 millions d'euros.\n";
    silent(&[first, total], "none", Kind::Contradiction);
    let other = total.replace("Au total, l'usine", "La première phase de l'usine");
    flagged(&[first, &other], "none", Kind::Contradiction);
}

#[test]
fn what_a_voice_sets_right_is_what_it_says() {
    let right = "La panne\n\nL'hôpital de Valbrune n'a pas attendu 62 heures le retour du courant mais 26.\n";
    let wrong = "La panne\n\nL'hôpital de Valbrune a attendu 62 heures le retour du courant.\n";
    let sides = flagged(&[right, wrong], "none", Kind::Contradiction);
    assert_eq!(sides, [["26"], ["62 heures"]]);
}

#[test]
fn powers_of_one_day_are_of_one_stage() {
    let first =
        "Abilene\n\nÀ Abilene, le site de Stargate aura 200 mégawatts fin 2025 et 1,2 gigawatt mi-2026.\n";
    flagged(&[first, &first.replace("1,2 gigawatt", "2,1 gigawatts")], "stargate", Kind::Contradiction);
    silent(
        &[first, &first.replace("et 1,2 gigawatt mi-2026", "et 2,1 gigawatts fin 2029")],
        "stargate",
        Kind::Contradiction,
    );
}

#[test]
fn a_wrong_conversion_stands_beside_those_of_others_and_nowhere_else() {
    let sound =
        "Le don\n\nLe canton verse 12 millions de francs (environ 12,8 millions d'euros) à Valbrune.\n";
    let wrong = "Le don\n\nLe canton verse 12 millions de francs, soit 128 millions d'euros, à Valbrune.\n";
    let sides = flagged(&[sound, wrong], "none", Kind::Conversion);
    assert_eq!(sides.len(), 3, "{sides:?}");
    silent(&[sound, wrong], "none", Kind::Contradiction);
}

#[test]
fn shares_of_those_who_vote_or_own_make_a_whole() {
    for text in [
        "Parmi les votants, 62 % ont dit oui, 41 % ont dit non et 3 % ont voté blanc.",
        "Sur 3 900 votants, 48 % souhaitent un pont, 41 % un tunnel et 21 % ne veulent rien.",
        "Le théâtre sera payé à 40 % par l'État, à 30 % par la région, à 25 % par l'Europe et à 15 % par la ville.",
        "Le capital d'Arcanor est désormais connu. Sogelor en aura 27 %, la fondation 26 % et les salariés 57 %.",
    ] {
        flagged(&[text], "none", Kind::Arithmetic);
    }
    for text in [
        "Parmi les votants, 56 % ont dit oui, 41 % ont dit non et 3 % ont voté blanc.",
        "Sur 3 900 votants, 48 % souhaitent un pont, 41 % un tunnel et 11 % ne veulent rien.",
        "Le capital d'Arcanor est désormais connu. Sogelor en aura 27 %, la fondation 26 % et les salariés 47 %.",
        "Le théâtre sera payé à 40 % par l'État, à 30 % par la région, à 15 % par l'Europe et à 15 % par la ville.",
        "Parmi les votants, 48 % souhaitent la fin des travaux, 62 % craignent le bruit et 30 % veulent des arbres.",
        "Le loyer est payé en retard par 30 % des locataires, par 45 % des jeunes et par 60 % des étudiants.",
        "Les communes seront subventionnées à 80 % pour l'eau, 60 % pour les routes et 40 % pour l'éclairage.",
        "Parmi les habitants, 62 % ont un vélo, 41 % une voiture et 13 % les deux.",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn a_bill_is_the_price_of_each_times_how_many() {
    let bill = |total: &str| {
        format!("La ville achète 400 vélos. À 900 euros pièce, la facture atteint {total} euros.")
    };
    let sum = |total: &str| {
        format!(
            "La ville achète 18 rames, à 30 millions d'euros l'unité. Le montant total s'élève à {total} millions d'euros."
        )
    };
    flagged(&[&bill("420 000")], "none", Kind::Arithmetic);
    silent(&[&bill("360 000")], "none", Kind::Arithmetic);
    flagged(&[&sum("720")], "none", Kind::Arithmetic);
    silent(&[&sum("540")], "none", Kind::Arithmetic);
    // What is no price of one piece.
    silent(
        &["La ville achète 400 vélos. Pour 900 euros de casques, la facture atteint 420 000 euros."],
        "none",
        Kind::Arithmetic,
    );
}

#[test]
fn a_name_in_another_order_is_one_voice() {
    let first = "Le rayon\n\nLe campus d'Abou Dhabi servira 3 200 kilomètres à la ronde, selon le département du commerce américain.\n";
    let second = "Abou Dhabi\n\nLe campus d'Abou Dhabi servira 2 000 kilomètres à la ronde, selon le département américain du Commerce.\n";
    flagged(&[first, second], "none", Kind::Misquote);
    let other = second.replace("département américain du Commerce", "ministère saoudien de l'Énergie");
    silent(&[first, &other], "none", Kind::Misquote);
}

#[test]
fn two_nouns_that_one_thing_is_counted_by_are_one() {
    let first = "Haute-Garonne\n\nEn Haute-Garonne, 118 écoles sont fermées, selon le Snuipp.\n";
    let second = "Haute-Garonne\n\nEn Haute-Garonne, 74 établissements sont fermés, selon le rectorat.\n";
    flagged(&[first, second], "none", Kind::Dispute);
    silent(&[first, &second.replace("74 établissements sont", "74 routes sont")], "none", Kind::Dispute);
}

#[test]
fn what_becomes_of_people_tells_them_apart() {
    let first = "Le naufrage\n\nLe naufrage du ferry de Calado a fait 17 morts, selon les garde-côtes.\n";
    let second = "Le naufrage\n\nAprès le naufrage du ferry de Calado, 14 personnes manquent encore, selon les garde-côtes.\n";
    silent(&[first, second], "none", Kind::Misquote);
    let prison =
        "Le procès\n\nLe procureur de Lyon a requis sept ans de prison contre lui, dont deux avec sursis.\n";
    let closed =
        "Le procès\n\nLe procureur de Lyon a requis sept ans de prison contre lui, dont cinq ferme.\n";
    silent(&[prison, closed], "none", Kind::Misquote);
}

#[test]
fn a_sum_without_taxes_is_not_the_sum_with_them() {
    let without = "Le tram\n\nLe tram de Valbrune coûtera 92 millions d'euros hors taxes.\n";
    let with = "Le tram\n\nLe tram de Valbrune coûtera 110 millions d'euros toutes taxes comprises.\n";
    silent(&[without, with], "none", Kind::Contradiction);
    flagged(&[without, &with.replace("toutes taxes comprises", "hors taxes")], "none", Kind::Contradiction);
}

#[test]
fn a_first_capacity_is_not_the_final_one() {
    let first = "Narvik\n\nÀ Narvik, Stargate Norvège grandira. Capacité initiale : 230 mégawatts.\n";
    let last = "Narvik\n\nÀ terme, Stargate Norvège, à Narvik, pourrait atteindre 520 mégawatts.\n";
    silent(&[first, last], "stargate", Kind::Contradiction);
    flagged(&[first, &last.replace("À terme, Stargate", "Stargate")], "stargate", Kind::Contradiction);
}

#[test]
fn when_something_is_to_be_is_not_how_long_it_lasts() {
    let term = "Le prêt\n\nLe prêt relais de SoftBank court pour douze mois.\n";
    let due = "Le prêt\n\nLe prêt relais de SoftBank arrive à échéance dans cinq mois.\n";
    silent(&[term, due], "none", Kind::Contradiction);
    let other = term.replace("douze mois", "cinq mois");
    flagged(&[term, &other], "none", Kind::Contradiction);
}

#[test]
fn a_title_may_round_and_tells_what_its_text_has_of_one_voice() {
    let rounded = "Vauxel gagne 100 millions d'euros en un jour\n\nLe fonds Vauxel a gagné mardi 101 millions d'euros en un jour.\n";
    silent(&[rounded], "none", Kind::Internal);
    flagged(&[&rounded.replace("101", "112")], "none", Kind::Internal);
    let six = "Six nouvelles écoles à Valbrune\n\nLa mairie s'engage. Selon les promoteurs, cinq écoles ouvriront à Valbrune.\n";
    flagged(&[six], "none", Kind::Internal);
    // Two voices: the title takes the side of one.
    let two = "Six nouvelles écoles à Valbrune\n\nSelon la mairie, six écoles ouvriront à Valbrune. Selon les promoteurs, cinq écoles ouvriront à Valbrune.\n";
    silent(&[two], "none", Kind::Internal);
}

#[test]
fn bodies_of_two_places_or_countries_are_two_voices() {
    let told = |area: &str, who: &str| {
        format!("Le feu\n\nLe feu de Valbrune a brûlé {area} hectares, selon {who}.\n")
    };
    for (one, other) in [
        ("la préfecture de la Loire", "la préfecture de la Haute-Loire"),
        ("le ministère de l'Intérieur", "le ministère de l'Intérieur allemand"),
        ("la chambre d'agriculture", "la chambre d'agriculture de la Drôme"),
    ] {
        silent(&[&told("45", one), &told("54", other)], "none", Kind::Misquote);
    }
    let one = "la Fédération des exportateurs";
    flagged(&[&told("45", one), &told("54", &format!("{one} de vins"))], "none", Kind::Misquote);
}

#[test]
fn a_price_of_each_makes_no_total_of_more_than_these() {
    let bought = "Les rames\n\nLa métropole a commandé 18 rames, à 30 millions d'euros pièce.";
    let total = |of: &str| format!("{bought} Le montant total {of}s'élève à 2 milliards d'euros.\n");
    flagged(&[&total("")], "none", Kind::Arithmetic);
    silent(&[&total("du plan transports ")], "none", Kind::Arithmetic);
}

#[test]
fn a_title_against_its_text_is_told_once() {
    let text =
        "Incendie : 24 morts\n\nL'incendie de l'hôtel de Valbrune a fait 19 morts, selon la préfecture.\n";
    flagged(&[text], "none", Kind::Internal);
    silent(&[text], "none", Kind::Dispute);
}
