//! Plans and what is done, days of one event, slips of whole sums: what articles of one story make of each other's figures.

use stargate_check::checks::Kind;

use super::checks::{flagged, silent};

const AGENCY: &str = "Nvidia et OpenAI\n\nParis, 22 septembre 2025 - Nvidia va investir 100 milliards de dollars dans \
    OpenAI, a annoncé le groupe.\n";
const DAILY: &str = "Nvidia mise sur OpenAI\n\nPublié le 23 septembre 2025\n\nNvidia investira 100 milliards de dollars dans \
    OpenAI au fil des livraisons de puces.\n";

#[test]
fn a_plan_of_most_outlets_that_one_tells_as_done_is_a_drift() {
    let done = "Le chèque de Nvidia\n\nPublié le 24 septembre 2025\n\nNvidia a déjà injecté 100 milliards de dollars dans \
        OpenAI, son meilleur client.\n";
    let sides = flagged(&[AGENCY, DAILY, done], "stargate", Kind::MeasureDrift);
    assert_eq!(sides[1], ["100 milliards de dollars"]);
    // A plan that no more tell than tell it as done, and a report so late that it may have been done.
    silent(&[AGENCY, done], "stargate", Kind::MeasureDrift);
    let later = done.replace("24 septembre 2025", "3 mars 2026");
    silent(&[AGENCY, DAILY, &later], "stargate", Kind::MeasureDrift);
    // What was done in another year is no news of this plan.
    let before = done.replace(
        "a déjà injecté 100 milliards de dollars",
        "a déjà injecté 100 milliards de dollars depuis 2020",
    );
    silent(&[AGENCY, DAILY, &before], "stargate", Kind::MeasureDrift);
    // What a source says, it may know.
    let told = done.replace("Nvidia a déjà", "Selon le banquier Paul Darnac, Nvidia a déjà");
    silent(&[AGENCY, DAILY, &told], "stargate", Kind::MeasureDrift);
}

#[test]
fn one_announcement_has_one_day() {
    let first = "Puces\n\nMardi 7 octobre 2025, Orvelis et Ardenor ont annoncé leur mariage. Orvelis livrera 6 gigawatts de puces à \
        Ardenor.\n";
    let second = "Orvelis et Ardenor\n\nLe mariage d'Orvelis et Ardenor, annoncé le 6 octobre 2025, porte sur 6 gigawatts de puces.\n";
    flagged(&[first, second], "none", Kind::Date);
    silent(&[first, &second.replace("6 octobre", "7 octobre")], "none", Kind::Date);
    // What is signed on one day may be announced on the next; weeks apart, it is another deal.
    silent(&[first, &second.replace("annoncé le", "signé le")], "none", Kind::Date);
    silent(&[first, &second.replace("6 octobre", "6 juin")], "none", Kind::Date);
}

#[test]
fn what_is_detected_has_one_day() {
    let agency = "Cyberattaque à Vernay\n\nL'intrusion dans le réseau de l'hôpital de Vernay a été détectée le 9 novembre 2025 \
        par l'équipe d'astreinte. Quelque 180 serveurs de l'hôpital sont touchés.\n";
    let site = "L'hôpital de Vernay\n\nLes pirates sont restés dans le réseau de l'hôpital de Vernay avant que l'intrusion soit \
        détectée, le 10 novembre 2025. Quelque 180 serveurs sont touchés.\n";
    flagged(&[agency, site], "none", Kind::Date);
    silent(&[agency, &site.replace("10 novembre", "9 novembre")], "none", Kind::Date);
}

#[test]
fn sums_slip_whatever_time_they_are_told_of() {
    let milliards = "Le budget voté\n\nLa surtaxe sur les grandes entreprises doit rapporter 6,2 milliards d'euros à l'État.\n";
    let millions = "La surtaxe des grandes entreprises\n\nLa surtaxe sur les grandes entreprises rapportera 6,2 millions d'euros \
        à l'État l'an prochain.\n";
    flagged(&[milliards, millions], "none", Kind::ScaleSlip);
    silent(&[milliards, &millions.replace("6,2 millions", "6,4 milliards")], "none", Kind::ScaleSlip);
}

#[test]
fn parts_that_leave_their_noun_out_add_up() {
    let told = |parts: &str| format!("Le chantier\n\nLe campus compte huit bâtiments. {parts}\n");
    let odd = told("Deux tournent, trois ont un toit et deux sortent de terre.");
    flagged(&[&odd], "none", Kind::Arithmetic);
    for parts in [
        "Deux tournent, quatre ont un toit et deux sortent de terre.",
        "Deux tournent, trois ont un toit et les autres sortent de terre.",
        "Deux grues tournent, trois camions attendent et deux ouvriers discutent.",
    ] {
        silent(&[&told(parts)], "none", Kind::Arithmetic);
    }
    let plan = |parts: &str| format!("La fonderie\n\nLe plan sacrifie 386 postes, soit {parts}.\n");
    flagged(&[&plan("212 à la fonderie, 131 à l'usinage et 33 dans les services")], "none", Kind::Arithmetic);
    silent(&[&plan("212 à la fonderie, 131 à l'usinage et 43 dans les services")], "none", Kind::Arithmetic);
}

#[test]
fn a_body_is_one_voice_by_its_initials() {
    let short = "Les lits du CHU de Valbrune\n\nAu CHU de Valbrune, 37 lits sont ouverts, précise l'ARS.\n";
    let full = "Le CHU de Valbrune\n\nAu CHU de Valbrune, 35 lits sont ouverts, précise l'agence régionale de santé.\n";
    flagged(&[short, full], "none", Kind::Misquote);
    let other = full.replace("l'agence régionale de santé", "la confédération des hôpitaux publics");
    silent(&[short, &other], "none", Kind::Misquote);
    // « Anne-Renée Simon » is no ARS.
    let person = full.replace("l'agence régionale de santé", "Anne-Renée Simon");
    flagged(&[short, &person], "none", Kind::Dispute);
}
