//! What core needs of whoever runs it, and nothing more.

use super::keeping::Keeping;
use super::kept::KeptCoverage;
use super::visits::{self, Here, Visits};
use super::waiting::Waiting;
use crate::coverage::{Filter, Ledger, Map};
use crate::error::{ApiError, Error, Result};
use crate::id::{EntityKind, JourneyId, MemberId};
use crate::model::{Architecture, Millis};
use crate::plan::{By, Op, Outcome, Plan, Tx};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// A kind of file, as dialogs name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// "Table (CSV)".
    pub name: &'static str,
    /// The ending of its files' names, without a dot.
    pub ending: &'static str,
}

/// What the window or the terminal provides.
pub trait Host: Send + Sync {
    /// The time.
    fn now(&self) -> Millis;
    /// The version of the program.
    fn version(&self) -> &str;
    /// The name of whoever sits at the machine; the first member of a new workspace.
    fn user_name(&self) -> String;
    /// IANA name of the machine's time zone.
    fn time_zone(&self) -> String;
    /// The workspace that is open.
    fn opened(&self) -> Option<Arc<Open>>;
    /// Takes another workspace in place of the one that is open.
    fn hold(&self, open: Option<Arc<Open>>);
    /// The name of the computer.
    fn computer(&self) -> String;
    /// The folder in which the backups of all workspaces are kept.
    fn backups(&self) -> PathBuf;
    /// The file that was to be opened last and was not.
    fn refused(&self) -> Option<Refused>;
    /// Remembers the file that was not opened, or that none is waiting.
    fn refuse(&self, refused: Option<Refused>);
    /// Workspaces opened before, the latest first.
    fn recent(&self) -> Vec<PathBuf>;
    /// The list of who was in which workspace last; `None` where looking leaves no trace.
    fn visits(&self) -> Option<Visits>;
    /// The folder in which new workspaces are kept unless somebody says otherwise.
    fn documents(&self) -> PathBuf;
    /// Asks for an existing file of that kind in a native dialog; `None` = thought better of it.
    fn pick_file(&self, title: &str, kind: FileKind) -> Option<PathBuf>;
    /// Asks for a folder in a native dialog.
    fn pick_folder(&self) -> Option<PathBuf>;
    /// Asks in a native dialog where to save a file of that kind; `None` = thought better of it. Who
    /// picks a file that is there has agreed to replace it.
    fn pick_target(&self, title: &str, suggested_name: &str, kind: FileKind) -> Option<PathBuf>;
    /// The program that reads a workbook in a process of its own, within limits: it hands its
    /// standard input and output to [`import::serve`](crate::import::serve).
    fn workbook_reader(&self) -> Result<Command>;
    /// Opens an address, which has passed [`model::link`](crate::model::link), in the program that
    /// people use for it.
    fn open_link(&self, address: &str) -> Result<()>;
}

/// A file that was not opened, and why.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Where it is.
    pub path: PathBuf,
    /// Why, as the window tells it.
    pub reason: ApiError,
}

/// An open workspace.
#[derive(Debug)]
pub struct Open {
    /// Its file.
    pub path: PathBuf,
    /// Its plan.
    pub plan: Plan,
    pub(super) staging: super::import::Staging,
    pub(super) merging: Waiting<crate::merge::Copy>,
    pub(super) hearing: Waiting<crate::ask::Filled>,
    pub(super) keeping: Keeping,
    pub(super) here: Here,
    pub(super) look: Option<Look>,
    coverage: KeptCoverage,
    pub(super) prices: super::price::KeptPrices,
    pub(super) leads: super::lead::KeptOrder,
    pub(super) quality: super::quality::KeptLists,
    pub(super) cases: super::handoff::KeptCases,
    pub(super) deals: super::deals::KeptDeals,
}

/// What a look at something else than the workspace itself hides meanwhile.
#[derive(Debug)]
pub(super) struct Look {
    /// The workspace it is a look at.
    pub(super) path: PathBuf,
    /// The workspace to go back to.
    pub(super) behind: Option<Arc<Open>>,
}

impl Open {
    /// Wraps an opened plan.
    pub fn new(path: impl Into<PathBuf>, plan: Plan) -> Self {
        Self {
            path: path.into(),
            plan,
            staging: super::import::Staging::default(),
            merging: Waiting::default(),
            hearing: Waiting::default(),
            keeping: Keeping::default(),
            here: Here::default(),
            look: None,
            coverage: KeptCoverage::default(),
            prices: super::price::KeptPrices::default(),
            leads: super::lead::KeptOrder::default(),
            quality: super::quality::KeptLists::default(),
            cases: super::handoff::KeptCases::default(),
            deals: super::deals::KeptDeals::default(),
        }
    }

    /// A look at another state of the workspace at `path`, with the way back.
    pub(super) fn look(path: PathBuf, plan: Plan, behind: Option<Arc<Self>>) -> Self {
        Self { look: Some(Look { path: path.clone(), behind }), ..Self::new(path, plan) }
    }

    /// Whether it is the workspace itself, not a look at another state of it.
    pub fn is_itself(&self) -> bool {
        self.look.is_none()
    }

    /// Whether it is this file.
    pub fn is_at(&self, path: &Path) -> bool {
        let canonical = |path: &Path| path.canonicalize().ok();
        canonical(&self.path).is_some() && canonical(&self.path) == canonical(path)
    }
}

/// One call: who asks, of what.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Whoever runs core.
    pub host: &'a dyn Host,
    /// The member who speaks.
    pub speaker: Option<MemberId>,
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("speaker", &self.speaker).finish_non_exhaustive()
    }
}

impl Context<'_> {
    /// The workspace that is open.
    pub fn open(&self) -> Result<Arc<Open>> {
        self.host.opened().ok_or(Error::NoWorkspace)
    }

    /// The plan as saved.
    pub fn view(&self) -> Result<Arc<Architecture>> {
        Ok(self.open()?.plan.view())
    }

    /// Who changes something now. A speaker who is unknown here (from another workspace) is nobody.
    pub fn by(&self) -> Result<By> {
        let view = self.view()?;
        let member = self.speaker.filter(|id| view.members.has(*id));
        Ok(By { member, at: self.host.now() })
    }

    /// Today, in the workspace's time zone.
    pub fn today(&self) -> Result<NaiveDate> {
        Ok(self.host.now().day_in(self.zone()?))
    }

    /// The workspace's time zone.
    pub fn zone(&self) -> Result<chrono_tz::Tz> {
        Ok(self.view()?.workspace()?.time_zone.parse().unwrap_or(chrono_tz::UTC))
    }

    /// Takes a sign of a member: gives when they were here before this visit.
    pub(super) fn see(&self, open: &Open, member: MemberId, now: Millis) -> Result<Option<Millis>> {
        let zone = self.zone()?;
        visits::see(self.host, open, member, now, |at| at.day_in(zone))
    }

    /// Changes the plan.
    pub fn transact<T>(
        &self,
        op: Op,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        let (open, by) = (self.open()?, self.by()?);
        if let Some(member) = by.member {
            self.see(&open, member, by.at)?;
        }
        open.plan.transact(by, op, change)
    }

    /// Reads coverage as of a date, today unless given.
    pub fn coverage<T>(
        &self,
        as_of: Option<NaiveDate>,
        read: impl FnOnce(&Ledger) -> T,
    ) -> Result<T> {
        let as_of = as_of.map_or_else(|| self.today(), Ok)?;
        let open = self.open()?;
        let prices = open.prices.at_hand(&open.plan);
        Ok(open.coverage.read(&open.plan, as_of, &prices, read))
    }

    /// The map of a journey, the first one unless given.
    pub fn map(
        &self,
        journey: Option<JourneyId>,
        as_of: Option<NaiveDate>,
        filter: &Filter,
    ) -> Result<Map> {
        let journey = self.journey(journey)?;
        self.coverage(as_of, |ledger| ledger.map(journey, filter))?
            .ok_or(Error::NotFound(EntityKind::Journey))
    }
}

/// Who speaks where nobody has been chosen, as on a terminal: the member of that name, or the first
/// one on the team unless named. Nobody while no workspace is open.
pub fn speaking(host: &dyn Host, name: Option<&str>) -> Result<Option<MemberId>> {
    let Some(open) = host.opened() else { return Ok(None) };
    let view = open.plan.view();
    let team = || view.members.iter().filter(|member| !member.former);
    let Some(name) = name else { return Ok(team().next().map(|member| member.id)) };
    if let Some(member) = team().find(|member| member.name == name) {
        return Ok(Some(member.id));
    }
    let names: Vec<&str> = team().map(|member| member.name.as_str()).collect();
    let there = names.join(", ");
    Err(Error::invalid(format!("Nobody on the team is named {name}. There are: {there}.")))
}
