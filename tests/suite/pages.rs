//! Which lines of a page are the article: menus, boxes of links, notices and comments around and within it make no claims.

use super::support::fixtures;
use super::support::program::folder;

/// The texts of the claims of a page.
fn claims(page: &str) -> Vec<String> {
    let folder = folder(&[("a.txt", page)]);
    let report = fixtures::report(&[folder.path().to_owned()], "none");
    report.corpus.statements.iter().map(|statement| statement.text.clone()).collect()
}

/// Three paragraphs of an article, with what stands between the second and the third.
fn page(head: &str, between: &str, foot: &str) -> String {
    format!(
        "{head}La fonderie de Castelin supprime 120 emplois\n\nLa direction de la fonderie a annoncé mardi la suppression de \
         120 emplois sur le site de Castelin, ouvert depuis quarante ans dans la vallée.\n\nLes syndicats contestent ce \
         chiffre et parlent de 180 emplois menacés, sous-traitants compris, dans toute la vallée.\n\n{between}Le ministère a \
         promis une aide de 2 millions d'euros aux salariés de la fonderie, qui sera versée avant la fin de l'année.\n{foot}"
    )
}

const ARTICLE: [&str; 5] =
    ["120 emplois", "120 emplois", "quarante ans", "180 emplois", "2 millions d'euros"];

#[test]
fn a_box_of_links_within_an_article_does_not_end_it() {
    for between in [
        "",
        "À LIRE AUSSI\nLe trésor de 300 millions d'euros de la vallée\nNotre dossier : 100 jours de grève\n\n",
        "Sur le même sujet\n> Fonderies : 400 emplois créés ?\n> Test : 16 Go pour 699 €\n\n",
        "Lire aussi : Un plan de 50 millions d'euros\n\n",
        "[Audio] Le journal de 12 h 30 - 2 min\n\n",
    ] {
        assert_eq!(claims(&page("", between, "")), ARTICLE, "{between}");
    }
}

#[test]
fn the_title_is_about_what_follows() {
    for head in [
        "Accueil | Sports | Culture | Météo | Annonces\n",
        "Faites un don. Déjà 65 000 donateurs.\n",
        "🔥 Bon plan : le téléphone à 599 € au lieu de 899 €\n",
        "Alerte météo : -3 °C | Brocante : 200 exposants | Football : 3 buts\n",
        "Accueil\nPolitique\nSports : 3 buts pour les salariés de la fonderie\nSociété\nMétéo\n\n",
    ] {
        assert_eq!(claims(&page(head, "", "")), ARTICLE, "{head}");
    }
}

#[test]
fn what_follows_an_article_is_not_it() {
    for foot in [
        "\nCommentaires (2)\nJean : 500 emplois, plutôt !\n",
        "\nLa rédaction vous conseille\nPrésidentielle : 52 % des Français…\n",
        "\nVous aimerez aussi\nUn forfait de 8 Go à 39,99 €\n",
        "\nÀ propos de l'auteur : Luc a conseillé plus de 3 000 entreprises de la région.\n",
    ] {
        assert_eq!(claims(&page("", "", foot)), ARTICLE, "{foot}");
    }
}

#[test]
fn a_dash_opens_an_item_and_a_minus_touches_its_number() {
    let page = "Le plan en bref\n\nVoici ce que le gouvernement a annoncé mardi pour les hôpitaux de la région :\n\
                - 500 millions d'euros en quatre ans ;\n- 1 200 postes, dès la rentrée.\n\nLe taux d'activité a reculé \
                de -3 % en un an dans les hôpitaux de la région, selon le ministère.\n";
    assert_eq!(claims(page), ["500 millions d'euros", "quatre ans", "1 200 postes", "-3 %", "un an"]);
}

#[test]
fn a_title_is_no_hour_issue_or_day() {
    let read = |head: &str| {
        let page = format!(
            "{head}La direction de la fonderie a annoncé mardi la suppression de 120 emplois sur le site de Castelin, ouvert depuis \
             quarante ans dans la vallée.\n\nSur le même sujet : Lombok, août 2018, les 563 morts oubliés\n"
        );
        let folder = folder(&[("a.txt", page.as_str())]);
        let report = fixtures::report(&[folder.path().to_owned()], "none");
        let article = report.corpus.records[0].article.clone();
        (article.title.unwrap_or_default(), article.published.map(|date| date.to_string()))
    };
    let title = "Le jour où la fonderie a fermé";
    for head in
        ["Le magazine des villes – n° 48", "L'HEBDO DES AFFAIRES – n° 1 842 – 6,20 €", "VALLÉE DU MOULIN"]
    {
        assert_eq!(read(&format!("{head}\n{title}\n\n")), (title.to_owned(), None), "{head}");
    }
    assert_eq!(read(&format!("{title}\n\n22h10 – Le bilan de la fonderie\n\n")).0, title);
    // The year of a day is that of the text in which it was one of that name.
    let dated = read(&format!("Genève, mardi 1er avril\n\n{title}\n\nLe plan court jusqu'en 2025.\n\n"));
    assert_eq!(dated, (title.to_owned(), Some("2025-04-01".to_owned())));
}

#[test]
fn a_title_holds_a_date_or_stands_over_a_caption() {
    for (head, under) in [
        ("Grève du 2 octobre : le ministère a compté 195 000 manifestants", ""),
        ("Grève : le ministère a compté 195 000 manifestants", "Écouter l'article | 4 minutes\n"),
        (
            "Grève : le ministère a compté 195 000 manifestants",
            "\n[Le cortège, jeudi, à Nantes. Crédit : A. Roy]\n",
        ),
        ("[Enquête] Grève : le ministère a compté 195 000 manifestants [1/3]", ""),
    ] {
        let page = format!(
            "{head}\n{under}\nLa grève a été moins suivie que la précédente, selon le ministère de l'Intérieur. Les syndicats \
             avaient appelé à 240 rassemblements dans tout le pays contre le budget.\n"
        );
        assert!(claims(&page).contains(&"195 000 manifestants".to_owned()), "{head}: {:?}", claims(&page));
    }
}

#[test]
fn a_box_of_facts_is_text() {
    let page = page(
        "",
        "",
        "\nREPÈRES\n12 millions d'euros : le coût du plan\n400 emplois : ce que promet la région\n",
    );
    let told = claims(&page);
    assert!(told.contains(&"400 emplois".to_owned()), "{told:?}");
}
