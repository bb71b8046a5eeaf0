//! Scores of imported leads; expected numbers are worked out by hand.

use throughline_core::demand::{
    LeadQuery, LeadScore, LeadSort, LeadState, ScoreLine, backtest, distribution, find_lead,
    lead_score, order, window,
};
use throughline_core::id::EntityKind;
use throughline_core::model::{
    AssetFields, Bounds, DecisionRole, EventKind, EventMatch, EventRule, FieldRule, FieldTest,
    Lapse, Millis, ModelState, PersonaFields, Phase, PlacementFields, Repeat, ScoreGroup,
    ScoreSide, ScoredField, ScoringModelFields, ScoringRecipe, Status,
};
use throughline_core::plan::{Op, Plan, Verb};

use crate::leads::{Workspace, bring_in, take, text};
use crate::northwind::BY;

const DAY: i64 = 86_400_000;
/// 1 March 2026, midnight in UTC.
const MARCH: i64 = 1_772_323_200_000;

fn rule(kind: EventKind, points: i32, half_life: Option<u32>, repeat: Repeat) -> EventRule {
    EventRule {
        name: format!("{kind:?}"),
        group: 0,
        matches: EventMatch { kinds: vec![kind], ..EventMatch::default() },
        points,
        half_life_days: half_life,
        repeat,
    }
}

pub(crate) fn recipe() -> ScoringRecipe {
    ScoringRecipe {
        groups: vec![ScoreGroup { name: "All".into(), cap: Some(100) }],
        rules: vec![
            rule(EventKind::Request, 40, Some(10), Repeat::Every),
            rule(EventKind::Open, 30, None, Repeat::Once),
            rule(EventKind::EmailClicked, 8, None, Repeat::Every),
            rule(EventKind::View, 2, None, Repeat::PerDay(2)),
        ],
        fields: vec![FieldRule {
            side: ScoreSide::Account,
            field: ScoredField::Fits,
            test: FieldTest::Is,
            values: vec!["yes".into()],
            points: 5,
        }],
        lapses: vec![Lapse { after_days: 30, points: 10, share: None }],
        bounds: Bounds::default(),
    }
}

pub(crate) fn apply(plan: &Plan, recipe: ScoringRecipe, name: &str) {
    let state = ModelState::Applied;
    let model = ScoringModelFields { name: name.into(), state, applied_at: None, recipe };
    let op = Op::one(Verb::Create, EntityKind::ScoringModel, name);
    plan.transact(BY, op, |tx| tx.create(model)).unwrap();
}

const ACTS: &str = "\
Email,Company,Activity Type,Activity Date,Content,Campaign
ana@acme.example,Acme,Request,2026-03-01 00:00:00,Guide,
ana@acme.example,Acme,Open,2026-03-01 00:00:00,Guide,
ana@acme.example,Acme,Email delivered,2026-03-01 06:00:00,,Spring
ana@acme.example,Acme,Click email,2026-03-01 06:00:09,Link 1,Spring
ana@acme.example,Acme,Click email,2026-03-01 06:00:11,Link 2,Spring
bo@basil.example,Basil,View,2026-03-10 23:00:00,Page,
bo@basil.example,Basil,View,2026-03-10 23:30:00,Page 2,
bo@basil.example,Basil,View,2026-03-10 23:40:00,Page 3,
bo@basil.example,Basil,View,2026-03-11 00:00:00,Page,
cy@cedar.example,Cedar,Demo,2026-03-11 00:00:00,,
";

fn score(plan: &Plan, name: &str, at: i64) -> LeadScore {
    let found = lead_score(plan, find_lead(plan, name).unwrap(), Some(Millis(at))).unwrap();
    let points = |line: &ScoreLine| match line {
        ScoreLine::Act { points, .. }
        | ScoreLine::Cap { points, .. }
        | ScoreLine::Lapse { points, .. }
        | ScoreLine::Floor { points }
        | ScoreLine::Field { points, .. } => *points,
    };
    let sum: f64 = found.lines.iter().map(points).sum();
    assert!((sum - found.score).abs() < 1e-9, "{name}: {sum} {}", found.score);
    found
}

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, ACTS);
    let accounts = "Company name,Domain,ICP\nAcme,acme.example,yes\nBasil,basil.example,no\n";
    take(plan, &text(accounts), &[]).unwrap();
    apply(plan, recipe(), "First");
    workspace
}

#[test]
fn a_score_is_worked_out_line_by_line_as_of_any_time() {
    let workspace = workspace();
    let plan = &workspace.plan;
    // 40 and 30 at once; the click nine seconds after delivery was a machine's, the one eleven
    // seconds after it was not: 8. The account fits: 5.
    let at_once = score(plan, "ana@acme.example", MARCH + DAY / 4 + 11_000);
    let request = 40.0 * 2.0_f64.powf(-(0.25 + 11.0 / 86_400.0) / 10.0);
    assert!((at_once.score - (request + 30.0 + 8.0 + 5.0)).abs() < 1e-9, "{}", at_once.score);
    assert_eq!((at_once.state, at_once.since), (LeadState::Warm, Some(Millis(MARCH))));
    // After ten days 20 of 40 are left: 20 + 30 + 8 + 5. Warm still: 63 is more than 40.
    let later = score(plan, "ana@acme.example", MARCH + 10 * DAY);
    assert!((later.score - 63.0).abs() < 1e-9);
    assert_eq!(later.state, LeadState::Warm);
    // 30 days after the last act a lapse takes 10: 40 · 2^(-3.025) + 28 + 5 is 37.9, less than 40.
    let silent = MARCH + DAY / 4 + 11_000 + 30 * DAY;
    assert_eq!(later.flips_at, Some(Millis(silent)));
    assert_eq!(score(plan, "ana@acme.example", silent).state, LeadState::Nurture);
    assert_eq!(score(plan, "ana@acme.example", silent - 1).state, LeadState::Warm);
    // Two views of one day and one of the next.
    let bo = score(plan, "bo@basil.example", MARCH + 10 * DAY);
    assert!((bo.score - 6.0).abs() < 1e-9);
    let cy = score(plan, "cy@cedar.example", MARCH + 10 * DAY);
    assert_eq!((cy.state, cy.score), (LeadState::Hot, 0.0));
    assert_eq!(cy.flips_at, Some(Millis(MARCH + 40 * DAY)));
}

#[test]
fn the_list_and_the_distribution_agree_with_each_score() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let query = LeadQuery { sort: Some(LeadSort::Score), ..LeadQuery::default() };
    let list = window(plan, &query, &order(plan, &query).unwrap()).unwrap();
    let told: Vec<_> = list.rows.iter().map(|row| (row.email.as_str(), row.state)).collect();
    assert_eq!(
        told,
        [
            ("ana@acme.example", LeadState::Warm),
            ("bo@basil.example", LeadState::Nurture),
            ("cy@cedar.example", LeadState::Hot),
        ]
    );
    for row in &list.rows {
        let one = score(plan, &row.email, MARCH + 10 * DAY);
        assert!((one.score - row.score).abs() < 1e-9);
        assert_eq!((one.state, one.since, one.flips_at), (row.state, row.since, row.flips_at));
    }
    let warm = LeadQuery { state: Some(LeadState::Warm), ..LeadQuery::default() };
    let list = window(plan, &warm, &order(plan, &warm).unwrap()).unwrap();
    assert_eq!((list.leads, list.total), (3, 1));
    let spread = distribution(plan, &recipe(), None).unwrap();
    assert_eq!((spread.leads, spread.at_zero), (3, 1));
    assert_eq!((spread.states["warm"], spread.states["hot"], spread.states["nurture"]), (1, 1, 1));
    // 6 lies from 5 to 10, 63 from 60 to 65.
    assert_eq!((spread.bins[1].leads, spread.bins[12].leads), (1, 1));
    assert_eq!(spread.bins.iter().map(|bin| bin.leads).sum::<u64>(), 2);
}

#[test]
fn a_changed_model_is_run_over_the_history_beside_the_one_applied() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let deals = "Deal ID,Deal Name,Deal Stage,Create Date,Contact Email\n\
        1,Acme,Closed won,2026-03-02,ana@acme.example\n\
        2,Basil,Closed won,2026-03-12,bo@basil.example\n\
        3,Cedar,Closed lost,2026-03-12,cy@cedar.example\n";
    take(plan, &text(deals), &[]).unwrap();
    // Six points are enough to be warm under the changed model.
    let mut changed = recipe();
    changed.bounds =
        Bounds { enter: 6, stay: 5, behaviour_enter: 6, behaviour_stay: 5, hot_days: 30 };
    let report = backtest(plan, &changed).unwrap();
    // Ana and Cy before, one won and one lost; Ana, Bo and Cy now. Two of three were won, both were
    // handed over before their deals opened.
    assert_eq!((report.old.handed, report.old.precision), (2, Some(0.5)));
    assert_eq!(report.old.recall, Some(0.5));
    assert_eq!((report.new.handed, report.new.precision), (3, Some(2.0 / 3.0)));
    assert_eq!(report.new.recall, Some(1.0));
    assert_eq!((report.both, report.only_old, report.only_new), (2, 0, 1));
    assert_eq!(report.new_leads[0].name, "bo@basil.example");
    assert_eq!(report.new_leads[0].won, Some(true));
    // Nothing changed by it.
    assert_eq!(score(plan, "bo@basil.example", MARCH + 10 * DAY).state, LeadState::Nurture);
    apply(plan, changed, "Second");
    assert_eq!(score(plan, "bo@basil.example", MARCH + 11 * DAY).state, LeadState::Warm);
    let view = plan.view();
    let states = view.scoring_models.in_order();
    let states: Vec<_> = states.iter().map(|model| (model.name.as_str(), model.state)).collect();
    assert_eq!(states, [("First", ModelState::Former), ("Second", ModelState::Applied)]);
}

fn place(plan: &Plan, title: &str, stage: &str) {
    let stage = plan.view().stages.iter().find(|one| one.name == stage).unwrap().id;
    let op = Op::one(Verb::Place, EntityKind::Placement, title);
    plan.transact(BY, op, |tx| {
        let persona = tx.create(PersonaFields::named("CFO", DecisionRole::EconomicBuyer, 5))?.id;
        let asset = tx.create(AssetFields::titled(title, Status::Published))?.id;
        tx.create(PlacementFields::at(asset, persona, stage)).map(drop)
    })
    .unwrap();
}

#[test]
fn a_rule_may_ask_where_content_is_placed_for_the_lead_s_persona() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, ACTS);
    let mut asking = rule(EventKind::Request, 40, None, Repeat::Every);
    asking.matches.phases = vec![Phase::Convert];
    let recipe = ScoringRecipe { rules: vec![asking], fields: Vec::new(), ..recipe() };
    apply(plan, recipe, "By phase");
    assert!(score(plan, "ana@acme.example", MARCH).score.abs() < 1e-9);
    place(plan, "Guide", "Evaluation");
    let placed = score(plan, "ana@acme.example", MARCH);
    assert!((placed.score - 40.0).abs() < 1e-9);
    let view = plan.view();
    let stage = view.stages.get(placed.content_says.unwrap()).unwrap();
    assert_eq!(stage.name, "Evaluation");
}
