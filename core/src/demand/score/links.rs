//! How many links a mail has, as far as anybody clicked them: whoever follows all of them is no
//! person.

use crate::demand::scan::scan;
use crate::error::Result;
use crate::model::EventKind;
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Fewer links than these tell nothing.
pub(super) const FEWEST: usize = 3;

/// Links of mails, by the campaign.
pub(in crate::demand) type Links = HashMap<String, usize>;

/// The links of all mails.
pub(in crate::demand) fn links(plan: &Plan) -> Result<Links> {
    let stamp = plan.facts_stamp(&plan.view())?;
    let kept = plan.kept_figure("links", &stamp)?;
    if let Some(links) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(links);
    }
    let found =
        scan(plan, Wanted { fields: &[], events: true, history: None }, Default::default, look)?;
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in found {
        for (campaign, links) in part {
            all.entry(campaign).or_default().extend(links);
        }
    }
    let links: Links = all
        .into_iter()
        .map(|(campaign, links)| (campaign, links.len()))
        .filter(|(_, links)| *links >= FEWEST)
        .collect();
    let kept = serde_json::to_string(&links).unwrap_or_default();
    plan.keep_figure("links", &stamp, kept);
    Ok(links)
}

fn look(found: &mut HashMap<String, BTreeSet<String>>, part: &Part) {
    for events in &part.events {
        for at in 0..events.len() {
            if events.act(at).1 != EventKind::EmailClicked {
                continue;
            }
            let (campaign, asset) = (events.campaigns.get(at), events.assets.get(at));
            if campaign.is_empty() || asset.is_empty() {
                continue;
            }
            if let Some(links) = found.get_mut(campaign) {
                if !links.contains(asset) {
                    links.insert(asset.to_owned());
                }
            } else {
                found.insert(campaign.to_owned(), BTreeSet::from([asset.to_owned()]));
            }
        }
    }
}
