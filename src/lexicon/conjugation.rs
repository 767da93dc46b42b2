//! Forms of French verbs, folded: enough persons and tenses to recognise what a newspaper writes.

use super::entry::Tenses;

/// The forms that an irregular verb lists; the rest is made from the stems.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Irregular {
    present: String,
    imperfect: String,
    future: String,
    past: String,
    gerund: String,
    simple: String,
    subjunctive: Option<String>,
}

/// Gives every form of a verb with the tenses it can be; a form may come twice.
pub(super) fn each_form(infinitive: &str, irregular: Option<&Irregular>, give: &mut dyn FnMut(&str, Tenses)) {
    give(infinitive, Tenses::INFINITIVE);
    let mut forms = Forms { give, form: String::new() };
    if let Some(verb) = irregular {
        forms.irregular(verb);
    } else if let Some(stem) = infinitive.strip_suffix("er") {
        forms.first_group(stem);
    } else if let Some(stem) = infinitive.strip_suffix("re").filter(|stem| stem.ends_with('d')) {
        forms.third_group(stem);
    } else if let Some(stem) = infinitive.strip_suffix('r') {
        forms.second_group(stem);
    }
}

struct Forms<'a> {
    give: &'a mut dyn FnMut(&str, Tenses),
    form: String,
}

impl Forms<'_> {
    fn add(&mut self, stem: &str, endings: &[&str], tenses: Tenses) {
        for ending in endings {
            self.form.clear();
            self.form.push_str(stem);
            self.form.push_str(ending);
            (self.give)(&self.form, tenses);
        }
    }

    /// -er. Folding hides most changes of the stem (ç, è); « -ge- », « -i- » for « -y- » and doubled consonants remain.
    fn first_group(&mut self, stem: &str) {
        let soft = if stem.ends_with('g') { format!("{stem}e") } else { stem.to_owned() };
        let mut mute = vec![stem.to_owned()];
        if let Some(short) = stem.strip_suffix('y') {
            mute.push(format!("{short}i"));
        }
        if stem.ends_with("el") || stem.ends_with("et") {
            mute.push(format!("{stem}{}", &stem[stem.len() - 1..]));
        }
        for stem in &mute {
            self.add(stem, &["e"], Tenses::PRESENT.with(Tenses::SUBJUNCTIVE));
            self.add(stem, &["ent"], Tenses::PRESENT.with(Tenses::PLURAL));
            self.future(&format!("{stem}er"));
        }
        self.add(&soft, &["ons"], Tenses::PRESENT.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
        self.add(stem, &["ez"], Tenses::PRESENT.with(Tenses::PLURAL));
        self.imperfect(&soft, stem);
        self.add(&soft, &["a"], Tenses::SIMPLE_PAST);
        self.add(stem, &["erent"], Tenses::SIMPLE_PAST.with(Tenses::PLURAL));
        self.add(stem, &["e", "ee", "es", "ees"], Tenses::PARTICIPLE);
        self.add(&soft, &["ant"], Tenses::GERUND);
    }

    /// -ir with -iss-; `stem` keeps the i.
    fn second_group(&mut self, stem: &str) {
        self.add(stem, &["t"], Tenses::PRESENT.with(Tenses::SIMPLE_PAST));
        self.add(stem, &["ssons"], Tenses::PRESENT.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
        self.add(stem, &["ssez"], Tenses::PRESENT);
        self.add(stem, &["ssent"], Tenses::PRESENT.with(Tenses::PLURAL));
        let long = format!("{stem}ss");
        self.imperfect(&long, &long);
        self.add(&long, &["e"], Tenses::SUBJUNCTIVE);
        self.future(&format!("{stem}r"));
        self.add(stem, &["rent"], Tenses::SIMPLE_PAST.with(Tenses::PLURAL));
        self.add(stem, &["", "e", "s", "es"], Tenses::PARTICIPLE);
        self.add(stem, &["ssant"], Tenses::GERUND);
    }

    /// -dre as « rendre »; `stem` keeps the d.
    fn third_group(&mut self, stem: &str) {
        self.add(stem, &["", "s"], Tenses::PRESENT);
        self.add(stem, &["ons"], Tenses::PRESENT.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
        self.add(stem, &["ez"], Tenses::PRESENT);
        self.add(stem, &["ent"], Tenses::PRESENT.with(Tenses::PLURAL));
        self.imperfect(stem, stem);
        self.add(stem, &["e"], Tenses::SUBJUNCTIVE);
        self.future(&format!("{stem}r"));
        self.add(stem, &["it"], Tenses::SIMPLE_PAST);
        self.add(stem, &["irent"], Tenses::SIMPLE_PAST.with(Tenses::PLURAL));
        self.add(stem, &["u", "ue", "us", "ues"], Tenses::PARTICIPLE);
        self.add(stem, &["ant"], Tenses::GERUND);
    }

    fn irregular(&mut self, verb: &Irregular) {
        for (person, form) in verb.present.split(' ').enumerate() {
            let mut tenses = Tenses::PRESENT;
            if person >= 3 {
                tenses = tenses.with(Tenses::PLURAL);
            }
            if person == 0 || person == 3 {
                tenses = tenses.with(Tenses::FIRST_PERSON);
            }
            self.add(form, &[""], tenses);
        }
        self.imperfect(&verb.imperfect, &verb.imperfect);
        self.future(&verb.future);
        for (person, form) in verb.simple.split(' ').enumerate() {
            let plural = if person == 1 { Tenses::PLURAL } else { Tenses::default() };
            self.add(form, &[""], Tenses::SIMPLE_PAST.with(plural));
        }
        for form in verb.subjunctive.iter().flat_map(|forms| forms.split(' ')) {
            self.add(form, &[""], Tenses::SUBJUNCTIVE);
        }
        let endings: &[&str] =
            if verb.past.ends_with('s') { &["", "e", "es"] } else { &["", "e", "s", "es"] };
        self.add(&verb.past, endings, Tenses::PARTICIPLE);
        self.add(&verb.gerund, &[""], Tenses::GERUND);
    }

    fn imperfect(&mut self, stem: &str, before_i: &str) {
        self.add(stem, &["ait"], Tenses::IMPERFECT);
        self.add(stem, &["ais"], Tenses::IMPERFECT.with(Tenses::FIRST_PERSON));
        self.add(stem, &["aient"], Tenses::IMPERFECT.with(Tenses::PLURAL));
        self.add(before_i, &["ions"], Tenses::IMPERFECT.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
    }

    /// Future and conditional, which share their stem.
    fn future(&mut self, stem: &str) {
        self.add(stem, &["a"], Tenses::FUTURE);
        self.add(stem, &["ai"], Tenses::FUTURE.with(Tenses::FIRST_PERSON));
        self.add(stem, &["ons"], Tenses::FUTURE.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
        self.add(stem, &["ont"], Tenses::FUTURE.with(Tenses::PLURAL));
        self.add(stem, &["ait"], Tenses::CONDITIONAL);
        self.add(stem, &["ais"], Tenses::CONDITIONAL.with(Tenses::FIRST_PERSON));
        self.add(stem, &["aient"], Tenses::CONDITIONAL.with(Tenses::PLURAL));
        self.add(stem, &["ions"], Tenses::CONDITIONAL.with(Tenses::PLURAL).with(Tenses::FIRST_PERSON));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenses(infinitive: &str, form: &str) -> Tenses {
        let mut sum = Tenses::default();
        each_form(infinitive, None, &mut |other, tenses| {
            if other == form {
                sum = sum.with(tenses);
            }
        });
        sum
    }

    #[test]
    fn regular_verbs_have_their_forms() {
        assert!(tenses("engager", "engageait").has(Tenses::IMPERFECT));
        assert!(tenses("engager", "engageront").has(Tenses::FUTURE));
        assert!(tenses("payer", "paierait").has(Tenses::CONDITIONAL));
        assert!(tenses("rappeler", "rappelle").has(Tenses::PRESENT));
        assert!(tenses("investir", "investiront").has(Tenses::FUTURE));
        assert!(tenses("investir", "investissant").has(Tenses::GERUND));
        assert!(tenses("prétendre", "prétend").has(Tenses::PRESENT));
        assert!(tenses("investir", "investi").has(Tenses::PARTICIPLE));
    }
}
