//! From a profile file to tables over tokens.

use toml::Spanned;

use super::file::{EntityData, LabelData, MeasureData, ProfileError, ProfileFile};
use super::{Cue, Entity, Force, Label, Measure, Side, Sort, Subject, Topic, event, rate};
use crate::lexicon::Lexicon;
use crate::quantity::{Amount, Currency, Kind, Unit};
use crate::text::fold;

/// Most distinct entities, measures or cue lists: numbers of the tables.
const MOST: usize = 10_000;

pub(super) fn compile(file: &ProfileFile<'_>, lexicon: &mut Lexicon) -> Result<Topic, ProfileError> {
    let mut topic = Topic { name: file.data.name.clone(), ..Topic::default() };
    for data in &file.data.entity {
        let entity = entity(file, &topic, data)?;
        topic.entities.push(entity);
    }
    link(file, &mut topic)?;
    topic.project =
        file.data.project.as_ref().map(|id| reference(file, &topic, id, "project")).transpose()?;
    topic.first_site =
        file.data.first_site.as_ref().map(|id| reference(file, &topic, id, "first_site")).transpose()?;
    for data in &file.data.measure {
        let measure = measure(file, &topic, data)?;
        topic.measures.push(measure);
    }
    for (i, data) in file.data.measure.iter().enumerate() {
        topic.measures[i].near =
            data.near.iter().map(|id| other(file, &topic, id, "near")).collect::<Result<_, _>>()?;
        topic.measures[i].parts =
            data.parts.iter().map(|id| other(file, &topic, id, "parts")).collect::<Result<_, _>>()?;
        topic.measures[i].doubts =
            data.doubts.iter().map(|id| other(file, &topic, id, "doubts")).collect::<Result<_, _>>()?;
        topic.measures[i].stage_of =
            data.stage_of.as_ref().map(|id| other(file, &topic, id, "stage_of")).transpose()?;
    }
    topic.currency = file.data.currency.as_ref().map(|code| currency(file, code)).transpose()?;
    topic.national = file.data.national.iter().map(|word| lexicon.intern(word)).collect();
    topic.rates = rate::compile(file)?.or_reference();
    topic.events = event::compile(file, &topic, lexicon)?;
    topic.deals = file.data.deals.iter().map(|noun| lexicon.intern(noun)).collect();
    topic.part_nouns = file.data.parts.iter().map(|noun| fold(noun)).collect();
    topic.parts = file.data.parts.iter().map(|noun| lexicon.intern(noun)).collect();
    fill_tables(file, &mut topic, lexicon);
    Ok(topic)
}

fn currency(file: &ProfileFile<'_>, code: &Spanned<String>) -> Result<Unit, ProfileError> {
    let unit = Currency::new(code.get_ref()).map(Unit::Currency);
    unit.ok_or_else(|| {
        file.fault(code, format!("currency: « {} » is no code of three capitals", code.get_ref()))
    })
}

fn entity(file: &ProfileFile<'_>, topic: &Topic, data: &EntityData) -> Result<Entity, ProfileError> {
    let id = data.id.get_ref();
    if topic.entity_of(id).is_some() {
        return Err(file.fault(&data.id, format!("entity.id: « {id} » is given twice")));
    }
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        return Err(file.fault(&data.id, format!("entity.id: « {id} » is not small letters, digits and _")));
    }
    if topic.entities.len() >= MOST {
        return Err(file.fault(&data.id, format!("entity: more than {MOST}")));
    }
    let kind = data.kind.get_ref();
    let sort = Sort::NAMED.iter().find(|(name, _)| name == kind).map(|(_, sort)| *sort);
    let sort = sort.ok_or_else(|| {
        let known: Vec<_> = Sort::NAMED.iter().map(|(name, _)| *name).collect();
        file.fault(&data.kind, format!("entity.kind: « {kind} » is none of {}", known.join(", ")))
    })?;
    let feminine = match data.gender.as_ref().map(|gender| (gender, gender.get_ref().as_str())) {
        None | Some((_, "m")) => false,
        Some((_, "f")) => true,
        Some((at, other)) => {
            return Err(file.fault(at, format!("entity.gender: « {other} » is neither m nor f")));
        }
    };
    Ok(Entity {
        id: id.clone(),
        name: data.name.clone(),
        sort,
        feminine,
        plural: data.plural,
        part_of: None,
        members: Vec::new(),
        builders: Vec::new(),
        heads: Vec::new(),
        speaks_for: None,
    })
}

/// Resolves the references between entities, which may point forward.
fn link(file: &ProfileFile<'_>, topic: &mut Topic) -> Result<(), ProfileError> {
    for (i, data) in file.data.entity.iter().enumerate() {
        let part_of =
            data.part_of.as_ref().map(|id| reference(file, topic, id, "entity.part_of")).transpose()?;
        let speaks_for =
            data.speaks_for.as_ref().map(|id| reference(file, topic, id, "entity.speaks_for")).transpose()?;
        let all = |ids: &[Spanned<String>], key: &str| {
            ids.iter().map(|id| reference(file, topic, id, key)).collect::<Result<Vec<_>, _>>()
        };
        let members = all(&data.members, "entity.members")?;
        let builders = all(&data.builders, "entity.builders")?;
        let entity = &mut topic.entities[i];
        (entity.part_of, entity.speaks_for) = (part_of, speaks_for);
        (entity.members, entity.builders) = (members, builders);
    }
    Ok(())
}

fn reference(
    file: &ProfileFile<'_>,
    topic: &Topic,
    id: &Spanned<String>,
    key: &str,
) -> Result<usize, ProfileError> {
    topic
        .entity_of(id.get_ref())
        .ok_or_else(|| file.fault(id, format!("{key}: no entity « {} »", id.get_ref())))
}

fn subject(file: &ProfileFile<'_>, topic: &Topic, name: &Spanned<String>) -> Result<Subject, ProfileError> {
    let unknown = |other: &str| {
        format!("measure.subject: no entity « {other} », and not project, company, person or place")
    };
    Ok(match name.get_ref().as_str() {
        "project" if topic.project.is_some() => Subject::Project,
        "project" => return Err(file.fault(name, "measure.subject: the profile names no project".into())),
        "company" => Subject::Company,
        "person" => Subject::Person,
        "place" => Subject::Place,
        other => Subject::Fixed(topic.entity_of(other).ok_or_else(|| file.fault(name, unknown(other)))?),
    })
}

/// The words for a measure or an event; its identifier where the file has none.
pub(super) fn label(id: &str, label: Option<&LabelData>) -> Label {
    let words = |label: Option<&String>| label.cloned().unwrap_or_else(|| id.replace('_', " "));
    Label {
        en: words(label.and_then(|label| label.en.as_ref())),
        fr: words(label.and_then(|label| label.fr.as_ref())),
    }
}

fn measure(file: &ProfileFile<'_>, topic: &Topic, data: &MeasureData) -> Result<Measure, ProfileError> {
    let id = data.id.get_ref();
    if topic.measures.iter().any(|measure| measure.id == *id) {
        return Err(file.fault(&data.id, format!("measure.id: « {id} » is given twice")));
    }
    let subject = subject(file, topic, &data.subject)?;
    let kind = |name: &Spanned<String>| {
        Kind::from_name(name.get_ref()).ok_or_else(|| {
            file.fault(name, format!("measure.kinds: no kind of quantity « {} »", name.get_ref()))
        })
    };
    let unit = |name: &Spanned<String>| {
        Unit::from_name(name.get_ref())
            .ok_or_else(|| file.fault(name, format!("measure.units: no unit « {} »", name.get_ref())))
    };
    let number = |text: &Spanned<String>| number(file, text);
    let owner = |id: &Spanned<String>| reference(file, topic, id, "measure.owners");
    Ok(Measure {
        id: id.clone(),
        label: label(id, data.label.as_ref()),
        subject,
        kinds: data.kinds.iter().map(kind).collect::<Result<_, _>>()?,
        units: data.units.iter().map(unit).collect::<Result<_, _>>()?,
        nouns: data.nouns.iter().map(|noun| fold(noun)).collect(),
        of_project: data.of_project,
        only_cued: data.only_cued,
        lone: data.lone,
        cued: data.cued.iter().map(|noun| fold(noun)).collect(),
        default: data.default,
        bare: data.bare,
        prospect: data.prospect,
        owners: data.owners.iter().map(owner).collect::<Result<_, _>>()?,
        known: data.known.iter().map(number).collect::<Result<_, _>>()?,
        usual: data.usual.as_ref().map(number).transpose()?,
        most: data.most.as_ref().map(number).transpose()?,
        single: data.single,
        at_place: data.at_place,
        of_target: data.of_target,
        near: Vec::new(),
        parts: Vec::new(),
        doubts: Vec::new(),
        stage_of: None,
        stage: data.stage.clone(),
        stage_at_sites: data.stage_at_sites,
        varies: data.varies,
        ladder: data.ladder.clone().zip(data.rank),
    })
}

fn number(file: &ProfileFile<'_>, text: &Spanned<String>) -> Result<Amount, ProfileError> {
    let fault = || "measure.usual, measure.known, measure.most: not a decimal number".into();
    text.get_ref().parse().map_err(|_| file.fault(text, fault()))
}

fn other(
    file: &ProfileFile<'_>,
    topic: &Topic,
    id: &Spanned<String>,
    key: &str,
) -> Result<usize, ProfileError> {
    let found = topic.measures.iter().position(|measure| measure.id == *id.get_ref());
    found.ok_or_else(|| file.fault(id, format!("measure.{key}: no measure « {} »", id.get_ref())))
}

fn fill_tables(file: &ProfileFile<'_>, topic: &mut Topic, lexicon: &mut Lexicon) {
    for (i, data) in file.data.entity.iter().enumerate() {
        for alias in &data.aliases {
            lexicon.pattern(alias).iter().for_each(|steps| topic.aliases.insert(steps, i as u16));
        }
        for title in &data.titles {
            let head = title.split([' ', '-']).next().unwrap_or_default();
            let head = lexicon.intern(head);
            topic.entities[i].heads.push(head);
            for steps in lexicon.pattern(title) {
                if let Some(list) = topic.titles.get(&steps) {
                    topic.title_lists[usize::from(list)].push(i);
                } else {
                    topic.titles.insert(&steps, topic.title_lists.len() as u16);
                    topic.title_lists.push(vec![i]);
                }
            }
        }
    }
    for (i, data) in file.data.measure.iter().enumerate() {
        for (list, force) in [
            (&data.strong, Force::Strong),
            (&data.perfect, Force::Perfect),
            (&data.unless, Force::Unless),
            (&data.cues, Force::Weak),
        ] {
            for text in list {
                let (phrase, side) = match (text.strip_prefix("~ "), text.strip_suffix(" ~")) {
                    (Some(phrase), _) => (phrase, Side::After),
                    (_, Some(phrase)) => (phrase, Side::Before),
                    _ => (text.as_str(), Side::Either),
                };
                add_cue(topic, lexicon, phrase, Cue { measure: i as u16, force, side });
            }
        }
    }
}

/// A phrase may be a cue of several measures.
fn add_cue(topic: &mut Topic, lexicon: &mut Lexicon, phrase: &str, cue: Cue) {
    for steps in lexicon.pattern(phrase) {
        if let Some(list) = topic.cues.get(&steps) {
            topic.cue_lists[usize::from(list)].push(cue);
        } else {
            topic.cues.insert(&steps, topic.cue_lists.len() as u16);
            topic.cue_lists.push(vec![cue]);
        }
    }
}
