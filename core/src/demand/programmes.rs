//! Which programme a campaign belongs to: the one that lists it, else the one of its name.

use crate::id::ProgrammeId;
use crate::model::Architecture;
use crate::model::text::fold;
use std::collections::HashMap;

/// Programmes by the names of their campaigns and by their own, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Programmes(HashMap<String, (ProgrammeId, String)>);

impl Programmes {
    pub(super) fn of(view: &Architecture) -> Self {
        let mut names = HashMap::new();
        let programmes = view.programmes.in_order();
        for one in &programmes {
            for campaign in &one.campaigns {
                names.entry(fold(campaign)).or_insert_with(|| (one.id, one.name.clone()));
            }
        }
        for one in &programmes {
            names.entry(fold(&one.name)).or_insert_with(|| (one.id, one.name.clone()));
        }
        Self(names)
    }

    /// The programme of a campaign, and its name. `folded` = the campaign's name so that case and accents
    /// do not matter.
    pub(super) fn of_campaign(&self, folded: &str) -> Option<(ProgrammeId, &str)> {
        self.0.get(folded).map(|(id, name)| (*id, name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demand::test_plan::northwind;
    use crate::id::EntityKind;
    use crate::model::ProgrammeFields;
    use crate::plan::{By, Op, Verb};

    #[test]
    fn a_campaign_is_of_the_programme_that_lists_it_else_of_that_of_its_name() {
        let plan = northwind();
        let create = |name: &str, campaigns: &[&str]| {
            let fields = ProgrammeFields {
                name: name.to_owned(),
                campaigns: campaigns.iter().map(|one| (*one).to_owned()).collect(),
                ..ProgrammeFields::default()
            };
            let op = Op::one(Verb::Create, EntityKind::Programme, name);
            plan.transact(By::default(), op, |tx| tx.create(fields)).unwrap().value.id
        };
        let (webinars, spring) =
            (create("Webinars", &["Été"]), create("Spring", &["Webinars", "ete"]));
        let programmes = Programmes::of(&plan.view());
        let of = |campaign: &str| programmes.of_campaign(campaign).map(|(id, _)| id);
        assert_eq!(of("ete"), Some(webinars), "of two that list it the first");
        assert_eq!(of("webinars"), Some(spring), "listed, whatever it is called");
        assert_eq!(programmes.of_campaign("spring"), Some((spring, "Spring")), "by its name");
        assert_eq!(of("autumn"), None);
    }
}
