//! Search over everything in the plan, for the search box and the palette.

use super::Context;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::text::fold;
use crate::model::{Architecture, Kept};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What to look for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Words that must all be found, in any order, as parts of words.
    pub text: String,
    /// How many hits at most; 20 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// Where it belongs: a format, a persona, a journey; or empty.
    pub place: String,
}

/// How well a text fits: lower is better. Words at the start of the title come before words at the
/// start of any word, those before words anywhere.
fn rank(folded: &str, title: &str, words: &[String]) -> Option<u8> {
    if !words.iter().all(|word| folded.contains(word.as_str())) {
        return None;
    }
    let first = words.first()?;
    let starts = |text: &str, word: &str| {
        text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
    };
    Some(if title.starts_with(first.as_str()) {
        0
    } else if words.iter().all(|word| starts(title, word)) {
        1
    } else if words.iter().all(|word| title.contains(word.as_str())) {
        2
    } else {
        3
    })
}

struct Found {
    rank: (u8, usize, u8),
    hit: Hit,
}

struct Hunt<'a> {
    view: &'a Architecture,
    words: Vec<String>,
    found: Vec<Found>,
}

impl Hunt<'_> {
    fn through<F: Kept>(&mut self, order: u8, place: impl Fn(&Architecture, &F) -> String) {
        for entity in F::table(self.view).iter() {
            let title = entity.fields.title();
            let folded = fold(&title);
            if let Some(rank) = rank(&folded, &folded, &self.words) {
                let place = place(self.view, &entity.fields);
                let hit = Hit { kind: F::KIND, id: entity.id.uuid(), title, place };
                self.found.push(Found { rank: (rank, folded.len(), order), hit });
            }
        }
    }

    /// Assets are many: their searchable text is kept folded, its first line is the title.
    fn through_assets(&mut self) {
        for asset in self.view.assets.iter() {
            let folded = self.view.index.folded(asset.id);
            let title = folded.lines().next().unwrap_or_default();
            if let Some(rank) = rank(folded, title, &self.words) {
                let format = asset.format_id.and_then(|id| self.view.formats.get(id));
                let hit = Hit {
                    kind: EntityKind::Asset,
                    id: asset.id.uuid(),
                    title: asset.title.clone(),
                    place: format.map(|format| format.name.clone()).unwrap_or_default(),
                };
                self.found.push(Found { rank: (rank, title.len(), 9), hit });
            }
        }
    }
}

/// What fits the words best, best first.
pub(super) fn search(context: Context<'_>, request: Search) -> Result<Vec<Hit>> {
    use crate::model::{
        InsightFields, JourneyFields, MemberFields, NeedFields, PersonaFields, StageFields,
        TriggerFields,
    };
    let view = context.view()?;
    let words: Vec<_> = fold(&request.text).split_whitespace().map(str::to_owned).collect();
    let mut hunt = Hunt { view: &view, words, found: Vec::new() };
    hunt.through::<PersonaFields>(0, |_, _| String::new());
    hunt.through::<StageFields>(1, |view, stage| {
        view.journeys.get(stage.journey_id).map(|journey| journey.name.clone()).unwrap_or_default()
    });
    hunt.through::<TriggerFields>(2, |_, _| String::new());
    hunt.through::<JourneyFields>(3, |_, _| String::new());
    hunt.through::<NeedFields>(4, |view, need| {
        view.stages.get(need.stage_id).map(|stage| stage.name.clone()).unwrap_or_default()
    });
    hunt.through::<InsightFields>(5, |view, insight| {
        view.personas.get(insight.persona_id).map(|p| p.name.clone()).unwrap_or_default()
    });
    hunt.through::<MemberFields>(6, |_, member| member.email.clone());
    hunt.through_assets();
    let limit = request.limit.unwrap_or(20);
    hunt.found.sort_by_key(|found| found.rank);
    Ok(hunt.found.into_iter().take(limit).map(|found| found.hit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_a_title_comes_first() {
        let words = |text: &str| vec![text.to_owned()];
        assert_eq!(rank("roi model", "roi model", &words("roi")), Some(0));
        assert_eq!(rank("your roi", "your roi", &words("roi")), Some(1));
        assert_eq!(rank("heroic", "heroic", &words("roi")), Some(2));
        assert_eq!(rank("plain\nroi", "plain", &words("roi")), Some(3));
        assert_eq!(rank("plain", "plain", &words("roi")), None);
    }
}
