//! Every lead that was handed over, with its clocks and what became of it.

use super::agreements::Agreements;
use super::months::sold;
use super::queue::HotAsk;
use super::routing::Routing;
use super::runs::{Run, add_answered, runs};
use super::waits::{RequestOf, Wait, Waits};
use crate::demand::scan::scan;
use crate::demand::score::{Did, FIELDS, Handed, Scores, Scoring, applied, counted_all};
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::id::{AssetId, LeadAnswerId, MemberId, PersonaId};
use crate::model::text::fold;
use crate::model::{Architecture, ContextField, EventKind, LeadAnswer, Millis, SalesAnswer};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::scoring::{DAY, State};
use crate::sla::{self, Clocks, HOUR, Handoff, Request, clocks, follow_up};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The fields that a case asks for besides those of scoring.
const MORE: [LeadField; 3] = [LeadField::Email, LeadField::ExternalId, LeadField::Name];

/// Content that a lead asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Its name.
    pub(super) content: String,
    /// Which content of the plan it is.
    pub(super) asset: Option<AssetId>,
    /// When it was asked for.
    pub(super) at: i64,
    /// When a human opened it first.
    pub(super) opened: Option<i64>,
    /// How long to wait for that.
    pub(super) wait: Wait,
}

impl Asked {
    fn request(&self) -> Request {
        let wait = i64::from(self.wait.hours) * HOUR;
        Request { at: self.at, opened: self.opened, wait }
    }
}

/// A lead that was handed over.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) key: FactKey,
    pub(super) handed_at: i64,
    /// Whether the lead was not handed over again since.
    pub(super) is_last: bool,
    /// Where the lead stands, and its score.
    pub(super) state: State,
    pub(super) score: f64,
    pub(super) persona: Option<PersonaId>,
    pub(super) owner: Option<MemberId>,
    /// The latest content asked for by the handoff.
    pub(super) asked: Option<Asked>,
    pub(super) hot_ask: Option<HotAsk>,
    pub(super) clocks: Clocks,
    /// When sales was in touch first.
    pub(super) touch: Option<i64>,
    pub(super) answer: Option<Arc<LeadAnswer>>,
    /// What of it counts for promises.
    pub(super) told: sla::Case,
}

/// All leads that were handed over by a time.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    /// The time.
    pub(super) at: i64,
    /// The newest time in the files.
    pub(super) as_of: Option<Millis>,
    /// Whether that is less than a day before the time, so that clocks run.
    pub(super) running: bool,
    /// By lead and time.
    pub(super) all: Vec<Case>,
    /// When leads of deals were handed over first, by what deals call them: a folded address or id.
    pub(super) first_handed: HashMap<String, i64>,
}

/// What all threads share.
struct Shared<'a> {
    plan: &'a Architecture,
    t: i64,
    agreements: Agreements<'a>,
    routing: Routing,
    waits: Waits,
    answers: HashMap<LeadAnswerId, Arc<LeadAnswer>>,
    scoring: &'a Scoring,
    /// Leads of deals.
    sold: HashSet<String>,
}

/// Work of one thread.
struct Worker<'a> {
    shared: &'a Shared<'a>,
    scores: Scores<'a>,
    cases: Vec<Case>,
    first_handed: HashMap<String, i64>,
}

/// All leads that were handed over by `now`: by the newest time in the files where that is a day old
/// or more, as nobody knows what was done since.
pub fn cases(plan: &Plan, now: Millis) -> Result<Cases> {
    let view = plan.view();
    let Some(as_of) = newest(&view) else { return Ok(Cases::default()) };
    let running = now.0 - as_of.0 < DAY;
    let t = if running { now.0.max(as_of.0) } else { as_of.0 };
    let scoring = Scoring::of(plan)?;
    let shared = Shared {
        plan: &view,
        t,
        agreements: Agreements::of(&view)?,
        routing: Routing::of(&view),
        waits: Waits::of(plan)?,
        answers: view.lead_answers.iter().map(|one| (one.id, Arc::clone(one))).collect(),
        scoring: &scoring,
        sold: sold(plan)?,
    };
    let model = applied(&view).recipe;
    let recipes = [&model];
    let counted = counted_all(&recipes);
    let fields: Vec<LeadField> = FIELDS.into_iter().chain(MORE).collect();
    let make = || Worker {
        shared: &shared,
        scores: Scores::new(&view, &scoring, &recipes, &counted),
        cases: Vec::new(),
        first_handed: HashMap::new(),
    };
    let workers =
        scan(plan, Wanted { fields: &fields, events: true, history: None }, make, Worker::look)?;
    let mut cases = Cases { at: t, as_of: Some(as_of), running, ..Cases::default() };
    for worker in workers {
        cases.all.extend(worker.cases);
        cases.first_handed.extend(worker.first_handed);
    }
    cases.all.sort_by_key(|case| (case.key, case.handed_at));
    Ok(cases)
}

impl Worker<'_> {
    fn look(&mut self, part: &Part) {
        let Self { shared, scores, cases, first_handed } = self;
        scores.look_at_handed(part, shared.t, &mut |lead| {
            let row = Row { part, slot: lead.slot };
            // Nobody can get in touch with somebody of whom neither address nor id is known.
            if row.get(LeadField::Email).is_empty() && row.get(LeadField::ExternalId).is_empty() {
                return;
            }
            let mut runs = runs(&lead.spells);
            let key = FactKey::at(part.segment, lead.slot);
            for answer in shared.answers_about(key) {
                let at = answer.handed_at.0;
                let hot = lead.theirs.iter().any(|did| did.makes_hot_at(at));
                add_answered(&mut runs, &lead.spells, at, hot);
            }
            for field in [LeadField::Email, LeadField::ExternalId] {
                let name = fold(row.get(field));
                if let Some(run) = runs.first().filter(|_| shared.sold.contains(&name)) {
                    first_handed.insert(name, run.from);
                }
            }
            shared.cases_of(lead, row, &runs, cases);
        });
    }
}

/// A lead in a part.
#[derive(Clone, Copy)]
struct Row<'a> {
    part: &'a Part,
    slot: u16,
}

impl<'a> Row<'a> {
    fn get(self, field: LeadField) -> &'a str {
        let mut fields = FIELDS.iter().chain(&MORE);
        let at = fields.position(|one| *one == field);
        let column = at.and_then(|at| self.part.columns.get(at));
        column.map_or("", |texts| texts.get(self.slot.into()))
    }
}

impl Shared<'_> {
    /// What sales answered about a lead, the first first.
    fn answers_about(&self, key: FactKey) -> impl Iterator<Item = &Arc<LeadAnswer>> {
        self.scoring.answers(key).iter().filter_map(|id| self.answers.get(id))
    }

    fn cases_of(&self, lead: &Handed<'_>, row: Row<'_>, runs: &[Run], cases: &mut Vec<Case>) {
        let key = FactKey::at(row.part.segment, lead.slot);
        let mut answers = self.answers_about(key).peekable();
        for (at, run) in runs.iter().enumerate() {
            let next = runs.get(at + 1).map_or(i64::MAX, |next| next.from);
            // Of several answers until it was handed over again the first.
            let mut answer: Option<&Arc<LeadAnswer>> = None;
            while let Some(one) = answers.next_if(|one| one.answered_at.0 < next) {
                answer = answer.or(Some(one).filter(|one| one.answered_at.0 >= run.from));
            }
            let whole = Whole { lead, row, run, next, answer };
            cases.push(self.case(key, &whole, at + 1 == runs.len()));
        }
    }

    fn case(&self, key: FactKey, whole: &Whole<'_>, is_last: bool) -> Case {
        let Whole { lead, row, run, answer, .. } = *whole;
        let day = self.agreements.calendar.day_of(run.from);
        let asked = self.asked(lead, row, run.from);
        let request = asked.as_ref().map(Asked::request);
        let handoff = Handoff { at: run.from, hot_at: run.hot_at, request };
        let clocks = clocks(&self.agreements.calendar, self.agreements.promise_on(day), &handoff);
        let touches = whole.touches(self.t);
        let touch = touches.first().copied();
        let accepted = answer.map(|answer| answer.answer == SalesAnswer::Accepted);
        let told = sla::Case {
            hot: run.hot_at.is_some(),
            complete: self.is_complete(day, lead, row, asked.is_some()),
            follow_up: follow_up(clocks, touch, whole.ended(), self.t),
            accepted,
            touched_enough: accepted.filter(|accepted| *accepted).and_then(|_| {
                let sales = self.agreements.sales_on(day);
                enough(&touches, run.from, (sales.touches, sales.days), self.t)
            }),
        };
        Case {
            key,
            handed_at: run.from,
            is_last,
            state: lead.standing.state,
            score: lead.standing.score,
            persona: lead.persona,
            owner: self.owner(lead, row),
            asked,
            hot_ask: whole.hot_ask(),
            clocks,
            touch,
            answer: answer.cloned(),
            told,
        }
    }

    fn owner(&self, lead: &Handed<'_>, row: Row<'_>) -> Option<MemberId> {
        let get = |field| row.get(field);
        let domains = (get(LeadField::Domain), get(LeadField::Email));
        let company = get(LeadField::Company);
        self.routing.owner(lead.persona, company, domains, get(LeadField::Country))
    }

    /// The latest content that a lead asked for by the handoff.
    fn asked(&self, lead: &Handed<'_>, row: Row<'_>, by: i64) -> Option<Asked> {
        let asked = |did: &&Did| did.kind == EventKind::Request && !did.machine && did.at <= by;
        let request = lead.theirs.iter().rfind(asked)?;
        let is_open = |did: &&Did| {
            did.kind == EventKind::Open
                && did.asset == request.asset
                && !did.machine
                && (request.at..=self.t).contains(&did.at)
        };
        let content = lead.assets.names[request.asset as usize].clone();
        let format = &lead.assets.formats[lead.assets.format_of(request.asset) as usize];
        let persona = lead.persona.and_then(|id| self.plan.personas.get(id));
        let wait = self.waits.after(RequestOf {
            content: &content,
            format,
            level: row.get(LeadField::Level),
            persona: persona.map_or("", |persona| &persona.name),
        });
        Some(Asked {
            asset: lead.assets.id_of(request.asset),
            at: request.at,
            opened: lead.theirs.iter().find(is_open).map(|did| did.at),
            content,
            wait,
        })
    }

    /// Whether all that marketing promised to tell of a lead is known.
    fn is_complete(
        &self,
        day: chrono::NaiveDate,
        lead: &Handed<'_>,
        row: Row<'_>,
        asked: bool,
    ) -> bool {
        let said = |field| !row.get(field).is_empty();
        self.agreements.context_on(day).iter().all(|field| match field {
            ContextField::Email => said(LeadField::Email),
            ContextField::Name => said(LeadField::Name),
            ContextField::Title => said(LeadField::Title),
            ContextField::Level => said(LeadField::Level),
            ContextField::Company => said(LeadField::Company),
            ContextField::Industry => said(LeadField::Industry),
            ContextField::Country => said(LeadField::Country),
            ContextField::Persona => lead.persona.is_some(),
            ContextField::Request => asked,
        })
    }
}

/// One handoff of a lead.
struct Whole<'a> {
    lead: &'a Handed<'a>,
    row: Row<'a>,
    run: &'a Run,
    /// When it was handed over again.
    next: i64,
    answer: Option<&'a Arc<LeadAnswer>>,
}

impl Whole<'_> {
    /// What made the lead hot first.
    fn hot_ask(&self) -> Option<HotAsk> {
        let at = self.run.hot_at?;
        let kind = self.lead.theirs.iter().find(|did| did.makes_hot_at(at))?.kind;
        Some(HotAsk { kind, at: Millis(at) })
    }

    /// When sales was in touch, the first time first. What whoever answered says counts where no file
    /// tells of that day.
    fn touches(&self, t: i64) -> Vec<i64> {
        let (from, until) = (self.run.from, self.next.min(t.saturating_add(1)));
        let touched =
            |did: &&Did| did.kind == EventKind::SalesTouch && (from..until).contains(&did.at);
        let mut touches: Vec<i64> =
            self.lead.theirs.iter().filter(touched).map(|did| did.at).collect();
        let said = self.answer.and_then(|answer| answer.touched_at).map(|at| at.0);
        let said = said.filter(|at| *at >= from && *at < self.next);
        if let Some(at) = said.filter(|at| !touches.iter().any(|one| (one - at).abs() < DAY)) {
            touches.push(at);
            touches.sort_unstable();
        }
        touches
    }

    /// When it needed no following up any more: it was turned back, or fell below the threshold.
    fn ended(&self) -> Option<i64> {
        match self.answer {
            Some(answer) if answer.answer == SalesAnswer::TurnedBack => Some(answer.answered_at.0),
            Some(_) => None,
            None => self.run.ended.map(|(at, _)| at),
        }
    }
}

/// Whether sales was in touch so often within so many days of the handoff; `None` = they are not over.
fn enough(touches: &[i64], from: i64, (often, days): (u32, u32), t: i64) -> Option<bool> {
    let until = from.saturating_add(i64::from(days) * DAY);
    let within = touches.iter().filter(|at| **at <= until).count();
    if within >= often as usize {
        return Some(true);
    }
    (t > until).then_some(false)
}
