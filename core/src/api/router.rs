//! The list of commands: name → request → response, and the way from a name to its handler.

use super::{
    Context, Host, advocate, answers, ask, asset, backup, brief, bulk, cadence, cell, check,
    consumption, copy, coverage, deals, document, edit, erase, export, facts, figure, file, funnel,
    handoff, history, home, import, kpi, lead, link, maturity, merge, plan, price, programme,
    quality, reading, record, refused, report, review, scoring, search, snapshot, summary, triage,
};
use crate::error::{ApiError, Error};
use crate::id::MemberId;
use crate::model;
use crate::plan as plans;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A command: its name, what it is for, its types in TypeScript, its handler.
pub struct Command {
    /// "persona.create".
    pub name: &'static str,
    pub(super) request: super::typescript::Type,
    pub(super) response: super::typescript::Type,
    run: fn(Context<'_>, Value) -> Result<String, Error>,
}

impl std::fmt::Debug for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Command").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Reads the request, runs the handler, writes the response as JSON text.
fn answer<Q: DeserializeOwned, A: Serialize>(
    context: Context<'_>,
    payload: Value,
    handler: impl FnOnce(Context<'_>, Q) -> Result<A, Error>,
) -> Result<String, Error> {
    let request = serde_json::from_value(payload)
        .map_err(|error| Error::invalid(format!("The request does not fit: {error}.")))?;
    let response = handler(context, request)?;
    serde_json::to_string(&response).map_err(|error| Error::Internal(error.to_string()))
}

macro_rules! commands {
    ($($name:literal: $request:ty => $response:ty = $handler:expr;)*) => {
        /// Every command there is.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: $name,
            request: super::typescript::Type::of::<$request>(),
            response: super::typescript::Type::of::<$response>(),
            run: |context, payload| {
                answer::<$request, $response>(context, payload, $handler)
            },
        }),*];
    };
}

type Made<F> = plans::Outcome<model::Entity<F>>;
type Did = plans::Outcome<()>;

use model::{
    AdvocateFields, AgreementFields, Asset, AssetFields, Decision, DecisionFields, Format,
    FormatFields, Insight, InsightFields, Interview, InterviewFields, Journey, JourneyFields,
    LeadAnswerFields, Member, MemberFields, Need, NeedFields, Persona, PersonaFields, Placement,
    PlacementFields, ProgrammeFields, ProgrammeNoteFields, Review, ReviewFields, RoutingRuleFields,
    ScoringModelFields, SnapshotFields, Stage, StageFields, Trigger, TriggerFields, Verdict,
};

commands! {
    "session.get": edit::Nothing => file::Session = file::session;
    "file.new": file::New => file::Session = file::new;
    "file.sample": edit::Nothing => file::Session = file::sample;
    "file.fromPlan": edit::Nothing => file::Session = document::open;
    "file.open": edit::Nothing => file::Session = file::open;
    "file.reopen": file::ByPath => file::Session = file::reopen;
    "file.close": edit::Nothing => file::Session = file::close;
    "file.saveCopy": copy::SaveCopy => Option<copy::SavedCopy> = copy::save;
    "file.saveAnonymousCopy": edit::Nothing => Option<file::Location> = copy::save_nameless;
    "file.retry": edit::Nothing => file::Session = refused::retry;
    "file.rescue": edit::Nothing => refused::Saved = refused::rescue;
    "file.readCopy": edit::Nothing => file::Session = refused::read_copy;
    "file.forgetRefused": edit::Nothing => file::Session = refused::forget;

    "backup.list": edit::Nothing => backup::BackupList = backup::list;
    "backup.since": backup::ByName => backup::SinceBackup = backup::since;
    "backup.make": edit::Nothing => backup::BackupRow = backup::make;
    "backup.look": backup::ByName => file::Session = backup::look;
    "backup.leave": edit::Nothing => file::Session = backup::leave;
    "backup.restore": backup::ByName => file::Session = backup::restore;

    "plan.undo": edit::Nothing => plans::Outcome<plans::Done> = plan::undo;
    "plan.redo": edit::Nothing => plans::Outcome<plans::Done> = plan::redo;
    "workspace.get": edit::Nothing => model::Workspace = plan::workspace;
    "workspace.update": plan::UpdateWorkspace => plans::Outcome<model::Workspace>
        = plan::update_workspace;
    "workspace.timeZones": edit::Nothing => Vec<&'static str> = plan::time_zones;
    "journey.presets": edit::Nothing => Vec<plan::PresetInfo> = plan::presets;
    "journey.add": plan::AddJourney => plans::Outcome<Journey> = plan::add;
    "entity.hangs": edit::ByKind => Vec<plans::Hanging> = edit::hangs;

    "member.list": edit::Nothing => Vec<Member> = edit::list::<MemberFields>;
    "member.create": edit::Create<MemberFields> => Made<MemberFields> = edit::create;
    "member.update": edit::Update<MemberFields> => Made<MemberFields> = edit::update;
    "member.delete": edit::ById => Did = edit::delete::<MemberFields>;
    "member.reorder": edit::Reorder => Did = edit::reorder::<MemberFields>;
    "format.list": edit::Nothing => Vec<Format> = edit::list::<FormatFields>;
    "format.create": edit::Create<FormatFields> => Made<FormatFields> = edit::create;
    "format.update": edit::Update<FormatFields> => Made<FormatFields> = edit::update;
    "format.delete": edit::ById => Did = edit::delete::<FormatFields>;
    "format.reorder": edit::Reorder => Did = edit::reorder::<FormatFields>;
    "persona.list": edit::Nothing => Vec<Persona> = edit::list::<PersonaFields>;
    "persona.create": edit::Create<PersonaFields> => Made<PersonaFields> = edit::create;
    "persona.update": edit::Update<PersonaFields> => Made<PersonaFields> = edit::update;
    "persona.delete": edit::ById => Did = edit::delete::<PersonaFields>;
    "persona.reorder": edit::Reorder => Did = edit::reorder::<PersonaFields>;
    "interview.list": edit::Nothing => Vec<Interview> = edit::list::<InterviewFields>;
    "interview.create": edit::Create<InterviewFields> => Made<InterviewFields> = edit::create;
    "interview.update": edit::Update<InterviewFields> => Made<InterviewFields> = edit::update;
    "interview.delete": edit::ById => Did = edit::delete::<InterviewFields>;
    "insight.list": edit::Nothing => Vec<Insight> = edit::list::<InsightFields>;
    "insight.create": edit::Create<InsightFields> => Made<InsightFields> = edit::create;
    "insight.update": edit::Update<InsightFields> => Made<InsightFields> = edit::update;
    "insight.delete": edit::ById => Did = edit::delete::<InsightFields>;
    "trigger.list": edit::Nothing => Vec<Trigger> = edit::list::<TriggerFields>;
    "trigger.create": edit::Create<TriggerFields> => Made<TriggerFields> = edit::create;
    "trigger.update": edit::Update<TriggerFields> => Made<TriggerFields> = edit::update;
    "trigger.delete": edit::ById => Did = edit::delete::<TriggerFields>;
    "trigger.reorder": edit::Reorder => Did = edit::reorder::<TriggerFields>;
    "journey.list": edit::Nothing => Vec<Journey> = edit::list::<JourneyFields>;
    "journey.update": edit::Update<JourneyFields> => Made<JourneyFields> = edit::update;
    "journey.delete": edit::ById => Did = edit::delete::<JourneyFields>;
    "journey.reorder": edit::Reorder => Did = edit::reorder::<JourneyFields>;
    "stage.list": edit::Nothing => Vec<Stage> = edit::list::<StageFields>;
    "stage.create": edit::Create<StageFields> => Made<StageFields> = edit::create;
    "stage.update": edit::Update<StageFields> => Made<StageFields> = edit::update;
    "stage.delete": edit::ById => Did = edit::delete::<StageFields>;
    "stage.reorder": edit::Reorder => Did = edit::reorder::<StageFields>;
    "need.list": edit::Nothing => Vec<Need> = edit::list::<NeedFields>;
    "need.create": edit::Create<NeedFields> => Made<NeedFields> = edit::create;
    "need.update": edit::Update<NeedFields> => Made<NeedFields> = edit::update;
    "need.delete": edit::ById => Did = edit::delete::<NeedFields>;
    "need.reorder": edit::Reorder => Did = edit::reorder::<NeedFields>;

    "programme.list": edit::Nothing => Vec<programme::ProgrammeRow> = programme::list;
    "programme.create": edit::Create<ProgrammeFields> => Made<ProgrammeFields> = edit::create;
    "programme.update": edit::Update<ProgrammeFields> => Made<ProgrammeFields> = edit::update;
    "programme.delete": edit::ById => Did = edit::delete::<ProgrammeFields>;
    "programme.reorder": edit::Reorder => Did = edit::reorder::<ProgrammeFields>;
    "programmeNote.create": edit::Create<ProgrammeNoteFields> => Made<ProgrammeNoteFields>
        = edit::create;
    "programmeNote.update": edit::Update<ProgrammeNoteFields> => Made<ProgrammeNoteFields>
        = edit::update;
    "programmeNote.delete": edit::ById => Did = edit::delete::<ProgrammeNoteFields>;

    "maturity.get": edit::Nothing => crate::maturity::Maturity = maturity::maturity;
    "maturity.rate": maturity::RateQuestion => Did = maturity::rate;
    "snapshot.list": edit::Nothing => Vec<snapshot::SnapshotRow> = snapshot::list;
    "snapshot.take": snapshot::Take => plans::Outcome<crate::id::SnapshotId> = snapshot::take;
    "snapshot.rename": snapshot::Rename => Did = snapshot::rename;
    "snapshot.delete": edit::ById => Did = edit::delete::<SnapshotFields>;
    "snapshot.compare": snapshot::Compare => snapshot::Compared = snapshot::compare;
    "review.list": edit::Nothing => Vec<Review> = edit::list::<ReviewFields>;
    "review.create": edit::Create<ReviewFields> => Made<ReviewFields> = edit::create;
    "review.update": edit::Update<ReviewFields> => Made<ReviewFields> = edit::update;
    "review.delete": edit::ById => Did = edit::delete::<ReviewFields>;
    "review.get": review::OfReview => review::ReviewPage = review::page;
    "review.funding": edit::Nothing => crate::review::FundingList = review::fundings;
    "review.stop": edit::Nothing => crate::review::StopList = review::stops;
    "decision.list": edit::Nothing => Vec<Decision> = edit::list::<DecisionFields>;
    "decision.create": edit::Create<DecisionFields> => Made<DecisionFields> = edit::create;
    "decision.update": edit::Update<DecisionFields> => Made<DecisionFields> = edit::update;
    "decision.delete": edit::ById => Did = edit::delete::<DecisionFields>;
    "decision.reorder": edit::Reorder => Did = edit::reorder::<DecisionFields>;

    "trigger.answers": edit::Nothing => Vec<crate::coverage::TriggerAnswers>
        = coverage::trigger_answers;
    "need.standings": coverage::InJourney => Vec<crate::coverage::NeedStanding>
        = coverage::need_standings;
    "need.dialogue": coverage::OfPersona => Vec<crate::coverage::DialogueStage>
        = coverage::dialogue;

    "asset.list": asset::ListAssets => asset::AssetList = asset::list;
    "asset.selectAll": asset::ListAssets => Vec<crate::id::AssetId> = asset::select_all;
    "asset.facets": edit::Nothing => asset::Facets = asset::facets;
    "asset.get": coverage::OfAsset => coverage::AssetPage = coverage::asset_page;
    "asset.create": edit::Create<AssetFields> => plans::Outcome<Asset> = edit::create;
    "asset.update": edit::Update<AssetFields> => plans::Outcome<Asset> = edit::update;
    "asset.updateMany": bulk::UpdateAssets => Did = bulk::update_many;
    "asset.delete": edit::ById => Did = edit::delete::<AssetFields>;
    "asset.deleteMany": bulk::Assets => Did = bulk::delete_many;
    "asset.hangs": bulk::Assets => Vec<plans::Hanging> = bulk::hangs;
    "asset.markRead": reading::MarkRead => Did = reading::mark_read;
    "asset.openLink": coverage::OfAsset => link::Opened = link::open;

    "placement.place": check::Place => plans::Outcome<Vec<Placement>> = check::place;
    "placement.move": check::Move => Did = check::shift;
    "placement.update": edit::Update<PlacementFields> => plans::Outcome<Placement> = edit::update;
    "placement.remove": check::Placements => Did = check::unplace;
    "placement.thins": coverage::Proposals => Vec<crate::coverage::Thinned> = coverage::thinned;
    "check.answer": check::GiveAnswer => Did = check::answer;
    "check.answers": check::AnswersOn => Vec<Verdict> = check::answers;
    "check.questions": triage::Queue => triage::Questions = triage::questions;
    "check.effects": edit::Nothing => Vec<crate::demand::MeasuredEffect> = triage::effects;
    "check.measured": edit::Nothing => Vec<triage::MeasuredDisagreement> = triage::measured;

    "coverage.map": coverage::OfJourney => crate::coverage::Map = coverage::map;
    "coverage.summary": coverage::OfJourney => summary::Summary = summary::summary;
    "coverage.gaps": coverage::OfJourney => Vec<crate::coverage::Gap> = coverage::gaps;
    "coverage.pipeline": coverage::InJourney => crate::coverage::Pipeline = price::pipeline;
    "coverage.count": edit::Nothing => price::PricesCounted = price::count;
    "coverage.themes": coverage::OfJourney => crate::coverage::ThemeGrid = coverage::themes;
    "persona.path": coverage::OfPersona => crate::coverage::PersonaPath = coverage::path;
    "playbook.get": coverage::InJourney => Vec<crate::coverage::PlaybookStage> = coverage::playbook;
    "cell.get": coverage::OfCell => coverage::CellView = coverage::cell;
    "cell.candidates": coverage::OfCell => Vec<crate::coverage::Candidate> = coverage::candidates;
    "cell.setApplicable": cell::SetApplicable => Did = cell::set_applicable;
    "cell.brief": check::At => cell::Brief = cell::brief;
    "cell.plan": cell::PlanAsset => plans::Outcome<cell::Planned> = cell::plan_asset;

    "import.begin": edit::Nothing => () = import::begin;
    "import.piece": import::Piece => () = import::piece;
    "import.read": import::ReadStaged => crate::import::Preview = import::read;
    "import.folder": edit::Nothing => Option<crate::import::Preview> = import::folder;
    "import.preview": import::UnderMapping => crate::import::Preview = import::preview;
    "import.apply": import::UnderMapping => plans::Outcome<crate::import::Imported> = import::apply;
    "import.progress": edit::Nothing => import::Progress = import::progress;
    "import.cancel": edit::Nothing => () = import::cancel;

    "facts.choose": edit::Nothing => Option<crate::import::facts::FactPreview> = facts::choose;
    "facts.read": import::ReadStaged => crate::import::facts::FactPreview = facts::read;
    "facts.preview": import::UnderMapping => crate::import::facts::FactPreview = facts::preview;
    "facts.apply": import::UnderMapping => plans::Outcome<crate::import::facts::FactsImported>
        = facts::apply;
    "facts.rows": crate::demand::FactQuery => crate::demand::FactRows = facts::rows;
    "facts.counts": edit::Nothing => Vec<crate::demand::FactCount> = facts::counts;
    "batch.list": edit::Nothing => Vec<model::Batch> = edit::list::<model::BatchFields>;
    "lead.score": scoring::OfLeadAt => crate::demand::LeadScore = scoring::of_lead;
    "lead.find": scoring::Named => lead::OfLead = scoring::find;
    "scoring.applied": edit::Nothing => crate::demand::AppliedModel = scoring::applied;
    "scoring.distribution": scoring::WithRecipe => crate::demand::ScoreDistribution
        = scoring::distribution;
    "scoring.backtest": scoring::WithRecipe => crate::demand::BacktestReport = scoring::backtest;
    "scoringModel.list": edit::Nothing => Vec<model::ScoringModel>
        = edit::list::<ScoringModelFields>;
    "scoringModel.create": edit::Create<ScoringModelFields> => Made<ScoringModelFields>
        = edit::create;
    "scoringModel.update": edit::Update<ScoringModelFields> => Made<ScoringModelFields>
        = edit::update;
    "scoringModel.apply": edit::ById => Made<ScoringModelFields> = scoring::apply;
    "scoringModel.delete": edit::ById => Did = edit::delete::<ScoringModelFields>;
    "followUp.list": crate::demand::FollowUpQuery => crate::demand::FollowUpPage = handoff::list;
    "followUp.brief": lead::OfLead => handoff::CallBrief = handoff::brief;
    "followUp.answer": handoff::AnswerLead => Made<LeadAnswerFields> = handoff::answer;
    "followUp.byPersona": edit::Nothing => Vec<crate::demand::PersonaAnswers>
        = handoff::by_persona;
    "sla.get": edit::Nothing => crate::demand::SlaReport = handoff::sla;
    "advocate.mark": advocate::MarkAdvocate => Made<AdvocateFields> = advocate::mark;
    "advocate.list": edit::Nothing => Vec<model::Advocate> = edit::list::<AdvocateFields>;
    "advocate.delete": edit::ById => Did = edit::delete::<AdvocateFields>;
    "leadAnswer.list": edit::Nothing => Vec<model::LeadAnswer> = edit::list::<LeadAnswerFields>;
    "leadAnswer.delete": edit::ById => Did = edit::delete::<LeadAnswerFields>;
    "routingRule.list": edit::Nothing => Vec<model::RoutingRule> = edit::list::<RoutingRuleFields>;
    "routingRule.create": edit::Create<RoutingRuleFields> => Made<RoutingRuleFields>
        = edit::create;
    "routingRule.update": edit::Update<RoutingRuleFields> => Made<RoutingRuleFields>
        = edit::update;
    "routingRule.delete": edit::ById => Did = edit::delete::<RoutingRuleFields>;
    "routingRule.reorder": edit::Reorder => Did = edit::reorder::<RoutingRuleFields>;
    "agreement.list": edit::Nothing => Vec<model::Agreement> = edit::list::<AgreementFields>;
    "agreement.create": edit::Create<AgreementFields> => Made<AgreementFields> = edit::create;
    "agreement.update": edit::Update<AgreementFields> => Made<AgreementFields> = edit::update;
    "agreement.delete": edit::ById => Did = edit::delete::<AgreementFields>;
    "lead.list": crate::demand::LeadQuery => crate::demand::LeadList = lead::list;
    "lead.get": lead::OfLead => crate::demand::LeadPage = lead::page;
    "lead.erasure": erase::OfLeads => erase::ErasureLook = erase::look;
    "lead.erase": erase::OfLeads => plans::Outcome<erase::LeadsErased> = erase::erase;
    "lead.erased": edit::Nothing => erase::ErasedCount = erase::count;
    "lead.export": record::SaveRecord => Option<export::SavedFile> = record::save;
    "lead.titles": edit::Nothing => crate::demand::UnmatchedTitles = lead::titles;
    "quality.report": quality::QualityOf => crate::demand::QualityReport = quality::report;
    "quality.verify": quality::QualityOf => crate::demand::VerifyList = quality::verify;
    "quality.flagged": crate::demand::FlaggedQuery => crate::demand::FlaggedList
        = quality::flagged;
    "quality.guard": crate::demand::GuardQuery => crate::demand::GuardList = quality::guard;
    "consumption.get": consumption::ConsumptionOf => crate::demand::ConsumptionReport
        = consumption::report;
    "funnel.get": crate::demand::FunnelQuery => crate::demand::FunnelReport = funnel::report;
    "kpi.dictionary": edit::Nothing => Vec<crate::kpi::Definition> = kpi::definitions;
    "kpi.get": crate::demand::KpiQuery => crate::demand::KpiReport = kpi::report;
    "kpi.names": edit::Nothing => crate::demand::KpiNames = kpi::names;
    "kpi.counting": edit::Nothing => Option<crate::demand::Counting> = kpi::counting;
    "kpi.scorecard": crate::demand::KpiQuery => crate::demand::Scorecard = kpi::scorecard;
    "deals.list": crate::demand::DealQuery => crate::demand::DealList = deals::list;
    "deal.get": deals::OfDeal => deals::DealPage = deals::page;
    "consumption.segment": consumption::SegmentOf => crate::demand::ConsumptionSegment
        = consumption::segment;

    "merge.read": edit::Nothing => Option<crate::merge::MergePreview> = merge::read;
    "merge.apply": crate::merge::MergeChoices => plans::Outcome<crate::merge::Merged> = merge::apply;

    "ask.people": edit::Nothing => Vec<ask::Askable> = ask::people;
    "ask.write": ask::AskMember => Option<export::SavedFile> = ask::write;
    "answers.read": edit::Nothing => Option<crate::ask::AnswersPreview> = answers::read;
    "answers.apply": crate::ask::AnswerChoices => plans::Outcome<crate::ask::TakenIn>
        = answers::apply;

    "home.get": coverage::InJourney => home::Home = home::home;

    "cadence.get": cadence::CadenceOf => crate::cadence::Cadence = cadence::cadence;

    "figure.get": figure::FigureOf => figure::ShownFigure = figure::figure;

    "export.figure": figure::SaveFigure => Option<export::SavedFile> = figure::save;
    "export.assets": asset::ListAssets => Option<export::SavedFile> = export::assets;
    "export.coverage": coverage::OfJourney => Option<export::SavedFile> = export::coverage;
    "export.playbook": export::PlaybookOf => Option<export::SavedFile> = export::playbook;
    "export.table": report::TableOf => Option<export::SavedFile> = report::table;
    "export.deals": deals::SaveDeals => Option<export::SavedFile> = deals::save;
    "export.funnel": funnel::SaveFunnel => Option<export::SavedFile> = funnel::save;
    "export.kpi": kpi::SaveKpi => Option<export::SavedFile> = kpi::save;
    "export.consumption": consumption::SaveConsumption => Option<export::SavedFile>
        = consumption::save;
    "export.brief": brief::BriefOf => Option<export::SavedFile> = brief::brief;
    "export.agreement": handoff::AgreementOf => Option<export::SavedFile> = handoff::save;
    "export.plan": edit::Nothing => Option<export::SavedFile> = document::save;
    "export.report": report::ReportOf => Option<export::SavedFile> = report::report;

    "search": search::Search => Vec<search::Hit> = search::search;
    "history.list": history::ListEdits => history::EditPage = history::list;
    "history.get": history::OfEdit => history::EditDetail = history::detail;
    "history.restore": history::BySeq => Did = history::restore;
}

/// Runs a command by name on behalf of a member; the answer is JSON text. A panic inside becomes an
/// error; what it was changing is rolled back.
pub fn dispatch(
    host: &dyn Host,
    name: &str,
    payload: Value,
    speaker: Option<MemberId>,
) -> Result<String, ApiError> {
    let command = COMMANDS
        .iter()
        .find(|command| command.name == name)
        .ok_or_else(|| ApiError::from(Error::UnknownCommand(name.to_owned())))?;
    let run = AssertUnwindSafe(|| (command.run)(Context { host, speaker }, payload));
    catch_unwind(run)
        .unwrap_or_else(|panic| Err(Error::Internal(message(panic.as_ref()).to_owned())))
        .map_err(ApiError::from)
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("an unknown fault")
}
