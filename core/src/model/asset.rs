//! Assets and their formats.

use super::money::Money;
use super::text::{check_length, check_line, tidy_line, tidy_list, tidy_text};
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{AssetId, EntityKind, FormatId};
use crate::require;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A piece of content.
pub type Asset = Entity<AssetFields>;
/// A content format.
pub type Format = Entity<FormatFields>;

words! {
    /// What a piece is for (METHOD.md, purposes).
    Purpose {
        /// Blueprints, toolkits, templates, selection guides.
        Foundational = "foundational",
        /// How-to, case studies, white papers.
        Prescriptive = "prescriptive",
        /// A point of view.
        ThoughtLeadership = "thought leadership",
        /// About the product.
        Product = "product",
    }
}

words! {
    /// How content reaches people.
    Channel {
        /// They come to it.
        Inbound = "inbound",
        /// It is sent to them.
        Outbound = "outbound",
    }
}

words! {
    /// Where a piece stands in its life.
    Status {
        /// Thought of.
        Idea = "idea",
        /// Decided.
        Planned = "planned",
        /// Being made.
        InProduction = "in production",
        /// Out.
        Published = "published",
        /// Taken down.
        Retired = "retired",
    }
}

words! {
    /// A reviewer's answer to a planned asset.
    Funding {
        /// Make it.
        Fund = "fund",
        /// Not this time.
        NotNow = "not now",
    }
}

/// A content format: what it usually is, how long it stays fresh, what it costs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct FormatFields {
    /// "Case study".
    pub name: String,
    /// Days until a piece is stale; `None` = evergreen.
    pub shelf_life_days: Option<u32>,
    /// What a piece of it is usually for.
    pub purpose: Option<Purpose>,
    /// Pieces of it are usually interactive.
    pub interactive: bool,
    /// Pieces of it are usually visual.
    pub visual: bool,
}

impl Fields for FormatFields {
    type Id = FormatId;
    const KIND: EntityKind = EntityKind::Format;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The format's name", &self.name)?;
        let days = self.shelf_life_days.is_none_or(|days| (1..=36_500).contains(&days));
        require!(days, "shelfLifeDays", "A shelf life is between 1 day and 100 years, or none.");
        Ok(())
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// What a reader is offered next: a text, an action URL, or another asset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NextStep {
    /// What is offered, in words.
    pub text: String,
    /// An action to take: a demo, a quote, a contact form.
    pub url: String,
    /// Another asset.
    pub asset_id: Option<AssetId>,
}

impl NextStep {
    /// Whether anything is offered.
    pub fn is_set(&self) -> bool {
        self.asset_id.is_some() || !self.url.is_empty() || !self.text.is_empty()
    }

    pub(super) fn tidy(&mut self) {
        tidy_line(&mut self.text);
        tidy_line(&mut self.url);
    }

    pub(super) fn check(&self, field: &'static str) -> Result<()> {
        check_length(field, "The next step", &self.text, LINE_LIMIT)?;
        check_length(field, "The next step's address", &self.url, LINE_LIMIT)
    }
}

/// The editorial check (METHOD.md); `None` = not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EditorialCheck {
    /// It educates and speaks to the persona's challenges.
    pub educates: Option<bool>,
    /// It keeps off our product and brand.
    pub off_product: Option<bool>,
    /// It is written as a subject-matter expert, not as a vendor.
    pub expert: Option<bool>,
}

/// What is known of a piece of content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AssetFields {
    /// Its title.
    pub title: String,
    /// Its address, or the name of its file; may be empty.
    pub url: String,
    /// Its format.
    pub format_id: Option<FormatId>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// The reader can do something in it.
    pub interactive: bool,
    /// It shows rather than tells.
    pub visual: bool,
    /// It can be had at any time.
    pub on_demand: bool,
    /// How it reaches people.
    pub channels: Vec<Channel>,
    /// BCP 47 tag or name of its language; may be empty.
    pub language: String,
    /// What it is about.
    pub themes: Vec<String>,
    /// Who is in charge of it.
    pub owner: String,
    /// Where it stands.
    pub status: Status,
    /// When it should be out.
    pub due_on: Option<NaiveDate>,
    /// When it came out.
    pub published_on: Option<NaiveDate>,
    /// When somebody last made sure that it still holds.
    pub reviewed_on: Option<NaiveDate>,
    /// What it cost to make.
    pub cost: Option<Money>,
    /// What a rep must know to talk about it.
    pub takeaways: Vec<String>,
    /// The next step that keeps the relationship.
    pub maintain: NextStep,
    /// The next step that deepens it.
    pub deepen: NextStep,
    /// The editorial check.
    pub editorial: EditorialCheck,
    /// Whether a planned piece is to be made.
    pub funding: Option<Funding>,
    /// What it may cost.
    pub budget: Option<Money>,
    /// Its id in the tool it came from; may be empty.
    pub external_id: String,
    /// What it says, in short; a brief while it is not yet made.
    pub summary: String,
}

impl Default for AssetFields {
    fn default() -> Self {
        Self::titled("", Status::Idea)
    }
}

impl AssetFields {
    /// A piece with that title and status and nothing else known.
    pub fn titled(title: impl Into<String>, status: Status) -> Self {
        Self {
            title: title.into(),
            url: String::new(),
            format_id: None,
            purpose: None,
            interactive: false,
            visual: false,
            on_demand: false,
            channels: Vec::new(),
            language: String::new(),
            themes: Vec::new(),
            owner: String::new(),
            status,
            due_on: None,
            published_on: None,
            reviewed_on: None,
            cost: None,
            takeaways: Vec::new(),
            maintain: NextStep::default(),
            deepen: NextStep::default(),
            editorial: EditorialCheck::default(),
            funding: None,
            budget: None,
            external_id: String::new(),
            summary: String::new(),
        }
    }
}

impl Fields for AssetFields {
    type Id = AssetId;
    const KIND: EntityKind = EntityKind::Asset;

    fn tidy(&mut self) {
        for line in [
            &mut self.title,
            &mut self.url,
            &mut self.language,
            &mut self.owner,
            &mut self.external_id,
        ] {
            tidy_line(line);
        }
        tidy_list(&mut self.themes);
        tidy_list(&mut self.takeaways);
        tidy_text(&mut self.summary);
        self.channels.sort_unstable();
        self.channels.dedup();
        self.maintain.tidy();
        self.deepen.tidy();
    }

    fn check(&self) -> Result<()> {
        check_line("title", "The title", &self.title)?;
        check_length("url", "The address", &self.url, 4_000)?;
        check_length("owner", "The owner", &self.owner, LINE_LIMIT)?;
        check_length("externalId", "The external id", &self.external_id, LINE_LIMIT)?;
        check_length("summary", "The summary", &self.summary, TEXT_LIMIT)?;
        self.maintain.check("maintain")?;
        self.deepen.check("deepen")?;
        self.cost.iter().chain(&self.budget).try_for_each(Money::check)
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
