//! Scoring models: what earns a lead points, how they decay, and from how many on sales is told.

use super::event::EventKind;
use super::text::{check_length, check_line, tidy_line, tidy_list};
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT, Millis, Phase, Purpose};
use crate::error::Result;
use crate::id::{EntityKind, ScoringModelId, StageId};
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A version of how leads are scored.
pub type ScoringModel = Entity<ScoringModelFields>;

words! {
    /// Where a scoring model stands.
    ModelState {
        /// Being worked on; nothing goes by it.
        Draft = "draft",
        /// The one that leads are scored by.
        Applied = "applied",
        /// Leads were scored by it before.
        Former = "former",
    }
}

words! {
    /// Whose points a rule about a field gives.
    ScoreSide {
        /// The person's.
        Person = "person",
        /// The account's.
        Account = "account",
    }
}

words! {
    /// A field that points are given for.
    ScoredField {
        /// The persona that the title tells of.
        Persona = "persona",
        /// The job title.
        Title = "title",
        /// The level.
        Level = "level",
        /// The company.
        Company = "company",
        /// The industry.
        Industry = "industry",
        /// The country.
        Country = "country",
        /// The channel it came by first.
        Source = "source",
        /// How many people work at the account.
        Size = "size",
        /// Whether the account fits the ideal customer profile.
        Fits = "fits",
    }
}

words! {
    /// How a field is tested.
    FieldTest {
        /// It is one of the values.
        Is = "is",
        /// It holds one of the values.
        Contains = "contains",
        /// It is a number of at least the first value.
        AtLeast = "atLeast",
        /// Something is known.
        Known = "known",
    }
}

/// How often acts of one rule count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "how", content = "times")]
pub enum Repeat {
    /// The latest alone.
    Once,
    /// Each.
    #[default]
    Every,
    /// The first so many of a day of the workspace.
    PerDay(u32),
}

/// Rules whose points are added up and cut together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ScoreGroup {
    /// Its name.
    pub name: String,
    /// No more than so many points; `None` = any number.
    pub cap: Option<u32>,
}

/// Which acts a rule counts. A list that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EventMatch {
    /// Acts of these kinds.
    pub kinds: Vec<EventKind>,
    /// Over these channels.
    pub channels: Vec<String>,
    /// With content placed in one of these phases for the lead's persona.
    pub phases: Vec<Phase>,
    /// With content placed at one of these stages for the lead's persona.
    pub stages: Vec<StageId>,
    /// With content made for one of these purposes.
    pub purposes: Vec<Purpose>,
    /// With content whose name holds this.
    pub content: String,
}

/// What an act earns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EventRule {
    /// What people call it.
    pub name: String,
    /// The place of its group.
    pub group: usize,
    /// The acts it counts.
    pub matches: EventMatch,
    /// Points for each; may be negative.
    pub points: i32,
    /// After so many days half of them are left; `None` = they stay.
    pub half_life_days: Option<u32>,
    /// How often it counts.
    pub repeat: Repeat,
}

/// What a field earns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldRule {
    /// Whose points these are.
    pub side: ScoreSide,
    /// The field.
    pub field: ScoredField,
    /// How it is tested.
    pub test: FieldTest,
    /// Against these values; of a persona its id.
    #[serde(default)]
    pub values: Vec<String>,
    /// Points; may be negative.
    pub points: i32,
}

/// What silence costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Lapse {
    /// After so many days without activity.
    pub after_days: u32,
    /// So many points, unless a share is given.
    pub points: u32,
    /// That share of what the groups add up to, in percent.
    pub share: Option<u32>,
}

/// From which score on a lead is handed over, and below which it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// The score it takes to be warm: the Active Interest Threshold.
    pub enter: u32,
    /// The score below which it is warm no more.
    pub stay: u32,
    /// The behaviour it takes besides.
    pub behaviour_enter: u32,
    /// The behaviour below which it is warm no more.
    pub behaviour_stay: u32,
    /// After so many days without an answer a hot lead is hot no more.
    pub hot_days: u32,
}

impl Default for Bounds {
    /// 60 to enter, 40 to stay, behaviour 20 and 10, hot for 30 days (product.md, section 5).
    fn default() -> Self {
        Self { enter: 60, stay: 40, behaviour_enter: 20, behaviour_stay: 10, hot_days: 30 }
    }
}

/// How leads are scored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ScoringRecipe {
    /// Groups of rules.
    pub groups: Vec<ScoreGroup>,
    /// Rules about what leads do; 64 at most.
    pub rules: Vec<EventRule>,
    /// Rules about who they are.
    pub fields: Vec<FieldRule>,
    /// What silence costs.
    pub lapses: Vec<Lapse>,
    /// When they are handed over.
    pub bounds: Bounds,
}

/// How many rules about acts there can be: an act names those it meets as one bit each.
const RULE_LIMIT: usize = 64;
/// The most points anything gives, and days anything takes.
const MOST: u32 = 10_000;

/// The facts of a scoring model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScoringModelFields {
    /// What it is called: its version.
    pub name: String,
    /// Where it stands.
    pub state: ModelState,
    /// When it was applied last.
    #[serde(default)]
    pub applied_at: Option<Millis>,
    /// What it says.
    pub recipe: ScoringRecipe,
}

impl Fields for ScoringModelFields {
    type Id = ScoringModelId;
    const KIND: EntityKind = EntityKind::ScoringModel;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        for group in &mut self.recipe.groups {
            tidy_line(&mut group.name);
        }
        for rule in &mut self.recipe.rules {
            tidy_line(&mut rule.name);
            tidy_line(&mut rule.matches.content);
            tidy_list(&mut rule.matches.channels);
        }
        self.recipe.fields.iter_mut().for_each(|rule| tidy_list(&mut rule.values));
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The model's name", &self.name)?;
        self.recipe.check()
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

impl ScoringRecipe {
    /// Fails where a rule cannot be.
    pub fn check(&self) -> Result<()> {
        require!(self.rules.len() <= RULE_LIMIT, "recipe", "A model has at most 64 rules.");
        let groups = self.groups.len();
        let grouped = self.rules.iter().all(|rule| rule.group < groups);
        require!(grouped, "recipe", "Each rule needs a group.");
        let names = self.rules.iter().map(|rule| &rule.name);
        for name in names.chain(self.groups.iter().map(|group| &group.name)) {
            check_line("recipe", "The name of a rule or a group", name)?;
        }
        for text in self.fields.iter().flat_map(|rule| &rule.values) {
            check_length("recipe", "A value of a rule", text, LINE_LIMIT)?;
        }
        let points = self.rules.iter().map(|rule| rule.points);
        let mut points = points.chain(self.fields.iter().map(|rule| rule.points));
        let fits = points.all(|points| points.unsigned_abs() <= MOST);
        require!(fits, "recipe", "Points go from -10,000 to 10,000.");
        self.check_times()
    }

    fn check_times(&self) -> Result<()> {
        let mut lives = self.rules.iter().filter_map(|rule| rule.half_life_days);
        let lives = lives.all(|days| (1..=MOST).contains(&days));
        require!(lives, "recipe", "A half-life goes from 1 to 10,000 days.");
        let mut lapses = self.lapses.iter();
        let lapses = lapses.all(|lapse| {
            (1..=MOST).contains(&lapse.after_days)
                && lapse.points <= MOST
                && lapse.share.is_none_or(|share| share <= 100)
        });
        require!(lapses, "recipe", "A lapse takes after 1 day or more, and at most everything.");
        let Bounds { enter, stay, behaviour_enter, behaviour_stay, hot_days } = self.bounds;
        let ordered = stay <= enter && behaviour_stay <= behaviour_enter && enter <= MOST;
        require!(ordered, "recipe", "What it takes to stay cannot be more than to enter.");
        require!((1..=MOST).contains(&hot_days), "recipe", "A hot lead is hot for a day or more.");
        Ok(())
    }
}
