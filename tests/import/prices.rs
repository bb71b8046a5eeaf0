//! What the gaps of a small workspace are worth, worked out by hand: twelve leads, six deals, two
//! personas, UTC, euros.

use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Reader as _, Xlsx};
use serde_json::{Value, json};
use throughline_core::coverage::{Filter, Gap, Ledger};
use throughline_core::demand::prices;
use throughline_core::export::{Occasion, Page, Report, coverage, workbook};
use throughline_core::id::{EntityKind, JourneyId, PersonaId};
use throughline_core::model::{DecisionRole, ExclusionFields, Money, PersonaFields};
use throughline_core::plan::{Op, Plan, Verb, undo};
use throughline_tests::fixture::day;
use throughline_tests::host::TestHost;

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// Ed and gus have no title; the newest time is that of gus.
const LEADS: &str = "\
Email,Job Title,Create Date
ana@a.example,CFO,2026-01-05
bo@b.example,CISO,2026-01-10
cy@c.example,CFO,2026-02-01
di@d.example,CFO,2026-02-03
ed@e.example,,2026-03-02
fay@f.example,CISO,2026-03-03
hal@h.example,CISO,2025-02-01
ivy@i.example,CFO,2026-03-01
jo@j.example,CISO,2026-03-01
kim@k.example,CFO,2025-01-02
old@o.example,CFO,2024-11-01
gus@g.example,,2026-04-30
";
/// Bo is turned back over the handoff; hal goes back before it, on the first day that counts; old is
/// lost on the last that does not.
const MOVES: &str = "\
Email,New Stage,Edit Date,Reason
ana@a.example,Inquiry,2026-01-05,
ana@a.example,MQL,2026-01-09,
ana@a.example,SAL,2026-01-12,
bo@b.example,Inquiry,2026-01-10,
bo@b.example,SAL,2026-01-20,
bo@b.example,MQL,2026-02-01,Not ready yet
cy@c.example,MQL,2026-02-01,
cy@c.example,Lost,2026-02-15,
di@d.example,Inquiry,2026-02-03,
di@d.example,MQL,2026-02-10,
ed@e.example,Inquiry,2026-03-02,
fay@f.example,MQL,2026-03-03,
fay@f.example,SAL,2026-03-05,
hal@h.example,MQL,2025-02-01,
hal@h.example,Inquiry,2025-05-01,
old@o.example,MQL,2024-11-01,
old@o.example,Lost,2025-04-30,
";
/// The third names nobody, the fourth a CFO and a CISO; the fifth is at no stage.
const DEALS: &str = "\
Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,1000.00,EUR,2026-01-20,2026-02-20,Closed won
D2,Second,fay@f.example,500.00,EUR,2026-03-10,2026-04-10,Closed lost
D3,Third,,70.00,EUR,2026-03-15,,Discovery
D4,Fourth,ivy@i.example;jo@j.example,1600.00,EUR,2026-03-20,,Evaluation
D5,Fifth,,300.00,EUR,2026-03-25,,
D6,Sixth,kim@k.example,3000.00,EUR,2025-01-10,2025-03-01,Closed won
";
const DEAL_MOVES: &str = "\
Deal ID,New Stage,Edit Date
D1,Discovery,2026-01-20
D1,Proposal,2026-02-01
D2,Discovery,2026-03-10
D3,Discovery,2026-03-15
D4,Discovery,2026-03-20
D4,Evaluation,2026-04-01
D6,Discovery,2025-01-10
";

fn persona(plan: &Plan, name: &str, weight: u8) -> PersonaId {
    let mut fields = PersonaFields::named(name, DecisionRole::Influencer, weight);
    fields.title_patterns = vec![name.to_owned()];
    let op = Op::one(Verb::Create, EntityKind::Persona, name);
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap().value.id
}

/// A CFO of weight 5 and a CISO of weight 3.
pub(crate) fn workspace() -> Workspace {
    let workspace = Workspace::new();
    persona(&workspace.plan, "CFO", 5);
    persona(&workspace.plan, "CISO", 3);
    for file in [LEADS, MOVES, DEALS, DEAL_MOVES] {
        let tally = bring_in(&workspace.plan, file);
        assert_eq!(tally.rejected_count, 0, "{file}: {tally:?}");
    }
    workspace
}

pub(crate) fn ledger(plan: &Plan) -> (Ledger, JourneyId) {
    let view = plan.view();
    let journey = view.journeys.in_order()[0].id;
    let ledger = Ledger::new(&view, day("2026-05-02")).priced(Arc::new(prices(plan).unwrap()));
    (ledger, journey)
}

fn gaps(plan: &Plan) -> Vec<Gap> {
    let (ledger, journey) = ledger(plan);
    ledger.gaps(journey, &Filter::default())
}

fn at<'a>(gaps: &'a [Gap], persona: &str, stage: &str) -> &'a Gap {
    gaps.iter().find(|gap| (&*gap.persona, &*gap.stage) == (persona, stage)).unwrap()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}");
}

#[test]
fn what_leaks_is_what_was_lost_or_turned_back_in_four_quarters() {
    let workspace = workspace();
    let gaps = gaps(&workspace.plan);
    // Ended since 1 May 2025. Inquiry: ana, bo and di went on. MQL: ana, bo (who passed it) and fay
    // went on, hal back to Inquiry, which is not over the handoff, cy was lost. SAL: ana and fay went
    // on, bo was turned back. Discovery: D1 and D4 went on, D2 was lost. Then D1 alone.
    let ended = [
        ("Inquiry", (0, 0, 3)),
        ("MQL", (1, 0, 5)),
        ("SAL", (0, 1, 3)),
        ("Discovery", (1, 0, 3)),
        ("Evaluation", (0, 0, 1)),
        ("Proposal", (0, 0, 1)),
        ("Negotiation", (0, 0, 1)),
    ];
    // Of 17 that ended 3 leaked.
    let usual = 3.0 / 17.0;
    for (stage, (lost, turned_back, resolved)) in ended {
        let gap = at(&gaps, "CFO", stage);
        let leak = gap.worth.as_ref().unwrap().leak;
        let found = (leak.lost, leak.turned_back, leak.resolved);
        assert_eq!(found, (lost, turned_back, resolved), "{stage}");
        near(leak.usual, usual);
        let gone = f64::from(lost + turned_back);
        near(gap.factors.leak, (gone + 10.0 * usual) / (f64::from(resolved) + 10.0));
    }
}

#[test]
fn money_waits_where_leads_and_deals_are() {
    let workspace = workspace();
    let (ledger, journey) = ledger(&workspace.plan);
    let pipeline = ledger.pipeline(journey).unwrap();
    // Won deals are worth 1,000 and 3,000: 2,000 in the mean. Of the five leads that came to Inquiry
    // one ended in a won deal, of the seven that came to MQL too (bo passed it), of three at SAL.
    // Inquiry: hal, of the CISO, 2,000 ÷ 5 = 400; ed, of nobody, 400 as 250 to 150. MQL: bo and di,
    // 2,000 ÷ 7 = 285.71 each. Discovery: D3, 70 × 2⁄3 = 46.67 of nobody, as 29.17 to 17.50.
    // Evaluation: D4, all of whose kind that ended were won: 1,600 as 1,000 to 600.
    let expected =
        [[25_000, 28_571, 0, 2_917, 100_000, 0, 0], [55_000, 28_571, 0, 1_750, 60_000, 0, 0]];
    let money: Vec<i64> = pipeline.cells.iter().map(|cell| cell.money.unwrap()).collect();
    assert_eq!(money, expected.concat());
    let sums: Vec<i64> = pipeline.stages.iter().map(|stage| stage.sum).collect();
    assert_eq!(sums, [80_000, 57_142, 0, 4_667, 160_000, 0, 0]);
    assert_eq!(pipeline.personas, [156_488, 145_321]);
    assert_eq!(pipeline.total, 301_809);
    // Ed and D3.
    assert_eq!(pipeline.unnamed, 44_667);
    assert_eq!((pipeline.elsewhere, pipeline.elsewhere_value), (1, 30_000));
    let of = |at: usize| pipeline.stages[at].of;
    assert_eq!((of(0).n, of(0).unnamed, of(0).won, of(0).of), (2, 1, 1, 5));
    assert_eq!((of(1).won, of(1).of, of(2).won, of(2).of), (1, 7, 1, 3));
    assert_eq!((of(3).n, of(3).won, of(3).of), (1, 2, 3));
    assert_eq!((of(4).won, of(4).of, of(5).won, of(5).of), (2, 2, 2, 2));
    assert!(of(3).too_few && !pipeline.neutral);
}

#[test]
fn gaps_are_ranked_by_what_closing_them_is_worth() {
    let workspace = workspace();
    let gaps = gaps(&workspace.plan);
    assert_eq!(gaps.len(), 14, "nothing is covered");
    // L = 3⁄17; leak(Evaluation) = 10 L ÷ 11, of MQL (1 + 10 L) ÷ 15, of Inquiry 10 L ÷ 13. The largest
    // is the CFO's Evaluation, 5 × leak × 1,000 €.
    let usual = 30.0 / 17.0;
    let largest = 5.0 * usual / 11.0 * 100_000.0;
    near(gaps[0].priority, largest);
    let expected = [
        ("CFO", "Evaluation", 100.0),
        ("CISO", "Evaluation", 36.0),
        ("CFO", "MQL", 100.0 * (5.0 * (1.0 + usual) / 15.0 * 200_000.0 / 7.0) / largest),
        ("CISO", "Inquiry", 100.0 * (3.0 * usual / 13.0 * 55_000.0) / largest),
        ("CFO", "Inquiry", 100.0 * (5.0 * usual / 13.0 * 25_000.0) / largest),
        ("CISO", "MQL", 100.0 * (3.0 * (1.0 + usual) / 15.0 * 200_000.0 / 7.0) / largest),
    ];
    for (gap, (persona, stage, relative)) in gaps.iter().zip(expected) {
        assert_eq!((&*gap.persona, &*gap.stage), (persona, stage));
        near(gap.relative, relative);
    }
    // Nothing waits at SAL: 5% of the mean of 14 cells with 80,000 + 400,000⁄7 + 14,000⁄3 + 160,000.
    let mean = (240_000.0 + 400_000.0 / 7.0 + 14_000.0 / 3.0) / 14.0;
    let sal = at(&gaps, "CFO", "SAL");
    near(sal.factors.stake, 0.05 * mean);
    let worth = sal.worth.as_ref().unwrap();
    assert_eq!((worth.waits.as_ref().unwrap().minor, worth.raised), (0, true));
    let euros = Money { minor: 100_000, currency: "EUR".to_owned() };
    assert_eq!(gaps[0].worth.as_ref().unwrap().waits, Some(euros));
    assert_eq!(
        gaps[0].in_words(),
        "CFO at Evaluation: nothing live; 1,000 EUR waits there; 16% leaks"
    );
    assert_eq!(
        gaps[0].worth.as_ref().unwrap().made_of(),
        "At the stage 1 open deal of 1,600 EUR, of which 100% is won (2 of 2 that came and ended, \
         too few); in the last four quarters 0 of 1 were lost or turned back"
    );
}

#[test]
fn documents_say_what_a_gap_is_worth() {
    let workspace = workspace();
    let (ledger, journey) = ledger(&workspace.plan);
    let page = Page::of(&ledger, journey, &Filter::default()).unwrap();
    let mut html = Vec::new();
    coverage(&page, &mut html).unwrap();
    let html = String::from_utf8(html).unwrap();
    assert!(html.contains("Decision weight 5 of 5. 1,000 EUR waits there; 16% leaks."), "{html}");
    let report = Report::of(&ledger, "UTC".parse().unwrap(), Occasion::default());
    let document = report.document();
    assert!(format!("{document:?}").contains("1,000 EUR waits there; 16% leaks."));
    let mut bytes = Vec::new();
    workbook(&report, &mut bytes).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Gaps").unwrap();
    let rows: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let at = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
    let first = |name: &str| rows[1][at(name)].as_str();
    assert_eq!(
        (first("Gap"), first("Waits there"), first("Counts as")),
        ("CFO at Evaluation", "1000", "1000")
    );
    assert!(first("What that is made of").starts_with("At the stage 1 open deal of 1,600 EUR"));
}

#[test]
fn weights_and_cells_that_do_not_apply_count_at_once() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let known = Arc::new(prices(plan).unwrap());
    let view = plan.view();
    let journey = view.journeys.in_order()[0].id;
    let (cfo, ciso) = (view.personas.in_order()[0].id, view.personas.in_order()[1].id);
    let mut ledger = Ledger::new(&view, day("2026-05-02")).priced(known);
    let op = || Op::one(Verb::Update, EntityKind::Persona, "CISO");
    let weigh = |fields: &mut PersonaFields| {
        fields.weight = 5;
        Ok(())
    };
    let edit = plan.transact(BY, op(), |tx| tx.update::<PersonaFields>(ciso, None, weigh)).unwrap();
    let evaluation = view.stages_of(journey)[4].id;
    let reason = "A CFO signs nothing there".to_owned();
    let out = ExclusionFields { persona_id: cfo, stage_id: evaluation, reason };
    let excluded = plan.transact(BY, op(), |tx| tx.create(out)).unwrap();
    let rows = edit.changes.rows.iter().chain(&excluded.changes.rows);
    let rows: Vec<_> = rows.map(|row| (row.kind, row.id)).collect();
    ledger.follow(&plan.view(), &rows);
    // 1,600 of both alike, although the CFO's part is at a cell that does not apply.
    let pipeline = ledger.pipeline(journey).unwrap();
    assert_eq!((pipeline.cells[4].money, pipeline.cells[11].money), (Some(80_000), Some(80_000)));
    let gaps = ledger.gaps(journey, &Filter::default());
    assert_eq!((&*gaps[0].persona, &*gaps[0].stage, gaps.len()), ("CISO", "Evaluation", 13));
    // The mean is over the 13 cells that apply.
    let mean = (160_000.0 + 400_000.0 / 7.0 + 14_000.0 / 3.0) / 13.0;
    near(at(&gaps, "CISO", "SAL").factors.stake, 0.05 * mean);
}

#[test]
fn what_is_undone_is_worth_nothing_any_more() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    persona(plan, "CFO", 5);
    assert!(prices(plan).unwrap().is_empty());
    let gaps_before = gaps(plan);
    assert!(gaps_before.iter().all(|gap| gap.worth.is_none() && gap.factors.neutral));
    assert_eq!((gaps_before[0].factors.leak, gaps_before[0].factors.stake), (0.5, 1.0));
    bring_in(plan, DEALS);
    assert!(gaps(plan).iter().all(|gap| gap.worth.is_some()));
    undo::undo(plan, BY).unwrap();
    assert_eq!(gaps(plan), gaps_before);
}

#[test]
fn leads_alone_say_what_leaks_and_no_money() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    persona(plan, "CFO", 5);
    for file in [LEADS, MOVES] {
        bring_in(plan, file);
    }
    let found = gaps(plan);
    let mql = at(&found, "CFO", "MQL");
    assert!(mql.factors.neutral);
    near(mql.factors.stake, 1.0);
    let worth = mql.worth.as_ref().unwrap();
    assert_eq!(worth.waits, None, "nobody knows what a lead is worth");
    // Ana and fay, whose way ends at SAL, did not go on from there; bo was turned back.
    assert_eq!((worth.leak.lost, worth.leak.resolved), (1, 5));
    assert!(mql.in_words().contains("what leads there are worth is not known yet"));
}

fn first(host: &TestHost) -> (String, bool) {
    let gaps = host.call("coverage.gaps", json!({}));
    (format!("{} {}", gaps[0]["persona"], gaps[0]["stage"]), gaps[0]["worth"] == Value::Null)
}

fn named(persona: &str, stage: &str) -> String {
    format!("\"{persona}\" \"{stage}\"")
}

#[test]
fn a_small_workspace_is_priced_at_once() {
    let host = TestHost::with_workspace();
    let open = host.workspace();
    persona(&open.plan, "CFO", 5);
    persona(&open.plan, "CISO", 3);
    assert_eq!(first(&host), (named("CFO", "Inquiry"), true));
    for file in [LEADS, MOVES, DEALS, DEAL_MOVES] {
        bring_in(&open.plan, file);
    }
    assert_eq!(first(&host), (named("CFO", "Evaluation"), false));
    assert_eq!(host.call("coverage.count", json!({}))["changed"], false, "there is nothing new");
    // A title that tells of nobody any more changes whose money it is.
    let view = open.plan.view();
    let cfo = view.personas.in_order()[0].id;
    let nobody = |fields: &mut PersonaFields| {
        fields.title_patterns.clear();
        Ok(())
    };
    let op = Op::one(Verb::Update, EntityKind::Persona, "CFO");
    open.plan.transact(BY, op, |tx| tx.update::<PersonaFields>(cfo, None, nobody)).unwrap();
    assert_eq!(first(&host), (named("CISO", "Evaluation"), false));
}

/// More rows than are counted while somebody waits: leads that are at no stage.
fn many() -> String {
    let mut file = "Email,Job Title,Create Date\n".to_owned();
    for at in 0..20_001 {
        let _ = writeln!(file, "many{at}@many.example,Clerk,2026-01-01");
    }
    file
}

#[test]
fn the_map_of_many_leads_goes_by_the_prices_counted_last() {
    let host = TestHost::with_workspace();
    let open = host.workspace();
    persona(&open.plan, "CFO", 5);
    persona(&open.plan, "CISO", 3);
    bring_in(&open.plan, &many());
    for file in [LEADS, MOVES, DEAL_MOVES, DEALS] {
        bring_in(&open.plan, file);
    }
    assert_eq!(first(&host), (named("CFO", "Inquiry"), true), "nothing was counted yet");
    assert_eq!(host.call("coverage.count", json!({}))["changed"], true);
    assert_eq!(first(&host), (named("CFO", "Evaluation"), false));
    assert_eq!(host.call("coverage.count", json!({}))["changed"], false);
    // One more deal, of the CISO, worth more than all others.
    let deal = "Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage\n\
                D7,Seventh,jo@j.example,90000.00,EUR,2026-04-02,,Evaluation\n";
    bring_in(&open.plan, deal);
    let last = (named("CFO", "Evaluation"), false);
    assert_eq!(first(&host), last, "the prices counted last hold until somebody counts");
    assert_eq!(host.call("coverage.count", json!({}))["changed"], true);
    assert_eq!(first(&host), (named("CISO", "Evaluation"), false));
    // Whoever opens the file next finds what was counted.
    let path = open.path.clone();
    drop(open);
    host.call("file.close", json!({}));
    let next = TestHost::at(&path);
    assert_eq!(first(&next), (named("CISO", "Evaluation"), false));
}
