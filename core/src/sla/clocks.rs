//! Not before, and not after: when a lead that was handed over is to be followed up.

use super::Calendar;

/// Content that a lead asked for before it was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// When.
    pub at: i64,
    /// When a human opened it first.
    pub opened: Option<i64>,
    /// How long to wait for that, in milliseconds.
    pub wait: i64,
}

/// A lead that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// When.
    pub at: i64,
    /// When it was hot first; `None` = it was warm all the time.
    pub hot_at: Option<i64>,
    /// The latest content that it asked for by then.
    pub request: Option<Request>,
}

/// What sales promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Within so many milliseconds of working days.
    pub warm: i64,
    /// Of a hot one within so many milliseconds of working hours.
    pub hot: i64,
}

/// When a lead is to be followed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Not before; no earlier than the handoff.
    pub not_before: i64,
    /// Not after.
    pub not_after: i64,
}

/// The clocks of a lead. It waits from its request until that is opened, at most as long as told, and
/// not at all once it is hot; the time of sales runs from the later of handoff and that.
pub fn clocks(calendar: &Calendar, promise: Promise, handoff: &Handoff) -> Clocks {
    let waits = handoff.request.map_or(handoff.at, |request| {
        let over = request.at.saturating_add(request.wait);
        request.opened.map_or(over, |opened| opened.min(over))
    });
    let not_before = waits.max(handoff.at);
    let not_after = calendar.days_after(not_before, promise.warm);
    match handoff.hot_at {
        None => Clocks { not_before, not_after },
        Some(hot) => {
            let hot = hot.max(handoff.at);
            let soon = calendar.work_after(hot, promise.hot);
            Clocks { not_before: not_before.min(hot), not_after: not_after.min(soon) }
        }
    }
}

/// How a lead was followed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FollowUp {
    /// Nobody was in touch, and there is time.
    Open,
    /// Somebody was in touch before the wait was over.
    Early,
    /// Somebody was in touch in time.
    OnTime,
    /// Somebody was in touch, too late.
    Late,
    /// Nobody was in touch, and the time is over.
    Missed,
    /// It was turned back, or fell below the threshold, before its time was over and anybody was in
    /// touch: there is nothing to follow up.
    NotNeeded,
}

/// How a lead was followed up by `t`: `touch` = when somebody was in touch first, `ended` = when sales
/// turned it back or it fell below the threshold.
pub fn follow_up(clocks: Clocks, touch: Option<i64>, ended: Option<i64>, t: i64) -> FollowUp {
    let Clocks { not_before, not_after } = clocks;
    match touch.filter(|touch| *touch <= t) {
        Some(touch) if touch < not_before => FollowUp::Early,
        Some(touch) if touch <= not_after => FollowUp::OnTime,
        Some(_) => FollowUp::Late,
        None if ended.is_some_and(|ended| ended <= not_after.min(t)) => FollowUp::NotNeeded,
        None if t > not_after => FollowUp::Missed,
        None => FollowUp::Open,
    }
}
