//! The sample workspace: Northwind Cloud, an invented vendor of storage and backup, with the plan
//! of a real, imperfect company.
//!
//! Its content lies beside this file as tables to be read and edited by hand. Everything in them
//! refers to each other by name or key, and every date is a number of days from the day the sample
//! is made, so that the picture is the same on every day: some of it stale, some of it soon to be.
//!
//! It is made of the same rules as everything else: nothing can be in it that nobody could enter.

mod company;
mod library;
mod names;
mod practice;
mod tables;

use crate::error::Result;
use crate::model::Millis;
use crate::plan::{By, Plan, Preset, Setup, Tx, add_journey};
use chrono::{Days, NaiveDate};
use names::Names;
use std::path::Path;
use tables::Tables;

/// The company of the sample.
pub const COMPANY: &str = "Northwind Cloud";
/// Who started it: its strategist.
const STRATEGIST: &str = "Mara Ruiz";
/// What its money is in.
const CURRENCY: &str = "EUR";

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Makes the sample as a workspace file, in one step that undo does not reach. Fails when
/// something is there already.
pub fn create(path: &Path, at: Millis, time_zone: String) -> Result<Plan> {
    let today = at.day_in(time_zone.parse().unwrap_or(chrono_tz::UTC));
    let setup = Setup {
        name: COMPANY.to_owned(),
        currency: CURRENCY.to_owned(),
        time_zone,
        member: STRATEGIST.to_owned(),
        preset: Preset::Default,
    };
    let tables = Tables::read()?;
    Plan::create_with(path, By { member: None, at }, setup, |tx| fill(tx, today, tables))
}

/// Fills the fresh workspace; what is named must be made before it is named.
fn fill(tx: &mut Tx<'_>, today: NaiveDate, tables: Tables) -> Result<()> {
    add_journey(tx, Preset::CrossSell, Preset::CrossSell.journey())?;
    let names = Names::of(tx.view());
    let mut make = Making { tx, names, today };
    make.company(tables.company)?;
    make.personas(tables.personas)?;
    make.library(tables.pieces)?;
    make.needs(tables.needs)?;
    make.practice(tables.practice)
}

/// The sample while it is made.
struct Making<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    names: Names,
    today: NaiveDate,
}

impl Making<'_, '_> {
    /// The date so many days from today; before it where negative.
    fn day(&self, from_today: i64) -> NaiveDate {
        let days = Days::new(from_today.unsigned_abs());
        let date = if from_today < 0 {
            self.today.checked_sub_days(days)
        } else {
            self.today.checked_add_days(days)
        };
        date.unwrap_or(self.today)
    }

    /// The time so many days from now; before it where negative.
    fn moment(&self, from_today: i64) -> Millis {
        Millis(self.tx.by().at.0 + from_today * DAY)
    }
}
