//! E-mails of which files tell totals alone, by campaign.

use super::nurture::Mails;
use super::passing::Passing;
use super::spans::Spans;
use super::spend::Mailed;
use super::split::{Merge, Split};
use crate::error::Result;
use crate::facts::field::SendField;
use crate::model::text::fold;
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};

const FIELDS: [SendField; 10] = [
    SendField::Campaign,
    SendField::Title,
    SendField::Day,
    SendField::Sent,
    SendField::Delivered,
    SendField::Opened,
    SendField::Clicked,
    SendField::HardBounces,
    SendField::SoftBounces,
    SendField::Unsubscribed,
];

/// An e-mail that went to many.
pub(super) struct Sending {
    pub(super) campaign: String,
    at: i64,
    mails: Mails,
}

/// The e-mails that pass: who read them is not told, nor with what content.
pub(super) fn sendings(plan: &Plan, passing: &Passing<'_>) -> Result<Vec<Sending>> {
    let filter = passing.filter();
    let mut found = Vec::new();
    if filter.is_about_people() || filter.asset.is_some() || filter.theme.is_some() {
        return Ok(found);
    }
    let is_mail = |channel: &String| fold(channel).replace('-', "") == "email";
    if filter.channel.as_ref().is_some_and(|channel| !is_mail(channel)) {
        return Ok(found);
    }
    let wanted = filter.campaign.as_ref().map(|campaign| fold(campaign));
    plan.read_facts(1, |facts, sessions| {
        let asked = Wanted { fields: &FIELDS, events: false, history: None };
        facts.each(&mut *sessions[0], asked, (0, 1), &mut |part| {
            let all = (0..part.size).filter_map(|slot| sending(&part, slot));
            let is_wanted =
                |one: &Sending| wanted.as_ref().is_none_or(|name| *name == fold(&one.campaign));
            found.extend(all.filter(is_wanted));
        })
    })?;
    Ok(found)
}

fn sending(part: &Part, slot: usize) -> Option<Sending> {
    let said = |at: usize| part.columns[at].get(slot);
    let number = |at: usize| said(at).parse::<u32>().ok();
    let (hard, soft) = (number(7).unwrap_or(0), number(8).unwrap_or(0));
    let arrived = number(4).map(|arrived| arrived.saturating_add(hard).saturating_add(soft));
    let mails = Mails {
        sent: number(3).or(arrived)?,
        opened: number(5).unwrap_or(0),
        clicked: number(6).unwrap_or(0),
        hard,
        soft,
        unsubscribed: number(9).unwrap_or(0),
    };
    let campaign = if said(0).is_empty() { said(1) } else { said(0) };
    Some(Sending { campaign: campaign.to_owned(), at: said(2).parse().ok()?, mails })
}

/// Of which campaigns there are totals.
pub(super) fn mailed(all: &[Sending]) -> Mailed {
    Mailed { campaigns: all.iter().map(|one| fold(&one.campaign)).collect() }
}

/// What became of them, in each period.
pub(super) fn mails(all: &[Sending], spans: &mut Spans<'_>) -> Vec<Split<String, Mails>> {
    let mut periods: Vec<Split<String, Mails>> = vec![Split::default(); spans.len()];
    for one in all {
        for at in spans.of(one.at).1 {
            periods[*at].all.merge(one.mails);
            periods[*at].at(one.campaign.clone()).merge(one.mails);
        }
    }
    periods
}
