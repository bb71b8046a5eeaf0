//! What passes a filter.

use super::query::KpiFilter;
use crate::demand::persona::Personas;
use crate::demand::score::{Did, Reading};
use crate::facts::field::LeadField;
use crate::model::Architecture;
use crate::model::text::fold;
use crate::plan::facts::Part;
use std::collections::{HashMap, HashSet};

/// A filter, ready to be asked.
#[derive(Clone, Debug)]
pub(super) struct Passing<'a> {
    filter: &'a KpiFilter,
    channel: Option<String>,
    campaign: Option<String>,
    /// The folded names of content that passes.
    content: Option<HashSet<String>>,
}

impl<'a> Passing<'a> {
    pub(super) fn of(plan: &Architecture, filter: &'a KpiFilter) -> Self {
        let themed = filter.theme.as_ref().map(|theme| {
            let with = |themes: &[String]| themes.iter().any(|one| fold(one) == fold(theme));
            let assets = plan.assets.iter().filter(|asset| with(&asset.themes));
            assets.map(|asset| fold(&asset.title)).collect::<HashSet<_>>()
        });
        let named = filter.asset.as_ref().map(|name| HashSet::from([fold(name)]));
        let content = match (themed, named) {
            (Some(themed), Some(named)) => Some(&themed & &named),
            (themed, named) => themed.or(named),
        };
        let folded = |text: &Option<String>| text.as_ref().map(|text| fold(text));
        let (channel, campaign) = (folded(&filter.channel), folded(&filter.campaign));
        Self { filter, channel, campaign, content }
    }

    pub(super) fn filter(&self) -> &'a KpiFilter {
        self.filter
    }

    /// The fields of a lead that it asks for besides those that are asked for anyway.
    pub(super) fn fields(&self) -> Vec<LeadField> {
        let KpiFilter { persona, level, industry, country, .. } = self.filter;
        let fields = [
            (persona.is_some(), LeadField::Title),
            (level.is_some(), LeadField::Level),
            (industry.is_some(), LeadField::Industry),
            (country.is_some(), LeadField::Country),
        ];
        fields.into_iter().filter(|(asked, _)| *asked).map(|(_, field)| field).collect()
    }

    /// Whether a lead passes, as far as its persona, level, industry and country go: `first` = the
    /// first column of the fields asked for.
    pub(super) fn is_lead(
        &self,
        personas: &mut Personas,
        part: &Part,
        (slot, first): (usize, usize),
    ) -> bool {
        let KpiFilter { persona, level, industry, country, .. } = self.filter;
        let texts = [level, industry, country].into_iter().flatten();
        let mut columns = part.columns[first..].iter();
        if let Some(id) = persona {
            let title = columns.next().map_or("", |column| column.get(slot));
            if personas.of_title(title) != Some(*id) {
                return false;
            }
        }
        texts.zip(columns).all(|(wanted, column)| fold(column.get(slot)) == fold(wanted))
    }

    /// Whether something of a content, channel and campaign passes.
    pub(super) fn is_of(&self, [asset, channel, campaign]: [&str; 3]) -> bool {
        let is = |wanted: &Option<String>, said: &str| {
            wanted.as_ref().is_none_or(|wanted| *wanted == fold(said))
        };
        is(&self.channel, channel)
            && is(&self.campaign, campaign)
            && self.content.as_ref().is_none_or(|names| names.contains(&fold(asset)))
    }

    /// Whether what leads did without a channel, campaign and content passes by their first channel.
    pub(super) fn is_source(&self, source: &str) -> bool {
        let by_channel_alone = self.campaign.is_none() && self.content.is_none();
        by_channel_alone && self.channel.as_ref().is_some_and(|wanted| *wanted == fold(source))
    }
}

/// Which acts pass, by their numbers, once they were asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    by: HashMap<(u32, u32, u32), bool>,
}

impl Known {
    /// Whether an act passes; one without a channel has that by which its lead came.
    pub(super) fn passes(
        &mut self,
        passing: &Passing<'_>,
        reading: &mut Reading<'_>,
        (did, source): (&Did, &str),
    ) -> bool {
        if !passing.filter.is_about_acts() {
            return true;
        }
        let channel = reading.channel_of(did, source);
        *self.by.entry((did.asset, channel, did.campaign)).or_insert_with(|| {
            let names = [did.asset, channel, did.campaign];
            let [asset, channel, campaign] = names;
            passing.is_of([
                reading.asset(asset),
                reading.channel(channel),
                reading.campaign(campaign),
            ])
        })
    }
}
