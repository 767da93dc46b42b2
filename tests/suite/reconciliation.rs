//! What may be held against what: plans and deeds, parts and wholes, days, sums and sites, each on articles of two or three
//! sentences.

use stargate_check::checks::Kind;

use super::checks::{flagged, silent};

#[test]
fn a_plan_told_as_done_is_a_drift() {
    let plan = "L'usine de Vauxrémy\n\n« Nous créerons ici 1.250 emplois d'ici à 2030 », a promis Paul Darnac, le président.\n";
    let done = "Vauxrémy\n\nLe président, Paul Darnac, a déclaré que l'usine emploie déjà 1 250 personnes.\n";
    flagged(&[plan, done], "none", Kind::MeasureDrift);
    // An article that tells both knows the difference.
    let both = "Vauxrémy\n\nPaul Darnac a déclaré que l'usine emploie déjà 1 250 personnes. Il a promis 1 250 emplois de plus, a-t-il dit : « Nous créerons ici 1.250 emplois. »\n";
    silent(&[plan, both], "none", Kind::MeasureDrift);
    // Later, it may have been done.
    let earlier = "Vauxrémy\nPublié le 3 mars 2025\n\n« Nous verserons 22,5 millions d'euros », a promis Paul Darnac, le président.\n";
    let later = "Vauxrémy\nPublié le 3 décembre 2025\n\nPaul Darnac a déclaré que l'usine avait versé 22,5 millions d'euros.\n";
    silent(&[earlier, later], "none", Kind::MeasureDrift);
}

#[test]
fn one_sentence_quoted_with_two_floors_is_a_misquote() {
    let ten = "La saisie\n\n« C'est la plus grosse prise réalisée dans ce port depuis au moins dix ans », a souligné la procureure Hélène Castaing.\n";
    let twenty = "La saisie\n\n« C'est la plus grosse prise réalisée dans ce port depuis au moins vingt ans », s'est félicitée la procureure Hélène Castaing.\n";
    flagged(&[ten, twenty], "none", Kind::Misquote);
    let other = "La saisie\n\n« Ce trafic coûtera au moins vingt ans de prison aux marins », a prévenu la procureure Hélène Castaing.\n";
    silent(&[ten, other], "none", Kind::Misquote);
}

#[test]
fn times_of_two_sums_are_two_times() {
    let four = "Stargate\n\nLe projet Stargate doit mobiliser 500 milliards de dollars en quatre ans.\n";
    let three = "Stargate\n\nLe projet Stargate compte cinq sites de plus, pour plus de 400 milliards de dollars engagés d'ici à trois ans.\n";
    silent(&[four, three], "stargate", Kind::Contradiction);
    let other = "Stargate\n\nLe projet Stargate doit mobiliser 500 milliards de dollars en trois ans.\n";
    flagged(&[four, other], "stargate", Kind::Contradiction);
    let steel = "L'acier\n\nLe prix de l'acier a augmenté de 18 % en deux ans.\n";
    let longer = "L'acier\n\nLe prix de l'acier a augmenté de 34 % en cinq ans.\n";
    silent(&[steel, longer], "none", Kind::Contradiction);
}

#[test]
fn parts_that_an_article_shares_out_are_no_other_values() {
    let shared = "Stargate\n\nLe projet Stargate ouvrira cinq nouveaux sites. Trois sites reviennent à Oracle. Deux sites reviennent à SoftBank.\n";
    let whole = "Stargate\n\nLe projet Stargate ouvrira cinq nouveaux sites.\n";
    silent(&[shared, whole], "stargate", Kind::Contradiction);
    silent(&[shared, whole], "stargate", Kind::Internal);
}

#[test]
fn what_is_asked_for_is_no_dispute_with_what_is_promised() {
    let text = "Les douanes\n\n« On cherche peu », affirme le syndicat. L'organisation réclame 120 postes, contre 45 promis par le gouvernement.\n";
    silent(&[text], "none", Kind::Dispute);
}

#[test]
fn tolls_of_days_that_nobody_knows_are_not_held_against_each_other() {
    let first = "Séisme à Huamarca\n\nLe séisme de Huamarca a fait 34 morts.\n";
    let second = "Séisme à Huamarca\n\nLe séisme de Huamarca a fait 82 morts.\n";
    silent(&[first, second], "none", Kind::Contradiction);
}

#[test]
fn sums_are_computed_over_what_becomes_of_all_lists_and_each() {
    for text in [
        "Sur les 246 passagers recensés, 34 ont péri, 189 ont été secourus et 14 sont toujours portés disparus.",
        "La Région met 560 millions d'euros, l'État 420, l'Europe 140 et les agglomérations 180. Cela fait 1,4 milliard.",
        "Une capacité de 230 mégawatts, 290 de plus dans un second temps, soit 540 mégawatts au total.",
        "340 millions d'euros d'aides pour 1 200 postes, cela fait 120 000 euros par emploi.",
        "Les 2,4 tonnes étaient réparties entre deux boîtes : 1,6 tonne dans la première, 600 kilos dans la seconde.",
    ] {
        flagged(&[text], "none", Kind::Arithmetic);
    }
    let total = "Stargate\n\nOpenAI et SoftBank apporteraient 19 milliards de dollars chacun à Stargate, Oracle et MGX 7 milliards à eux deux. Total des engagements : 52 milliards.\n";
    flagged(&[total], "stargate", Kind::Arithmetic);
    for text in [
        "Sur les 246 passagers recensés, 34 ont péri, 198 ont été secourus et 14 sont toujours portés disparus.",
        "La Région met 560 millions d'euros, l'État 420, l'Europe 140 et les agglomérations 180. Cela fait 1,3 milliard.",
        "Une capacité de 230 mégawatts, 290 de plus dans un second temps, soit 520 mégawatts au total.",
        "340 millions d'euros d'aides pour 1 200 postes, cela fait 283 000 euros par emploi.",
        "Les 2,2 tonnes étaient réparties entre deux boîtes : 1,6 tonne dans la première, 600 kilos dans la seconde.",
        "61,2% de oui à Genève, 58,9% de oui dans le canton de Vaud, 66,4% de non à Schwyz.",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn two_rates_of_one_sum_are_near_each_other() {
    let first = "Les Arolles\n\nAux Arolles, Hautval apporterait 12 millions de francs suisses, soit 12,8 millions d'euros.\n";
    let second = "Les Arolles\n\nAux Arolles, Hautval apporterait 12 millions de francs suisses, soit 12,2 millions d'euros.\n";
    silent(&[first, second], "none", Kind::Contradiction);
}

#[test]
fn one_site_told_twice_is_held_against_itself() {
    let text = "Stargate : tout comprendre\n\nUn premier campus de 1,2 GW pour Stargate, quatre actionnaires.\n\nÀ Abilene, Crusoe construit un campus de Stargate. À terme, le site tirera 1,4 GW du réseau.\n";
    flagged(&[text], "stargate", Kind::Internal);
    let stage = "Stargate : tout comprendre\n\nUn premier campus de 1,2 GW pour Stargate, quatre actionnaires.\n\nÀ Abilene, Crusoe construit un campus de Stargate. Le site tirera 0,2 GW du réseau.\n";
    silent(&[stage], "stargate", Kind::Internal);
}

#[test]
fn a_title_that_misses_its_text_by_a_hair_is_internal() {
    let text = "51,8 % de oui, et pourtant c'est non\n\nHier, 51,6 % des votants ont accepté d'offrir le train aux jeunes.\n";
    flagged(&[text], "none", Kind::Internal);
    let agrees = "51,6 % de oui, et pourtant c'est non\n\nHier, 51,6 % des votants ont accepté d'offrir le train aux jeunes.\n";
    silent(&[agrees], "none", Kind::Internal);
}

#[test]
fn sums_are_announced_in_several_ways() {
    let adds = |parts: &str, total: &str| format!("Le tramway\n\n{parts} {total}\n");
    let four =
        "La métropole apportera 430 millions d'euros, l'État 160, la Région 95 et l'Union européenne 45.";
    flagged(&[&adds(four, "De quoi réunir les 780 millions nécessaires.")], "none", Kind::Arithmetic);
    silent(&[&adds(four, "De quoi réunir les 730 millions nécessaires.")], "none", Kind::Arithmetic);
    silent(&[&adds(four, "De quoi poser 780 kilomètres de rails.")], "none", Kind::Arithmetic);
    let two = "Le Gard donne 19 millions d'euros, l'Hérault 21 millions et la Lozère 7 millions.";
    flagged(&[&adds(two, "Faites l'addition : 55 millions.")], "none", Kind::Arithmetic);
    silent(&[&adds(two, "Faites l'addition : 47 millions.")], "none", Kind::Arithmetic);
    let left =
        "Au total, 1 400 vacanciers, 900 personnes du village et 600 habitants de Castelgrès sont partis";
    flagged(&[&adds(left, ", soit 3 500 évacués.")], "none", Kind::Arithmetic);
    silent(&[&adds(left, ", soit 2 900 évacués.")], "none", Kind::Arithmetic);
}

#[test]
fn what_a_yearly_sum_makes_is_computed() {
    let yearly = |text: &str| format!("La réforme\n\n{text}\n");
    let product = "Elle coûtera 18 millions d'euros par an pendant cinq ans, donc";
    let sides = flagged(&[&yearly(&format!("{product} 108 millions à trouver."))], "none", Kind::Arithmetic);
    assert_eq!(sides, [vec!["108 millions"], vec!["18 millions d'euros", "cinq ans"]], "the result first");
    silent(&[&yearly(&format!("{product} 90 millions à trouver."))], "none", Kind::Arithmetic);
    let spread = "C'est un contrat de 300 millions d'euros sur cinq ans. Faites le calcul :";
    flagged(&[&yearly(&format!("{spread} trente millions par an."))], "none", Kind::Arithmetic);
    silent(&[&yearly(&format!("{spread} soixante millions par an."))], "none", Kind::Arithmetic);
}

#[test]
fn two_kinds_of_one_thing_are_told_apart() {
    let about = |text: &str| format!("Les comptes\n\n{text}\n");
    for (one, other) in [
        ("Un appartement neuf coûte 4 500 euros.", "Un appartement ancien coûte 3 200 euros."),
        ("Le salaire brut moyen est de 3 200 euros.", "Le salaire net moyen est de 2 600 euros."),
        ("L'usine emploie 300 hommes.", "L'usine emploie 450 femmes."),
        ("La ville compte 300 écoles publiques.", "La ville compte 180 écoles privées."),
        ("Le billet aller coûte 120 euros.", "Le billet aller-retour coûte 210 euros."),
    ] {
        silent(&[&about(one), &about(other)], "none", Kind::Contradiction);
    }
    let (one, other) = ("Un appartement neuf coûte 4 500 euros.", "Un appartement neuf coûte 3 200 euros.");
    flagged(&[&about(one), &about(other)], "none", Kind::Contradiction);
}

#[test]
fn a_number_told_of_another_kind_is_a_drift() {
    let site = "L'usine\n\nLe maire, Paul Darnac, a promis 2 500 emplois de chantier.\n";
    let lasting = "L'usine\n\nLe maire, Paul Darnac, a promis 2 500 emplois permanents.\n";
    flagged(&[site, lasting], "none", Kind::MeasureDrift);
    let plain = "L'usine\n\nLe maire, Paul Darnac, a promis 2 500 emplois.\n";
    silent(&[site, plain], "none", Kind::MeasureDrift);
    let both = "L'usine\n\nLe maire, Paul Darnac, a promis 2 500 emplois de chantier. Il a promis 2 500 emplois permanents aussi.\n";
    silent(&[both, lasting], "none", Kind::MeasureDrift);
    let net = "Les comptes\n\n« Nous avons enregistré une perte nette de 43 millions d'euros », a précisé le directeur financier, Thomas Vidal.\n";
    let operating = "Les comptes\n\nThomas Vidal, le directeur financier, n'a rien enjolivé. La perte d'exploitation, a-t-il reconnu, s'est élevée à 43 millions d'euros.\n";
    flagged(&[net, operating], "none", Kind::MeasureDrift);
}

#[test]
fn a_slip_of_one_voice_or_one_word_is_seen_though_the_digit_is_one() {
    let year = "Le parc de Vauxrémy\n\nLe parc éolien de Vauxrémy comptera 24 mâts. Les abonnés économiseront « 300 millions d'euros par an », soutient Joi Harris, la présidente de Valtec.\n";
    let tenth = "Le parc de Vauxrémy\n\nÀ Vauxrémy, 24 mâts seront dressés. Joi Harris, la présidente de Valtec, chiffre à « 30 millions d'euros par an » ce que les abonnés garderont.\n";
    flagged(&[year, tenth], "none", Kind::Misquote);
    let french = "La phase de Narvik\n\nLa première phase de Narvik coûtera 1 milliard d'euros.\n";
    let english = "La phase de Narvik\n\nLa première phase de Narvik coûtera 1 billion d'euros.\n";
    flagged(&[french, english], "none", Kind::ScaleSlip);
}

#[test]
fn some_of_a_whole_is_no_other_number_of_it() {
    let text = "L'eau\n\nSur 212 forages promis par le gouvernement, 84 fonctionneraient, d'après le Conseil régional.\n";
    silent(&[text], "none", Kind::Dispute);
}

#[test]
fn a_phase_that_an_article_tells_beside_the_whole_is_no_other_power() {
    let both = "Stargate\n\nStargate UAE comptera un gigawatt. Les 200 premiers mégawatts seront mis en service en 2026, précise G42.\n";
    let whole = "Stargate\n\nStargate UAE comptera un gigawatt.\n";
    silent(&[both, whole], "stargate", Kind::Contradiction);
    let larger = "Stargate\n\nStargate UAE comptera cinq gigawatts.\n";
    flagged(&[both, larger], "stargate", Kind::Contradiction);
}

#[test]
fn a_toll_that_one_voice_raises_is_no_misquote() {
    let first = "Le train\n\n« Le bilan provisoire est de 14 morts parmi les voyageurs », a déclaré le préfet Samuel Etoga.\n";
    let second = "Le train\n\n« Nous venons d'apprendre que 23 morts ont été transportés à la morgue centrale », a déclaré le préfet Samuel Etoga.\n";
    silent(&[first, second], "none", Kind::Misquote);
    let again = "Le train\n\n« Le bilan provisoire est de 41 morts parmi les voyageurs », a déclaré le préfet Samuel Etoga.\n";
    flagged(&[first, again], "none", Kind::Misquote);
}

#[test]
fn seasons_are_periods() {
    let now = "Le club\n\nLe budget du club de Mirambeau atteint 11,2 millions d'euros.\n";
    let next =
        "Le club\n\nLe budget du club de Mirambeau atteindra 9,8 millions d'euros la saison prochaine.\n";
    silent(&[now, next], "none", Kind::Contradiction);
}

#[test]
fn a_sum_in_several_times_is_that_of_its_parts() {
    let text = "Le prêt\n\nLa banque a prêté 9,6 milliards d'euros en deux fois : 2,3 milliards en janvier, 7,1 milliards en mai.\n";
    flagged(&[text], "none", Kind::Arithmetic);
    let right = "Le prêt\n\nLa banque a prêté 9,4 milliards d'euros en deux fois : 2,3 milliards en janvier, 7,1 milliards en mai.\n";
    silent(&[right], "none", Kind::Arithmetic);
}

#[test]
fn speeds_that_an_article_sets_side_by_side_are_of_one_thing() {
    let text = "L'accident\n\nÀ en croire une source proche de l'enquête, le train abordait la courbe à 87 km/h. « C'est une fable ! Nos enregistreurs indiquent 38 km/h », martèle Paul-Henri Castaing, le directeur de la ligne.\n";
    flagged(&[text], "none", Kind::Dispute);
}

#[test]
fn a_title_may_halve_what_the_text_counts() {
    let text = |title: &str| {
        format!("{title} emplois promis à Ronceval\n\nL'usine de Ronceval créera 1 000 emplois.\n")
    };
    flagged(&[&text("450")], "none", Kind::Internal);
    silent(&[&text("1 000")], "none", Kind::Internal);
    silent(&[&text("200")], "none", Kind::Internal);
}

#[test]
fn sums_of_others_are_no_slip_of_the_project() {
    let project = "Stargate\n\nLe projet Stargate mobilisera 544 milliards de dollars aux États-Unis.\n";
    let other = |who: &str| format!("Stargate\n\n{who} mobilisera 544 millions de dollars aux États-Unis.\n");
    flagged(&[project, &other("Le projet Stargate")], "stargate", Kind::ScaleSlip);
    silent(&[project, &other("Selon nos informations, Cisco")], "stargate", Kind::ScaleSlip);
}

#[test]
fn a_day_of_the_week_is_that_of_the_date_of_a_toll() {
    let toll = |day: &str, dead: &str| {
        format!("Crue à Tournelac\n\nLa crue a fait {dead} morts à Tournelac, selon un bilan de {day}.\n")
    };
    silent(&[&toll("lundi", "12"), &toll("mercredi", "15")], "none", Kind::Contradiction);
}

#[test]
fn of_each_and_against_are_told_by_their_words() {
    let cut = |text: &str| {
        format!("Usine de Ronceval\n\nL'usine va supprimer {text} à Ronceval, a annoncé Anne Martin.\n")
    };
    let all = cut("410 postes");
    flagged(&[&cut("120 postes par rapport à l'an dernier"), &all], "none", Kind::Misquote);
    let suits = |text: &str| {
        format!("Ronceval\n\nLe parquet de Ronceval a engagé des poursuites {text} de l'usine.\n")
    };
    flagged(&[&suits("contre 15 salariés"), &suits("visant 21 salariés")], "none", Kind::Contradiction);
}

#[test]
fn tolls_do_not_fall() {
    let toll = |day: &str, dead: &str| {
        format!(
            "Glissement de terrain à Bessac\n\n{day} mars 2026\n\nLe glissement de terrain de Bessac a fait {dead} morts, a indiqué le préfet Jean Morel.\n"
        )
    };
    flagged(&[&toll("9", "34"), &toll("10", "21")], "none", Kind::Misquote);
    silent(&[&toll("9", "21"), &toll("10", "34")], "none", Kind::Misquote);
}

#[test]
fn a_fall_is_told_with_its_sign_or_without() {
    let sales = |text: &str| format!("Ventes de Valtec\n\nEn 2025, les ventes de Valtec ont {text}.\n");
    silent(&[&sales("reculé de 17 %"), &sales("évolué de -17 %")], "none", Kind::Contradiction);
    flagged(&[&sales("évolué de +17 %"), &sales("évolué de -17 %")], "none", Kind::Contradiction);
}

#[test]
fn sums_are_those_of_the_sentences_around_them() {
    for (text, right, wrong) in [
        (
            "La facture atteint {} millions d'euros. Le tour de table est bouclé : 120 millions de fonds propres, 85 millions de \
             dette et 57 millions d'aides.\n",
            "262",
            "250",
        ),
        (
            "Les sauveteurs en sont à {} morts. Trente personnes ont péri à Bogo, 22 à Santander, 15 à Medellin et sept à Tabogon.\n",
            "74",
            "69",
        ),
        (
            "En juillet, la ville réserve 4,5 mégawatts. Ajoutez-y les 1,2 mégawatt du port, et on arrive à {} mégawatts.\n",
            "5,7",
            "6,7",
        ),
        (
            "Les plans parlent de 230 mégawatts. Une extension de 290 mégawatts suivrait, ce qui porterait l'ensemble à {} \
             mégawatts.\n",
            "520",
            "540",
        ),
        (
            "Nvidia veut livrer 10 gigawatts. AMD en fera 6. Broadcom signe pour 10 gigawatts. En additionnant ces trois contrats, \
             on parvient à {} gigawatts.\n",
            "26",
            "28",
        ),
        (
            "La banque prête {} milliards d'euros pour deux ports, soit 23,25 milliards à Anvers et 14,75 milliards à Brest.\n",
            "38",
            "36",
        ),
        ("La police a procédé à {} interpellations : deux le 25 octobre et quatre le 29.\n", "six", "sept"),
        ("La taxe passe de 33,70 à 29,98 euros, un repli de {} %.\n", "11", "21"),
    ] {
        flagged(&[&text.replace("{}", wrong)], "none", Kind::Arithmetic);
        silent(&[&text.replace("{}", right)], "none", Kind::Arithmetic);
    }
    for text in [
        // The parts are those of the sum told first.
        "Un programme de 1,4 milliard d'euros est voté. En euros courants, il grimperait à 1,65 milliard. Le tour de table est \
         bouclé : 560 millions pour la Région, 420 pour l'État, 280 pour les villes et 140 pour l'Europe.\n",
        // Several other things.
        "La ville compte 69 écoles. Trente classes ferment à Brest, 12 à Rennes et 8 à Nantes.\n",
        "La taxe passe de 33 à 29 euros, une hausse de 21 % des recettes étant promise.\n",
    ] {
        silent(&[text], "none", Kind::Arithmetic);
    }
}

#[test]
fn a_title_is_held_against_what_its_text_tells_of_once() {
    let told = |title: &str, text: &str| format!("{title}\n\n{text}\n");
    let stolen = "Le 19 octobre, huit bijoux ont été volés dans la galerie du musée.";
    flagged(&[&told("Louvre : neuf bijoux volés", stolen)], "none", Kind::Internal);
    silent(&[&told("Louvre : huit bijoux volés", stolen)], "none", Kind::Internal);
    let contract = "Le joueur a paraphé lundi à Lens un contrat de quatre ans. « On nous parle de projet depuis cinq ans », peste \
                    un abonné.";
    flagged(&[&told("Vasseur signe pour cinq ans à Lens", contract)], "none", Kind::Internal);
    silent(&[&told("Vasseur signe pour quatre ans à Lens", contract)], "none", Kind::Internal);
    // Digits mistaken in the lead.
    let site = |lead: &str| {
        told(
            "La ville qui a tout misé sur les puces",
            &format!(
                "Au Texas, {lead} ouvriers se relaient jour et nuit sur le chantier. Les habitants hésitent.\n\nLa poussière se voit \
                 de loin. Huit bâtiments sortent du sol.\n\nCe matin-là, ils sont 4 600 ouvriers à pointer aux tourniquets du chantier."
            ),
        )
    };
    flagged(&[&site("6 400")], "none", Kind::Internal);
    silent(&[&site("4 600")], "none", Kind::Internal);
}

#[test]
fn what_happens_once_has_one_date() {
    let fire = |day: &str| {
        format!(
            "Incendie aux Pennes\n\nL'incendie des Pennes s'est déclaré {day} près de Marseille et a parcouru 750 hectares.\n"
        )
    };
    let other = |day: &str| {
        format!(
            "L'été du feu\n\nL'incendie, parti {day} des Pennes, a ravagé 750 hectares aux portes de Marseille.\n"
        )
    };
    flagged(&[&fire("mardi 8 juillet"), &other("lundi 7 juillet")], "none", Kind::Date);
    silent(&[&fire("mardi 8 juillet"), &other("mardi 8 juillet")], "none", Kind::Date);
    let chips = |year: &str| {
        format!(
            "Narvik et ses puces\n\nÀ Narvik, 100 000 processeurs du fabricant américain doivent être installés d'ici la fin {year}.\n"
        )
    };
    let plugged = "Le Grand Nord numérique\n\nDans les baies de Narvik, 100 000 processeurs devraient tous être branchés d'ici à la \
                   fin de 2027.\n";
    flagged(&[&chips("2026"), plugged], "none", Kind::Date);
    silent(&[&chips("2027"), plugged], "none", Kind::Date);
    let programme = |day: &str| {
        format!(
            "Abilene attend Stargate\n\nStargate, c'est le programme à 500 milliards de dollars annoncé le {day} par Donald Trump.\n"
        )
    };
    let announced = "Stargate lancé\n\nDonald Trump a annoncé mardi 21 janvier, au lendemain de son investiture, la création de \
                     Stargate.\n";
    flagged(&[&programme("20 janvier"), announced], "stargate", Kind::Date);
    silent(&[&programme("21 janvier"), announced], "stargate", Kind::Date);
}

#[test]
fn ranges_that_cross_are_two_statements() {
    let said = |range: &str| {
        format!(
            "Alstom et sa trésorerie\n\n« Nous attendons un flux de trésorerie compris {range} millions d'euros sur l'année », a \
             déclaré le directeur général d'Alstom, Henri Lestrade.\n"
        )
    };
    let first = said("entre 200 et 400");
    flagged(&[&first, &said("entre 300 et 500")], "none", Kind::Misquote);
    silent(&[&first, &said("entre 200 et 400")], "none", Kind::Misquote);
}

#[test]
fn round_sums_told_as_done_are_a_drift() {
    let promised = "SoftBank et OpenAI\n\n« Nous nous sommes engagés à apporter 30 milliards de dollars à OpenAI », a expliqué le \
                    directeur financier de SoftBank, Yoshimitsu Goto.\n";
    let done = "OpenAI et SoftBank\n\nLe directeur financier de SoftBank, Yoshimitsu Goto, a indiqué que 30 milliards de dollars \
                avaient déjà été injectés dans OpenAI.\n";
    flagged(&[promised, done], "stargate", Kind::MeasureDrift);
    silent(
        &[promised, &done.replace("avaient déjà été injectés", "seraient injectés")],
        "stargate",
        Kind::MeasureDrift,
    );
}

#[test]
fn a_voice_answers_what_was_told_right_before() {
    let told = |answer: &str| {
        format!("La taxe débattue\n\nL'économiste Gabriel Durand en espère 15 milliards d'euros. {answer}\n")
    };
    let doubt = "Un mirage, pour Amélie Morel : « On n'ira pas au-delà de 5 milliards, parce que ces gens ne vont pas attendre », a \
                 rétorqué la ministre.";
    flagged(&[&told(doubt)], "none", Kind::Dispute);
    silent(&[&told("« L'État a déjà reçu 5 milliards », se félicite Amélie Morel.")], "none", Kind::Dispute);
    let rally = |sheriff: &str| {
        format!(
            "La marche de Saline\n\nIls étaient 300 au dernier rassemblement, selon les organisateurs, {sheriff} selon le shérif.\n"
        )
    };
    flagged(&[&rally("180")], "none", Kind::Dispute);
    silent(&[&rally("300")], "none", Kind::Dispute);
    // « un million » is no rounded half of one.
    let crowd = |union: &str| {
        format!(
            "La grève\n\n500 000 manifestants ont défilé selon le ministère de l'Intérieur, {union} selon la CGT.\n"
        )
    };
    flagged(&[&crowd("un million")], "none", Kind::Dispute);
    silent(&[&crowd("un demi-million")], "none", Kind::Dispute);
}

#[test]
fn lists_of_equal_figures_but_one_are_of_the_same() {
    let first = "Le budget\n\nLes économies viennent de l'État (7 milliards d'euros), de la Sécurité sociale (5,4 milliards d'euros) et \
        des communes (4,6 milliards d'euros).\n";
    let told = |secu: &str| {
        format!(
            "Bercy serre la vis\n\nOn demande 7 milliards d'euros aux ministères, {secu} milliards d'euros à la Sécu et 4,6 \
             milliards d'euros aux mairies.\n"
        )
    };
    flagged(&[first, &told("6,5")], "none", Kind::Contradiction);
    silent(&[first, &told("5,4")], "none", Kind::Contradiction);
    // Far apart, or beside other figures.
    silent(&[first, &told("34")], "none", Kind::Contradiction);
    let other = "Bercy serre la vis\n\nOn demande 9 milliards d'euros aux ministères, 6,5 milliards d'euros à la Sécu et 4,6 milliards \
        d'euros aux mairies.\n";
    silent(&[first, other], "none", Kind::Contradiction);
}

#[test]
fn bounds_a_thousand_times_apart_are_a_slip() {
    let told = |sum: &str| {
        format!("Oracle\n\nLe contrat d'Oracle avec OpenAI pèse plus de {sum} de dollars sur cinq ans.\n")
    };
    flagged(&[&told("300 milliards"), &told("300 millions")], "none", Kind::ScaleSlip);
    silent(&[&told("300 milliards"), &told("200 milliards")], "none", Kind::ScaleSlip);
}

#[test]
fn parts_stand_between_parentheses_or_are_a_thousandth_of_their_whole() {
    let cut = |whole: &str| {
        format!(
            "Le plan\n\nLe groupe veut supprimer {whole} postes, répartis entre l'usine de Tours (612), le siège (96) et le \
             centre de recherche (38).\n"
        )
    };
    flagged(&[&cut("764")], "none", Kind::Arithmetic);
    silent(&[&cut("746")], "none", Kind::Arithmetic);
    let dont = |whole: &str| {
        format!(
            "L'accord\n\nL'accord prévoit {whole} de dollars de compensations, dont 8 millions pour les pompiers, 4 millions \
             pour les terres et 2 millions pour un fonds.\n"
        )
    };
    flagged(&[&dont("14 milliards")], "none", Kind::Arithmetic);
    silent(&[&dont("14 millions")], "none", Kind::Arithmetic);
    silent(&[&dont("25 milliards")], "none", Kind::Arithmetic);
}

#[test]
fn a_conversion_between_parentheses_may_stand_behind_what_the_sum_is_for() {
    let told = |francs: &str| {
        format!(
            "Le budget\n\n16 octobre 2025\n\nLe plan prévoit 17 milliards d'euros de coupes dans les dépenses ({francs} \
             milliards de francs suisses).\n"
        )
    };
    flagged(&[&told("28,2")], "none", Kind::Conversion);
    silent(&[&told("15,8")], "none", Kind::Conversion);
    let rival = "Le club\n\n16 octobre 2025\n\nLe club vise 3 milliards d'euros de recettes comme son rival américain Puma (4 milliards \
        de dollars).\n";
    silent(&[rival], "none", Kind::Conversion);
}

#[test]
fn halves_of_a_year_are_two_dates() {
    let told =
        |text: &str| format!("Le pont de Tours\n\n{text} Il coûtera 31 millions d'euros à la ville.\n");
    let first = told("La mise en service du pont de Tours est prévue au premier semestre 2026.");
    let second = told("À Tours, la mise en service du pont est attendue au second semestre 2026.");
    let end = told("La mise en service du pont de Tours est prévue fin 2026.");
    let before = told("La mise en service du pont de Tours est prévue avant la fin 2026.");
    flagged(&[&first, &second], "none", Kind::Date);
    flagged(&[&first, &end], "none", Kind::Date);
    silent(&[&second, &end], "none", Kind::Date);
    silent(&[&first, &before], "none", Kind::Date);
}

#[test]
fn of_two_kinds_the_nearer_one_counts() {
    let told = |posts: &str| {
        format!(
            "Le campus de Tours\n\nSelon le promoteur Jean Morel, {posts} postes permanents subsisteront au campus de Tours \
             après le chantier.\n"
        )
    };
    let other = "Le campus de Tours\n\nSelon la maire Anne Roux, 300 postes permanents resteront au campus de Tours.\n";
    flagged(&[&told("750"), other], "none", Kind::Dispute);
    silent(&[&told("300"), other], "none", Kind::Dispute);
}

#[test]
fn about_as_much_is_no_other_figure() {
    let told = |much: &str| {
        format!("La rougeole\n\nDans la région, {much} 84 % des enfants sont protégés de la rougeole.\n")
    };
    silent(&[&told("à peine plus de"), &told("ce ne sont plus que")], "none", Kind::Contradiction);
    let counted = |much: &str| {
        format!("L'enquête\n\nL'enquête publique a recueilli {much} contributions des habitants.\n")
    };
    silent(&[&counted("près de 3 800"), &counted("3 812")], "none", Kind::Contradiction);
    flagged(&[&counted("près de 3 800"), &counted("4 212")], "none", Kind::Contradiction);
}
