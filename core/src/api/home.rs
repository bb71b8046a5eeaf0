//! Home: what changed since a member's last visit, what waits for them, and the coverage in three
//! figures.

use super::Context;
use super::coverage::InJourney;
use super::visits;
use crate::coverage::{Filter, Gap, Ledger, Score};
use crate::error::{OrNotFound, Result};
use crate::home::{News, Waits};
use crate::id::{EntityKind, JourneyId, MemberId};
use crate::model::{Millis, Side};
use serde::Serialize;
use ts_rs::TS;

/// Gaps named on Home.
const NAMED: usize = 3;

/// What a member is told on coming in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Home {
    /// The coverage of the journey.
    pub score: Score,
    /// What changed since the last visit; none on the first one, and where nobody speaks.
    pub since: Option<Since>,
    /// What waits.
    pub waits: Waits,
    /// The largest gaps of the journey.
    pub gaps: Vec<Gap>,
}

/// What changed since a visit.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Since {
    /// When it ended.
    pub at: Millis,
    /// The coverage of the journey then; none where there was no such journey.
    pub score: Option<Score>,
    /// The news.
    pub news: News,
}

/// What the speaker is told on coming in.
pub(super) fn home(context: Context<'_>, request: InJourney) -> Result<Home> {
    let journey = context.journey(request.journey_id)?;
    let view = context.view()?;
    let speaker = context.speaker.and_then(|id| view.members.get(id));
    let side = speaker.map_or(Side::Marketing, |member| member.role.side());
    let since = speaker.map(|member| since(&context, member.id, journey)).transpose()?.flatten();
    context.coverage(None, |ledger| {
        let mut gaps = ledger.gaps(journey, &Filter::default());
        gaps.truncate(NAMED);
        Ok(Home {
            score: score(ledger, journey).or_not_found(EntityKind::Journey)?,
            since,
            waits: Waits::of(ledger, speaker.map(|member| member.id), side),
            gaps,
        })
    })?
}

fn since(context: &Context<'_>, member: MemberId, journey: JourneyId) -> Result<Option<Since>> {
    let open = context.open()?;
    if !open.is_itself() {
        return Ok(None);
    }
    let now = context.host.now();
    let before = context.see(&open, member, now)?;
    visits::note(context.host, &open, member, now)?;
    let Some(at) = before else { return Ok(None) };
    let Some(plan) = open.plan.at(at)? else { return Ok(None) };
    let then = Ledger::new(&plan, at.day_in(context.zone()?));
    let news = context.coverage(None, |now| News::between(&then, now, member))?;
    Ok(Some(Since { at, score: score(&then, journey), news }))
}

fn score(ledger: &Ledger, journey: JourneyId) -> Option<Score> {
    ledger.map(journey, &Filter::default()).map(|map| map.score)
}
