//! The figure of a funnel: what came to each stage and what became of it.

use super::twin::percent;
use super::{Figure, Flow, FlowLink, FlowNode, FlowTone, Picture};
use crate::funnel::StageLedger;
use crate::model::thousands;

/// Neither leads nor deals are drawn smaller than this share of the other.
const LEAST: f64 = 1.0 / 3.0;

/// A share of fewer is told as one of too few.
const ENOUGH: u32 = 30;

/// A stage with its ledger.
#[derive(Clone, Copy, Debug)]
pub struct FunnelStage<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether deals pass it; otherwise leads do.
    pub is_deal: bool,
    /// What came to it, and what became of that.
    pub ledger: &'a StageLedger,
}

/// Where leads become deals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seam {
    /// Leads that became part of a deal.
    pub leads: u32,
    /// Deals with at least one lead.
    pub deals: u32,
    /// Deals without a lead.
    pub direct: u32,
}

/// A place on the way of leads and deals, in a column of its own.
enum Stop<'a> {
    Stage(FunnelStage<'a>),
    Seam(Option<Seam>),
    Won(u32),
}

/// The flow through the stages of a journey, in their order, from the first lead to the last deal;
/// `seam` = what is known of how leads become deals.
pub fn funnel(journey: &str, stages: &[FunnelStage<'_>], seam: Option<Seam>) -> Figure {
    let scales = Scales::of(stages, seam);
    let mut drawing = Drawing { scales, nodes: Vec::new(), links: Vec::new() };
    let mut before: Option<(u32, Stop<'_>)> = None;
    for (column, stop) in (0..).zip(stops(stages, seam)) {
        let node = drawing.push_stop(&stop, column);
        if let Stop::Seam(Some(seam)) = &stop {
            drawing.push_direct(*seam, column);
        }
        if let Some((from, before)) = before {
            drawing.join(from, &before, node, column);
        }
        before = Some((node, stop));
    }
    Figure {
        title: format!("Funnel of {journey}"),
        summary: in_words(stages, scales),
        picture: Picture::Flow(Flow {
            labels: "From".to_owned(),
            values: "How many".to_owned(),
            nodes: drawing.nodes,
            links: drawing.links,
        }),
    }
}

/// Leads pass their stages, become part of a deal, and deals pass theirs until they are won.
fn stops<'a>(stages: &[FunnelStage<'a>], seam: Option<Seam>) -> Vec<Stop<'a>> {
    let (deals, leads): (Vec<_>, Vec<_>) = stages.iter().copied().partition(|stage| stage.is_deal);
    let has_seam = !leads.is_empty() || seam.is_some();
    let won = deals.last().map(|last| Stop::Won(last.ledger.advanced));
    let leads = leads.into_iter().map(Stop::Stage);
    let seam = has_seam.then_some(Stop::Seam(seam));
    leads.chain(seam).chain(deals.into_iter().map(Stop::Stage)).chain(won).collect()
}

/// How large a lead and a deal are drawn.
///
/// They are not the same and need no common scale, but where one has one everybody can compare: so
/// they share it until the most deals would be drawn smaller than a third of the most leads, or the
/// other way round, and only then are drawn that large. Hundreds of leads make a deal, whose losses
/// would be hairlines otherwise.
#[derive(Clone, Copy)]
struct Scales {
    lead: f64,
    deal: f64,
}

impl Scales {
    fn of(stages: &[FunnelStage<'_>], seam: Option<Seam>) -> Self {
        let most = |is_deal| {
            let of_kind = stages.iter().filter(|stage| stage.is_deal == is_deal);
            of_kind.map(|stage| stage.ledger.entered).max().unwrap_or(0)
        };
        let begun = seam.map_or(0, |seam| seam.deals.saturating_add(seam.direct));
        let (leads, deals) = (f64::from(most(false)), f64::from(most(true).max(begun)));
        if leads == 0.0 || deals == 0.0 {
            return Self { lead: 1.0, deal: 1.0 };
        }
        Self { lead: (deals * LEAST / leads).max(1.0), deal: (leads * LEAST / deals).max(1.0) }
    }

    fn of_kind(self, is_deal: bool) -> f64 {
        if is_deal { self.deal } else { self.lead }
    }

    /// Whether leads and deals share one.
    fn are_one(self) -> bool {
        self.lead <= 1.0 && self.deal <= 1.0
    }
}

/// A flow in the making.
struct Drawing {
    scales: Scales,
    nodes: Vec<FlowNode>,
    links: Vec<FlowLink>,
}

impl Drawing {
    /// A node more; gives its place.
    fn push(&mut self, name: &str, note: String, column: u32, tone: FlowTone) -> u32 {
        self.nodes.push(FlowNode { name: name.to_owned(), note, column, tone });
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }

    fn push_stop(&mut self, stop: &Stop<'_>, column: u32) -> u32 {
        match stop {
            Stop::Stage(stage) => {
                let note = counted(stage.ledger.entered, stage.is_deal);
                self.push(stage.name, note, column, FlowTone::Stage)
            }
            Stop::Seam(Some(Seam { leads, deals, .. })) => {
                let name = format!("{} → {}", counted(*leads, false), counted(*deals, true));
                self.push(&name, String::new(), column, FlowTone::Seam)
            }
            Stop::Seam(None) => self.push("Part of a deal", String::new(), column, FlowTone::Seam),
            Stop::Won(deals) => self.push("Won", counted(*deals, true), column, FlowTone::Won),
        }
    }

    /// Deals without a lead, which begin beside those with one: the node behind that of the seam.
    fn push_direct(&mut self, seam: Seam, column: u32) {
        if seam.direct > 0 {
            self.push("Direct", counted(seam.direct, true), column, FlowTone::Seam);
        }
    }

    /// What flows from a stop to the next one, and beside that to what ends there.
    fn join(&mut self, from: u32, before: &Stop<'_>, to: u32, column: u32) {
        match before {
            Stop::Stage(stage) => self.leave(from, stage, to, column),
            Stop::Seam(Some(seam)) => {
                self.link(from, to, (seam.deals, true), None, FlowTone::Seam);
                self.link(from + 1, to, (seam.direct, true), None, FlowTone::Seam);
            }
            Stop::Seam(None) | Stop::Won(_) => {}
        }
    }

    /// What became of all that came to a stage. What is lost, went back or is still there ends in the
    /// next column, each stage by itself: what is lost where can be read at a glance, and no ribbon
    /// has to cross the picture.
    fn leave(&mut self, from: u32, stage: &FunnelStage<'_>, to: u32, column: u32) {
        let StageLedger { entered, advanced, lost, moved_back, here, .. } = *stage.ledger;
        let on = if self.nodes[super::flow::place(to)].tone == FlowTone::Won {
            FlowTone::Won
        } else {
            FlowTone::Stage
        };
        self.link(from, to, (advanced, stage.is_deal), Some(entered), on);
        let ends = [
            ("Lost", lost, FlowTone::Lost),
            ("Moved back", moved_back, FlowTone::Back),
            ("Still here", here, FlowTone::Here),
        ];
        for (name, number, tone) in ends.into_iter().filter(|(_, number, _)| *number > 0) {
            let note = format!("{} ({})", thousands(number.into()), share(number, entered));
            let end = self.push(name, note, column, tone);
            self.link(from, end, (number, stage.is_deal), Some(entered), tone);
        }
    }

    /// A link, where anything flows; `all` = of how many it is a share.
    fn link(
        &mut self,
        from: u32,
        to: u32,
        (number, is_deal): (u32, bool),
        all: Option<u32>,
        tone: FlowTone,
    ) {
        if number == 0 {
            return;
        }
        let of = all.map(|all| format!(" ({})", share(number, all))).unwrap_or_default();
        let value = f64::from(number) * self.scales.of_kind(is_deal);
        let text = format!("{}{of}", counted(number, is_deal));
        self.links.push(FlowLink { from, to, value, text, tone });
    }
}

/// "1 lead", "1,204 deals".
fn counted(number: u32, is_deal: bool) -> String {
    let unit = if is_deal { "deal" } else { "lead" };
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {unit}{plural}", thousands(number.into()))
}

fn share(number: u32, all: u32) -> String {
    percent(f64::from(number) / f64::from(all.max(1)))
}

/// Where the most leads are lost and where the most deals, and whether both are drawn alike.
fn in_words(stages: &[FunnelStage<'_>], scales: Scales) -> String {
    if stages.iter().all(|stage| stage.ledger.entered == 0) {
        return "Nothing has come to a stage yet.".to_owned();
    }
    let scaled =
        if scales.are_one() { "" } else { " Leads and deals are drawn to scales of their own." };
    match (worst(stages, false), worst(stages, true)) {
        (None, None) => format!("Nothing is lost at any stage.{scaled}"),
        (Some(leads), None) => format!("Leads are lost most at {leads}.{scaled}"),
        (None, Some(deals)) => format!("Deals are lost most at {deals}.{scaled}"),
        (Some(leads), Some(deals)) => {
            format!("Leads are lost most at {leads}; deals at {deals}.{scaled}")
        }
    }
}

/// "Inquiry: 3,900 of 8,200 (48%)": the stage of a kind where the most are lost, the earliest of
/// those; none where nothing is.
fn worst(stages: &[FunnelStage<'_>], is_deal: bool) -> Option<String> {
    let of_kind = stages.iter().rev().filter(|stage| stage.is_deal == is_deal);
    let stage = of_kind.max_by_key(|stage| stage.ledger.lost)?;
    let StageLedger { lost, entered, .. } = *stage.ledger;
    let few = if entered < ENOUGH { ", too few to tell" } else { "" };
    (lost > 0).then(|| {
        let (some, all) = (thousands(lost.into()), thousands(entered.into()));
        format!("{}: {some} of {all} ({}{few})", stage.name, share(lost, entered))
    })
}
