//! Who says a figure and what it measures, sentence by sentence: for each rule wordings that it gets right, and beside them
//! those that look like them and are another thing.

use stargate_check::report::Report;

use super::support::fixtures;
use super::support::program::folder;

fn read(text: &str, topic: &str) -> Report {
    let folder = folder(&[("a.txt", text)]);
    fixtures::report(&[folder.path().to_owned()], topic)
}

/// What each claim on a figure says, joined: of every text the figure named second is looked at.
fn faults(
    examples: &[(&str, &str, &str)],
    topic: &str,
    said: impl Fn(&Report, usize) -> String,
) -> Vec<String> {
    let mut faults = Vec::new();
    for (text, figure, want) in examples {
        let report = read(text, topic);
        let claims = (0..report.corpus.statements.len())
            .filter(|claim| report.corpus.statements[*claim].text.contains(figure));
        let got: Vec<String> = claims.map(|claim| said(&report, claim)).collect();
        if got.join(" | ") != *want {
            faults.push(format!("« {text} »: « {figure} » want {want}, got {}", got.join(" | ")));
        }
    }
    faults
}

/// Text, figure, speaker; « - » is the outlet's own voice.
const VOICES: &[(&str, &str, &str)] = &[
    // Whoever « selon » names, but for what things depend on; papers speak for nobody.
    ("Le bateau transportait 93 personnes selon les rescapés.", "93", "rescapés"),
    ("Selon les bûcherons, il reste 300 arbres.", "300", "bûcherons"),
    ("Il en coûte 20 euros selon les saisons.", "20", "-"),
    ("Il en coûte 20 euros selon la taille des pots.", "20", "-"),
    ("D'après le registre, 40 navires ont accosté.", "40", "-"),
    ("Les pots pèsent 20 kilos suivant le terrain.", "20", "-"),
    ("Les prix varient de 20 % selon les enseignes.", "20", "-"),
    ("Les prix varient de 20 % selon l'Insee.", "20", "Insee"),
    ("Ils étaient entre 2 000 et 3 000 selon la police.", "2 000", "police"),
    ("Selon une méthode éprouvée, il faut 20 jours.", "20", "-"),
    ("La prime va de 300 à 900 euros selon le grade.", "300", "-"),
    ("Selon la place, le billet coûte 40 ou 80 euros.", "40", "-"),
    ("Il faut 250 euros, selon le cursus.", "250", "-"),
    // What another says is told beside « selon X » by the outlet.
    ("Colère agricole : 310 tracteurs au pied du Capitole, 450 selon la FDSEA.", "310", "-"),
    ("La marche a réuni 10 000 personnes, 25 000 selon les organisateurs.", "10 000", "-"),
    ("L'accident a fait 3 morts et 12 blessés selon la préfecture.", "3", "préfecture"),
    ("La direction assure que 40 postes seront créés ; elle en a supprimé 120.", "120", "-"),
    ("L'association compte 4 200 personnes sans abri.", "4 200", "association"),
    // The pronoun of an incise means whom the sentence before is about, known or not.
    (
        "Le maire, Jean Dupont, est venu. À Abilene, Clay Magouyrk a vanté le site. « Il y a 6 400 ouvriers », a-t-il dit.",
        "6 400",
        "Clay Magouyrk",
    ),
    (
        "Jean Dupont est venu. Le nouveau maire de Roanne, Clay Magouyrk, a vanté le site. « Il y a 6 400 ouvriers », a-t-il dit.",
        "6 400",
        "Clay Magouyrk",
    ),
    ("Cela choque l'association Ferus, selon laquelle 80 % des bêtes sont seules.", "80", "Ferus"),
    ("L'opposition, par la voix de Mariusz Zawada, juge que 40 sites fermeront.", "40", "Mariusz Zawada"),
    ("L'état-major reconnaît neuf tués dans ses rangs.", "neuf", "état-major"),
    ("L'État reconnaît un état critique et 40 ponts fermés.", "40", "État"),
    ("Enedis fait état de 38 000 foyers sans courant.", "38 000", "Enedis"),
    ("Ils sont 44 % en grève, rectifie la mairie.", "44", "mairie"),
    ("Le préfet Jean Dupont dresse un premier bilan : trois blessés.", "trois", "Jean Dupont"),
    (
        "L'avocat de l'un des prévenus, Me Gauthier Lenoir, parle : il manque, dit-il, 11 millions d'euros.",
        "11",
        "Gauthier Lenoir",
    ),
    (
        "Il faut aller vite, a dit la ministre déléguée au Numérique, Clarisse Aubertin. Il faudra 60 sites, a ajouté la ministre.",
        "60",
        "Clarisse Aubertin",
    ),
    (
        "Le conseiller chargé de la voirie, Jean Dupont, était là. Il faudra 4 ponts, ajoute le conseiller.",
        "4",
        "Jean Dupont",
    ),
    // Whoever stands behind « on ».
    (
        "« Nous lèverons 15 milliards d'euros », répond-on dans l'entourage du ministre.",
        "15",
        "entourage du ministre",
    ),
    ("Le chantier coûtera 30 millions d'euros, assure-t-on à la mairie de Tours.", "30", "mairie de Tours"),
    ("Le chantier coûtera 30 millions d'euros, estime-t-on.", "30", "-"),
    ("Le chantier coûtera 30 millions d'euros, a-t-on appris lundi auprès du parquet.", "30", "parquet"),
    (
        "Le chantier coûtera 30 millions d'euros, a-t-on appris de deux sources proches du dossier.",
        "30",
        "sources proches du dossier",
    ),
    ("Le chantier coûtera 30 millions d'euros, selon les trois partenaires.", "30", "partenaires"),
    (
        "Le chantier coûtera 30 millions d'euros, selon un document consulté par l'AFP.",
        "30",
        "un document consulté",
    ),
    (
        "« Il coûte 30 millions d'euros », a justifié devant les élus le maire, Paul Darnac.",
        "30",
        "Paul Darnac",
    ),
    (
        "Il a coûté 30 millions d'euros, détaille Paul Darnac : 20 millions de prêts et 10 de dons.",
        "30",
        "Paul Darnac",
    ),
    ("La CGT revendique 40 % de grévistes dans les trois usines.", "trois", "-"),
    ("La CGT revendique 40 % de grévistes dans les trois usines.", "40", "CGT"),
    ("Thermovent promet 400 emplois à Vesoul.", "400", "Thermovent"),
    ("Thermovent promet 400 millions d'euros à Vesoul.", "400", "-"),
    // The recent past, pronouns that stress nobody, asides, streets, people that nobody in particular is.
    ("Le site rouvrira 80 postes, vient d'annoncer la maire, Valérie Sarda.", "80", "Valérie Sarda"),
    ("Paul Darnac s'agace. Ce dernier vient de dire que 80 postes rouvriront.", "80", "Paul Darnac"),
    ("Le préfet vient d'annoncer que 40 postes seront supprimés.", "40", "préfet"),
    ("Le directeur de l'usine vient d'affirmer que 40 postes partiront.", "40", "directeur de l'usine"),
    ("Chemin Faisant annonce 40 emplois.", "40", "Chemin Faisant"),
    ("Quelque 600 habitants sont rentrés chez eux, indique la préfecture.", "600", "préfecture"),
    ("La CGT, elle, compte 600 grévistes.", "600", "CGT"),
    ("Quelque 600 habitants sont rentrés, indique la sous-préfecture.", "600", "sous-préfecture"),
    (
        "« Il en faudrait 110 », reconnaît, sous couvert d'anonymat, un cadre du groupe.",
        "110",
        "un cadre du groupe",
    ),
    ("Rue Saint-Médard, une coiffeuse a fait le compte : « J'ai 40 clientes. »", "40", "une coiffeuse"),
    (
        "La direction, qui comptait 300 grévistes lundi, promet 450 euros à chaque salarié licencié.",
        "450",
        "direction",
    ),
    (
        "Le préfet, Étienne Marsac, a réuni la presse. « Nous avons évacué 350 personnes », a ajouté le haut fonctionnaire.",
        "350",
        "Étienne Marsac",
    ),
    (
        "Quelque 18 000 foyers étaient privés de courant à midi ; ils n'étaient plus que 11 500 le soir, selon Enedis.",
        "18 000",
        "Enedis",
    ),
    (
        "Jean Morel a répondu hier au micro d'Est FM. « Nous avons reçu 1 900 visiteurs. »",
        "1 900",
        "Jean Morel",
    ),
    // Answers between quotation marks.
    (
        "La préfète de l'Orne, Hélène Brun, était ce mercredi au micro de notre antenne pour parler de l'usine.\n\nUn repreneur est-il \
         possible ?\n\n« La loi nous donne 90 jours pour en chercher un, et je veillerai à ce qu'on le fasse vite. »\n\nEt vous, que \
         faites-vous pour les familles ?\n\n« Nous aidons 120 familles depuis le début du mois, avec les maires du bassin. »\n",
        "120",
        "Hélène Brun",
    ),
    // « ce dernier », « celle-ci », descriptions.
    ("Le débat oppose la maire au préfet Jean Morel. Ce dernier a annoncé 400 emplois.", "400", "Jean Morel"),
    ("Paul Darnac a repris l'usine. L'entrepreneur a promis 80 embauches.", "80", "Paul Darnac"),
    // Newspapers carry what others say, and papers speak for who made them.
    ("Selon La Voix du Fleuve, 400 écoles ont fermé.", "400", "-"),
    ("Selon Le Courrier de Valbrune, la ville versera 18 millions d'euros.", "18", "-"),
    ("Le décompte de notre rédaction donne 61 victimes, selon notre enquête.", "61", "-"),
    ("La grève est menée par la FEQ, une fédération qui revendique 11 000 membres.", "11 000", "FEQ"),
    // « fait désormais état de », a colon before an incise, what is only supposed or yields.
    ("Le gouverneur, Koen Maertens, fait désormais état de cinq morts.", "cinq", "Koen Maertens"),
    (
        "Premier bilan, provisoire : trois morts, annonce le gouverneur Koen Maertens.",
        "trois",
        "Koen Maertens",
    ),
    ("Si Cartofina confirmait son offre, 80 emplois seraient sauvés.", "80", "-"),
    ("Les actions de Valtec ont rapporté 5 millions d'euros.", "5 mill", "-"),
    // The market of an office, what stands before « comme », purposes, and comparisons that are no friends.
    (
        "Le plan prévoit 746 départs, a précisé le directeur général France du groupe, Philippe Arnoux.",
        "746",
        "Philippe Arnoux",
    ),
    (
        "Le plan prévoit 746 départs, a précisé le préfet Ghislain de Montfaucon.",
        "746",
        "Ghislain de Montfaucon",
    ),
    ("La ville plantera 60 arbres, comme Emily Stratton l'a promis jeudi.", "60", "Emily Stratton"),
    ("La ville plantera 60 arbres, comme Emily Stratton en rêve depuis jeudi.", "60", "-"),
    ("Pour renverser le gouvernement, 289 voix sont nécessaires.", "289", "-"),
    ("Pour le gouvernement, 289 voix sont nécessaires.", "289", "gouvernement"),
    ("Le taux sera plus proche de 5 % que de 4 %, a dit la députée Anne Morel.", "5 %", "Anne Morel"),
    // Rates that somebody expects, a sum set beside what is told, a company named beside what it is.
    ("La Banque de France attend pour sa part 0,9 % de croissance.", "0,9", "Banque de France"),
    ("La Banque de France attend 40 wagons d'or.", "40", "Banque de France"),
    ("La Banque de France attend ses 40 wagons d'or.", "40", "-"),
    ("La Banque de France attend cet or depuis 40 ans.", "40", "-"),
    ("L'OFCE mise sur 0,7 % de croissance.", "0,7", "OFCE"),
    ("Le service compte 214 passages par jour, selon la direction, contre 191 en 2023.", "191", "direction"),
    ("Il a levé 2 milliards en 2024, selon le fonds Partech, un montant en recul de 7 %.", "7 %", "Partech"),
    ("Le service compte 214 passages par jour, selon la direction. Il en comptait 191 en 2023.", "191", "-"),
    ("Une offre a été mise sur la table, de 40 millions d'euros.", "40", "-"),
    ("Le groupe a touché des aides de l'État, 41 millions d'euros selon la CGT.", "41", "CGT"),
    (
        "Les syndicats critiquent ses 412 millions d'euros de bénéfice et les aides reçues, 41 millions selon la CGT.",
        "412",
        "-",
    ),
    ("Le promoteur, BorderPlex, assure que 750 postes subsisteront.", "750", "BorderPlex"),
    // Witnesses by their first name.
    (
        "Sylvie, 53 ans dont 29 à l'atelier, serre son gobelet. « On a accepté le gel des salaires trois ans. »",
        "trois",
        "Sylvie",
    ),
    (
        "Didier, docker à la retraite, a toujours aimé ce stade. « J'ai connu les matchs devant 600 personnes. »",
        "600",
        "Didier",
    ),
    // « M. » is no metre.
    ("Les pieux vont à plus de 70 m. « La roche est molle », confie Tomasz Nowak, ingénieur.", "70", "-"),
    // The town of a dispatch says nothing, nor does a chip.
    (
        "SAINT-ÉTIENNE, 20 nov 2025 (Agence Centre) - Le chantier coûtera 30 millions d'euros, a confirmé le préfet Jean Morel.",
        "30",
        "Jean Morel",
    ),
    // Who asks an interview answers nothing.
    (
        "« Le poker continue »\n\nL'Hebdo de Namur, jeudi 30 janvier 2025\nPropos recueillis par Benoît Maréchal\n\nLe 22 janvier, le \
         groupe annonçait un plan. Nathalie Claes, qui enseigne l'économie à Namur, n'en tire pas les conclusions de tout le \
         monde.\n\nCe chantier, vous y croyez ?\n\nJe crois au chantier, parce qu'il existe. Il coûtera 52 milliards \
         d'euros.\n\nEt la suite, vous la voyez comment ?\n\nNous verrons, et je ne dis pas que c'est ridicule.",
        "52",
        "Nathalie Claes",
    ),
    // Adverbs before a participle, participles that are no offices, people at the source.
    ("La direction a aussitôt promis 80 embauches.", "80", "direction"),
    ("Le chantier coûtera 30 millions d'euros, a juré Paul Martin.", "30", "Paul Martin"),
    ("Le contrat atteint 15 millions d'euros, selon des personnes au fait du dossier.", "15", "personnes"),
    // A relative clause by which whoever speaks goes on, and one that tells of something else.
    ("Le site ouvrira, a annoncé la préfecture, qui prévoit désormais 300 embauches.", "300", "préfecture"),
    ("L'eau manque, a rappelé le préfet Marc Olive, qui dirige 40 forestiers.", "40", "-"),
    // A voice without its verb; whoever pays is none, and what is given away is not counted.
    ("La CGT compte 130 000 manifestants. La préfecture, 42 000.", "42 000", "préfecture"),
    ("La région met 140 millions d'euros. Le département, 35 millions.", "35", "-"),
    ("À Nantes, la fondation donne 12 000 repas par semaine.", "12 000", "-"),
    // A name with an age is a person's; a medium quotes whom the sentence is about.
    (
        "Bart Claes, porte-parole, se tait. Jeannine Collignon, 81 ans, est sauve. « J'avais deux mètres d'eau », raconte la \
         retraitée.",
        "deux",
        "Jeannine Collignon",
    ),
    // Incises: who speaks was told of before, not in what is said.
    (
        "Claire Morin n'y croit pas. Valtec n'aurait que 10 millions d'euros, a-t-elle affirmé.",
        "10",
        "Claire Morin",
    ),
    ("« Il faut 20 millions d'euros » (22 millions de dollars), a lancé Claire Morin.", "20", "Claire Morin"),
    ("Combien étaient-ils ? 8 400 dit la préfecture de police.", "8 400", "préfecture de police"),
    ("34,1 % de grévistes, annonce la direction.", "34,1", "direction"),
    ("12 % des agents ont cessé le travail, fait savoir la mairie.", "12", "mairie"),
    // Relative clauses: those that say whose a figure is, and those that end before it.
    ("La croissance dépasse les 0,7 % sur lesquels tablait le gouvernement.", "0,7", "gouvernement"),
    ("Valtec, qui affirme employer 900 salariés, a fait chuter le titre de 17 %.", "17", "-"),
    ("« Trop peu », juge Léa Roux, professeure, qui compte 70 doctorants.", "70", "-"),
    // Offices inside names, agencies, unknown words that speak.
    (
        "« Six mois », résume un ancien de la première administration Bertin, qui parle de 40 départs.",
        "40",
        "un ancien de la première administration Bertin",
    ),
    ("Il manque 100 millions d'euros, a confié à l'agence Belga l'analyste Anne Morel.", "100", "Anne Morel"),
    ("Touring signale avoir ouvert 92 dossiers.", "92", "Touring"),
    ("Autrement dit, 92 dossiers sont ouverts.", "92", "-"),
    // Tolls that are revised, rates that are proposed.
    ("Les autorités ont revu à la hausse le bilan : 31 morts.", "31", "autorités"),
    ("La direction, elle, propose 2,2 %.", "2,2", "direction"),
    ("Le conseil proposera un dividende de 0,45 euro.", "0,45", "-"),
    ("Les dégâts sont évalués par les autorités à 45 millions d'euros.", "45", "autorités"),
    // Dialogues whose labels are names; questions that an outlet answers itself.
    (
        "Paul Darnac : Bonjour. Combien ?\n\nClaire Morin : Il en coûtera 30 millions d'euros.\n\nPaul Darnac : Et après ?\n\nClaire Morin : On verra.\n",
        "30",
        "Claire Morin",
    ),
    (
        "Le plan en trois questions\n\nLe ministre Jean Morel a présenté hier son plan pour les hôpitaux de la région.\n\nCombien coûte-t-il ?\nLe plan coûte 30 millions d'euros sur les cinq années qui viennent.\n\nQui paie ?\nLes régions paient la moitié de la somme prévue.\n\nEt ensuite ?\nRien n'est décidé pour la suite du plan.\n",
        "30",
        "-",
    ),
    // Titles before a name, and what stands beside one.
    ("Le chantier coûtera 30 millions d'euros, estime le Pr Jean Aubrac.", "30", "Jean Aubrac"),
    ("« Il manque 300 lits », avance la Dre Maude Thériault.", "300", "Maude Thériault"),
    ("Fatou Sène, 47 ans, montre les douze sacs entassés.", "douze", "-"),
    // Sources that are counted, that are told by what only people do, that count what happens.
    ("Le manque atteint 40 millions d'euros, précisent les six entreprises.", "40", "entreprises"),
    ("Selon deux sources, le rachat porterait sur 3 milliards d'euros.", "3", "sources"),
    ("La rentrée\n\nLes prévisionnistes tablent sur une croissance de 2 %.", "2", "prévisionnistes"),
    ("La rentrée\n\nLa CGT compte 28 % de grévistes à Tours.", "28", "CGT"),
    ("La rentrée\n\nLa CGT compte 28 000 adhérents.", "28 000", "-"),
    ("La rentrée\n\nL'Hérault compte 12 morts.", "12", "-"),
    // Heads of a clause, relative clauses, verbs of two words.
    ("Quant à Paul Astruc, il table sur 300 embauches.", "300", "Paul Astruc"),
    ("« Cela fera 40 emplois », laisse tomber Paul Astruc.", "40", "Paul Astruc"),
    (
        "Les 100 000 manifestants que Marc Rouvière fait valoir sont loin des comptes de la police.",
        "100 000",
        "Marc Rouvière",
    ),
    // Who a quotation that stands alone or behind a colon is of.
    (
        "Nathalie Brisset, déléguée CGT, ne décolère pas. « La direction a mis sur la table moins de quarante postes ! »",
        "quarante",
        "Nathalie Brisset",
    ),
    (
        "Au micro, on demande au maire, Paul Darnac, s'il paiera. Réponse : « La ville versera 85 millions d'euros. »",
        "85",
        "Paul Darnac",
    ),
    (
        "Ces chiffres ont été communiqués par le directeur de la Protection civile, Óscar Llanos : « Nous comptons 87 morts. »",
        "87",
        "Óscar Llanos",
    ),
    (
        "Paul Darnac a écrit au préfet. Je le cite : « La ville versera 85 millions d'euros. »",
        "85",
        "Paul Darnac",
    ),
    (
        "« Rien ne va », a commencé par écrire Paul Darnac. Puis, une heure après : « La ville versera 85 millions d'euros. »",
        "85",
        "Paul Darnac",
    ),
    // Who is taken up, or goes on.
    (
        "Paul Darnac a contredit la préfète. « Rien ne manque », a-t-il soutenu. Et d'ajouter que 14 vols avaient été réalisés.",
        "14",
        "Paul Darnac",
    ),
    (
        "J'ai appelé un ancien cadre de la maison. Il m'a raconté que le siège avait refusé 25 millions d'euros.",
        "25",
        "un ancien cadre de la maison",
    ),
    ("« Nous comptons 78 morts », a dit Óscar Llanos. Les blessés seraient 1 240.", "1 240", "Óscar Llanos"),
    (
        "Paul Darnac met en cause le renchérissement : le prix de l'acier a bondi de 38 %.",
        "38",
        "Paul Darnac",
    ),
    (
        "Hélène Marchetti a requis huit ans contre le fondateur d'Orphée Patrimoine. « Il a pris 2 millions d'euros », a cinglé la procureure.",
        "2",
        "Hélène Marchetti",
    ),
    ("Affaire Orphée : la procureure réclame 2 millions d'euros", "2", "procureure"),
    // Sources by a common noun.
    (
        "Le bilan provisoire communiqué vendredi 14 mars par la protection civile s'établit à trente-quatre morts.",
        "trente-quatre",
        "protection civile",
    ),
    (
        "Il est tombé 280 millimètres d'eau, selon le service météorologique national.",
        "280",
        "service météorologique national",
    ),
    ("À la région, on rétorque que la part locale est de 60 millions d'euros.", "60", "région"),
    ("La défense, qui évalue la perte à 180 millions d'euros, plaide la relaxe.", "180", "défense"),
    // Names and what stands beside them.
    (
        "Park Ji-hoon, chef de l'unité française, a déclaré que l'usine emploie 1 200 personnes.",
        "1 200",
        "Park Ji-hoon",
    ),
    (
        "La vague a causé « 1.840 décès », a annoncé la directrice de l'Institut de veille sanitaire (IVS), Claire Ousseini.",
        "1.840",
        "Claire Ousseini",
    ),
    // Nobody.
    (
        "Bloomberg ne parle que de lui. L'agence a calculé que l'usine avait perdu 600 millions d'euros.",
        "600",
        "-",
    ),
    (
        "« Nos rues sont noires », a-t-il prévenu. Le centre Ailes du Ponant a recueilli 1 240 oiseaux, selon son dernier décompte.",
        "1 240",
        "Ailes",
    ),
    ("D'après la directrice de l'OMS, Anne Martin, il manquerait 400 000 doses.", "400 000", "Anne Martin"),
    (
        "Il manque 14 lits, selon Greenpeace, et les soins ont commencé, à raison de 40 minutes par animal.",
        "40",
        "-",
    ),
    ("La chercheuse doute des 500 emplois mis en avant par la mairie.", "500", "mairie"),
    ("Pour Hydro-Nord, qui rationne depuis deux ans, le spectacle fait réfléchir.", "deux", "-"),
    ("Le sourcier n'y croit pas. La caisse, elle, maintient que 300 dossiers ont fuité.", "300", "caisse"),
    ("Le maire y associe « plus de 500 emplois » durables.", "500", "maire"),
    ("Il faut dire que l'échelle donne le vertige : la société mobilise 500 millions d'euros.", "500", "-"),
    ("L'usine de Vauxrémy a sur son bureau des demandes totalisant 9 000 mégawatts.", "9 000", "-"),
    ("Aïssatou Bello, une commerçante rencontrée au marché, a compté 40 blessés.", "40", "Aïssatou Bello"),
    ("Paul Darnac a vu s'évaporer 70 millions d'euros.", "70", "-"),
    ("D'après le projet transmis aux syndicats, 3 150 postes vont disparaître.", "3 150", "-"),
    (
        "L'assureur-maladie Alpisana a été piraté. Des données de 412 000 personnes ont fuité, indique l'assureur.",
        "412 000",
        "Alpisana",
    ),
    ("Le site réclame à lui seul 3 millions de litres.", "3", "-"),
    // Relative clauses are skipped, and whoever is heard speaks.
    ("Le maire, qui a reçu les syndicats, promet 400 emplois.", "400", "maire"),
    ("Le ministre a écouté Paul Darnac réclamer 3 millions d'euros.", "3", "Paul Darnac"),
    ("Paul Darnac est arrivé à la Saint-Sylvestre. Il manque 30 millions d'euros.", "30", "-"),
    ("Sur la radio locale, Paul Darnac : « Nous avons perdu 80 clients. »", "80", "Paul Darnac"),
    // Whoever a sentence before a colon is about, not whom it addresses.
    (
        "Paul Darnac, le patron, a rassuré les analystes jeudi : « Il reste 300 millions d'euros. »",
        "300",
        "Paul Darnac",
    ),
    (
        "Paul Darnac, le patron, a interpellé le ministre : « Il faut 12 milliards d'euros. »",
        "12",
        "Paul Darnac",
    ),
    (
        "Paul Darnac est inquiet. « Il manque 13 millions d'euros », a dit le dirigeant face à la presse.",
        "13",
        "Paul Darnac",
    ),
    // What happens by itself and what is said of a figure say nothing; what is read is said by whom it quotes.
    ("Le feu de Ribaute s'est déclaré mardi et a détruit 36 maisons.", "36", "-"),
    ("Le texte du maire, trois pages, confirme un plafond de 15 %.", "15", "texte du maire"),
    (
        "Le cheminot Paul Darnac réclamait “300 euros net de plus”, a-t-on lu dans le quotidien local.",
        "300",
        "Paul Darnac",
    ),
    (
        "À entendre la Commission de régulation, la facture prendra 41 euros.",
        "41",
        "Commission de régulation",
    ),
    // Names with particles, institutions, offices, firms, agencies.
    (
        "Ursula von der Leyen était là. « Nous achèterons pour 750 millions d'euros », a déclaré Mme von der Leyen.",
        "750",
        "Ursula von der Leyen",
    ),
    ("Santé publique France recense neuf décès depuis janvier.", "neuf", "Santé publique France"),
    ("Ils étaient 180, selon le shérif.", "180", "shérif"),
    (
        "Chez Moët Hennessy, la baisse inquiète. La présidente de la Commission a promis 750 millions d'euros.",
        "750",
        "présidente de la Commission",
    ),
    (
        "MARSEILLE, 9 juil. 2025 (Hexa) - Le feu a parcouru 750 hectares, a annoncé mercredi le préfet Jean Morel.",
        "750",
        "Jean Morel",
    ),
    // A title that asks the reader makes no interview of its own.
    (
        "TVA : combien allez-vous payer ?\n\nOn fait le point avec Hélène Vasseur, analyste au cabinet Watt de Lyon.\n\nQui est \
         concerné ?\n\nTout le monde, disent nos simulations, pas seulement les abonnés.\n\nEt au bout du compte ?\n\nNous \
         comptons 29 euros de plus par an pour un foyer de la région.\n\nFaut-il changer ?\n\nNous le pensons, mais regardez \
         la durée du contrat.",
        "29",
        "Hélène Vasseur",
    ),
];

#[test]
fn voices() {
    let said = |report: &Report, claim: usize| {
        report.corpus.statements[claim].claim.speaker.clone().unwrap_or_else(|| "-".into())
    };
    let faults = faults(VOICES, "none", said);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Text, figure, slot.
const SLOTS: &[(&str, &str, &str)] = &[
    // A part is not the whole, an attribute is no part.
    (
        "Stargate avance. Dix bâtiments sont en chantier au Texas, chacun d'une surface de 500.000 pieds carrés.",
        "500.000",
        "stargate/building_area",
    ),
    (
        "Stargate : OpenAI bâtira dans l'Ohio un campus Stargate de plus d'un gigawatt.",
        "gigawatt",
        "stargate/puissance",
    ),
    ("Le projet Stargate réclamera 15 gigawatts.", "15", "stargate/power"),
    ("Stargate compte cinq sites. Trois de ces sites sont au Texas.", "Trois de ces", "texas/site"),
    // What a member does alone, and what all do.
    (
        "Le projet Stargate. SoftBank, OpenAI et leurs alliés mobiliseront jusqu'à 500 milliards de dollars.",
        "500",
        "stargate/total_investment",
    ),
    ("Stargate. SoftBank a souscrit un prêt de 15 milliards de dollars.", "15", "softbank/pret"),
    // Each, together, by the nearest figure.
    (
        "SoftBank et OpenAI mettront 19 milliards de dollars chacun dans Stargate, Oracle 7 milliards.",
        "19",
        "softbank/commitment | openai/commitment",
    ),
    ("Stargate : détenu à 40 % chacun par SoftBank et OpenAI.", "40", "softbank/share | openai/share"),
    // Sums set against others, elided sums, figures that stand alone.
    ("OpenAI pèse 300 milliards de dollars, contre 4 500 pour Nvidia.", "4 500", "nvidia/valuation"),
    (
        "Meta dépensera 65 milliards de dollars d'investissements de l'exercice. Google en prévoit 75.",
        "75",
        "google/capex",
    ),
    (
        "LES CHIFFRES\n13 milliards de dollars. Le chiffre d'affaires qu'OpenAI espère.",
        "13",
        "openai/revenue",
    ),
    // Valuations: of what stands beside the word.
    (
        "SoftBank a promis 40 milliards de dollars à OpenAI, alors valorisée 300 milliards.",
        "300",
        "openai/valuation",
    ),
    ("Valorisée 157 milliards de dollars, OpenAI négocie avec SoftBank.", "157", "openai/valuation"),
    // Shares of another company, chips of another country.
    ("Stargate est lancé. SoftBank détient 40 % du projet.", "40", "softbank/share"),
    ("Stargate est lancé. SoftBank détient 90 % du capital d'Arm.", "90", "softbank/part_du_capital"),
    // Years over which it is spread.
    ("Stargate est un plan étalé sur quatre ans.", "quatre ans", "stargate/horizon"),
    (
        "Stargate est né. OpenAI bâtira partout aux États-Unis au cours des cinq prochaines années.",
        "cinq",
        "stargate/horizon",
    ),
    // A slip of a thousand is still the total; a small sum beside the name is not.
    ("Le projet Stargate, 500 millions de dollars, est lancé.", "500", "stargate/total_investment"),
    ("Environ 18 milliards de dollars iront à Stargate.", "18", "stargate/montant"),
    // A site is the place of a slot.
    ("À Abilene, le site de Stargate aura une puissance de 1,2 gigawatt.", "1,2", "stargate/power"),
    // The project by its name alone, by who joins in it; members in a row.
    (
        "Baptisée Stargate, l'entreprise investira 500 milliards de dollars.",
        "500",
        "stargate/total_investment",
    ),
    ("OpenAI, SoftBank et Oracle promettent 500 milliards de dollars.", "500", "stargate/total_investment"),
    ("Stargate. SoftBank met 19 milliards de dollars, OpenAI autant, Oracle 7.", "7", "oracle/commitment"),
    // What comes first, what has no link with the project, what it costs somebody.
    (
        "Le projet Stargate. Les premiers cent milliards viendront de SoftBank.",
        "cent",
        "stargate/initial_investment",
    ),
    ("Le projet Stargate réunit d'abord 100 milliards de dollars.", "100", "stargate/initial_investment"),
    (
        "Stargate. DeepSeek assure n'avoir dépensé que 6 millions de dollars pour entraîner son modèle.",
        "6",
        "deepseek/training_cost",
    ),
    (
        "Stargate. La panne a coûté 589 milliards de dollars à Nvidia en une séance.",
        "589",
        "nvidia/market_change",
    ),
    // Whom « qui » stands for; what is said again in another currency; a name that is spelt as a possessive.
    (
        "Stargate. Cela vient d'OpenAI, qui s'est engagée à verser 300 milliards de dollars.",
        "300",
        "openai/commitment",
    ),
    (
        "Stargate. Oracle investira cette année 50 milliards de dollars (40 milliards de francs).",
        "40",
        "oracle/capex",
    ),
    (
        "Stargate. Un proche de Masayoshi Son assure que SoftBank apportera 19 milliards.",
        "19",
        "softbank/commitment",
    ),
    // What it is held against.
    (
        "Stargate. « C'est plus du double de la centrale de Beauharnois, qui fournit 1,9 gigawatt », dit un ingénieur.",
        "1,9",
        "beauharnois/puissance",
    ),
];

#[test]
fn slots() {
    let said = |report: &Report, claim: usize| report.corpus.statements[claim].claim.slot.to_string();
    let faults = faults(SLOTS, "stargate", said);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Text, figure, slot with its qualifiers and the date by which it is to be so, where no topic explains a figure.
const DERIVED: &[(&str, &str, &str)] = &[
    // The general measure of an amount, in French as the nouns of counts are.
    ("Arcanor\n\nL'investissement d'Arcanor est de 200 millions d'euros.", "200", "arcanor/investissement"),
    (
        "Arcanor\n\nLe chiffre d'affaires d'Arcanor a atteint 3,2 milliards d'euros.",
        "3,2",
        "arcanor/chiffre_d_affaires",
    ),
    ("Arcanor\n\nLa dette d'Arcanor dépasse 3 milliards d'euros.", "3 mill", "arcanor/dette"),
    ("Arcanor\n\nL'usine d'Arcanor aura une puissance de 40 mégawatts.", "40", "arcanor/puissance"),
    ("Arcanor\n\nLe chantier d'Arcanor durera 18 mois.", "18", "arcanor/duree_des_travaux"),
    ("Arcanor\n\nL'usine d'Arcanor créera 300 emplois.", "300", "arcanor/emploi"),
    ("Valbrune\n\nLa participation a atteint 54 % à Valbrune.", "54", "valbrune/participation"),
    ("Valbrune\n\nÀ Valbrune, le parc occupe 12 hectares.", "12", "valbrune/superficie"),
    ("Arcanor\n\nArcanor a reçu 4 milliards d'euros.", "4", "story/montant"),
    // Which part it is.
    (
        "Arcanor\n\nL'investissement initial d'Arcanor est de 200 millions d'euros.",
        "200",
        "arcanor/investissement initial",
    ),
    ("Arcanor\n\nLa seconde phase d'Arcanor coûtera 90 millions d'euros.", "90", "arcanor/cout later_phase"),
    (
        "Arcanor\n\nLa première phase de la nouvelle usine d'Arcanor coûtera 90 millions d'euros.",
        "90",
        "arcanor/cout first_phase",
    ),
    ("Arcanor\n\nAu total, Arcanor a dépensé 90 millions d'euros.", "90", "arcanor/montant total"),
    ("Arcanor\n\nArcanor demande 90 millions d'euros supplémentaires.", "90", "arcanor/montant additional"),
    ("Valbrune\n\nÀ terme, le site de Valbrune comptera 300 emplois.", "300", "valbrune/emploi eventual"),
    ("Valbrune\n\nLe site de Valbrune grandit. Coût total : 90 millions d'euros.", "90", "story/cout total"),
    // A total that another figure has, and a mark between.
    ("Arcanor\n\nArcanor a vendu 40 usines et 90 camions au total.", "40", "story/usine"),
    // By when.
    ("Valbrune\n\nLe site de Valbrune comptera 300 emplois d'ici à 2030.", "300", "valbrune/emploi by 2030"),
    ("Valbrune\n\nLe site de Valbrune compte 300 emplois depuis 2020.", "300", "valbrune/emploi"),
];

#[test]
fn derived_slots() {
    let said = |report: &Report, claim: usize| {
        let report = fixtures::json(report);
        let claim = &report["claims"][claim];
        let qualifiers = claim["scope"]["qualifiers"].as_array().expect("qualifiers");
        let mut said = vec![claim["slot"].as_str().expect("a slot")];
        said.extend(qualifiers.iter().map(|word| word.as_str().expect("a word")));
        if let Some(date) = claim["scope"]["by"].as_str() {
            said.extend(["by", date]);
        }
        said.join(" ")
    };
    let faults = faults(DERIVED, "none", said);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Text, figure, modality.
const MODALITIES: &[(&str, &str, &str)] = &[
    ("La société assure n'avoir dépensé que 6 millions d'euros.", "6", "Asserted"),
    ("L'élu a été condamné pour avoir détourné 2 millions d'euros.", "2", "Asserted"),
    ("La société espère avoir levé 5 millions d'euros en juin.", "5", "Planned"),
    ("La société prévoit de dépenser 6 millions d'euros.", "6", "Planned"),
    ("La société pourrait dépenser 6 millions d'euros.", "6", "Conditional"),
    ("Le déficit est plus proche de 5 % que de 4 %.", "4 %", "Negated"),
    ("Le déficit est plus proche de 5 % que de 4 %.", "5 %", "Asserted"),
    // What had to be, or could, was done; what has to be is not.
    ("Quelque 146 opérations ont dû être repoussées.", "146", "Asserted"),
    ("Quelque 40 personnes ont pu rentrer chez elles.", "40", "Asserted"),
    ("Quelque 146 opérations doivent être repoussées.", "146", "Planned"),
    ("Quelque 40 personnes auraient pu mourir.", "40", "Conditional"),
    // The future told from the past, and hearsay.
    ("La société a précisé que 100 millions d'euros seraient versés.", "100", "Planned"),
    ("Le journal a affirmé que la société aurait versé 100 millions d'euros.", "100", "Conditional"),
];

#[test]
fn modalities() {
    let said =
        |report: &Report, claim: usize| format!("{:?}", report.corpus.statements[claim].claim.modality);
    let faults = faults(MODALITIES, "none", said);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
