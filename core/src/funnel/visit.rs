//! The visits of one lead or deal.

/// Where a lead or a deal stands, in the order in which it goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// At a stage, by its place among those of its kind in the journey.
    Stage(usize),
    /// Behind the last of them: a lead is part of a deal, a deal is won.
    Past,
    /// It is lost.
    Lost,
}

/// That a lead or a deal stood somewhere, as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// When.
    pub at: i64,
    /// Where.
    pub place: Place,
    /// Whether it came there at that time. Otherwise it had come there at some time before, as when a
    /// list of leads says at which stage each of them stands.
    pub exact: bool,
}

/// What became of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It went on, to a later stage or behind the last.
    Advanced,
    /// It went back to an earlier stage. Sales turning a lead back is going back over the handoff.
    MovedBack,
    /// It was lost.
    Lost,
    /// It is still there.
    Here,
}

/// One stay at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The stage, by its place.
    pub stage: usize,
    /// When it began, as far as that is known: at the latest then.
    pub entered: i64,
    /// When it ended, as far as that is known: at the latest then; `None` = it has not.
    pub ended: Option<i64>,
    /// How it ended.
    pub exit: Exit,
    /// Whether nothing was recorded of it: it was passed between two stages that were.
    pub inferred: bool,
    /// How long it lasted, or lasts until now, in milliseconds; `None` where beginning or end are not
    /// known exactly.
    pub lasted: Option<i64>,
}

/// The visits until a time of what was recorded of one lead or deal, the earliest first, at so many
/// `stages`. A stage that was passed between two that were recorded counts as a visit without a
/// length; nothing is inferred before the first.
pub fn visits(recorded: &[Recorded], stages: usize, until: i64) -> Vec<Visit> {
    let mut path: Vec<Recorded> =
        recorded.iter().filter(|one| one.at <= until && one.place.is_of(stages)).copied().collect();
    path.dedup_by_key(|one| one.place);
    let mut visits = Vec::with_capacity(path.len());
    for (nth, here) in path.iter().enumerate() {
        let Place::Stage(stage) = here.place else { continue };
        let Some(next) = path.get(nth + 1) else {
            let lasted = here.exact.then_some(until - here.at);
            let (entered, ended, exit) = (here.at, None, Exit::Here);
            visits.push(Visit { stage, entered, ended, exit, inferred: false, lasted });
            continue;
        };
        let exit = match next.place {
            Place::Lost => Exit::Lost,
            Place::Stage(to) if to < stage => Exit::MovedBack,
            Place::Stage(_) | Place::Past => Exit::Advanced,
        };
        let lasted = (here.exact && next.exact).then_some(next.at - here.at);
        let (entered, ended) = (here.at, Some(next.at));
        visits.push(Visit { stage, entered, ended, exit, inferred: false, lasted });
        let passed = match next.place {
            Place::Stage(to) => stage + 1..to,
            Place::Past => stage + 1..stages,
            Place::Lost => 0..0,
        };
        visits.extend(passed.map(|stage| Visit {
            stage,
            entered: next.at,
            ended,
            exit: Exit::Advanced,
            inferred: true,
            lasted: None,
        }));
    }
    visits
}

impl Place {
    fn is_of(self, stages: usize) -> bool {
        !matches!(self, Self::Stage(stage) if stage >= stages)
    }
}
