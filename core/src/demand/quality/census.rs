//! One look at every lead: what is known of it, since when, and what of it cannot be true.
//!
//! What is counted does not depend on rates, on the plan of fields or on scores, so that a change of
//! any is worked out from some thousand numbers, not from every lead.

use crate::demand::scan::scan;
use crate::error::{Error, Result};
use crate::facts::field::LeadField;
use crate::facts::texts::Texts;
use crate::hygiene::{
    Ages, AnswerFlag, FlagReason, Known, OneAnswer, Profiles, age_days, together,
};
use crate::model::{Architecture, Millis, ProfileField, Word};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use serde::{Deserialize, Serialize};

/// Which way of counting figures were kept by: counted up when the way changes.
const WAY: u32 = 1;

/// What flags are told by, first of all.
pub(super) const ANSWERS: [LeadField; 5] =
    [LeadField::Email, LeadField::Name, LeadField::Title, LeadField::Level, LeadField::Company];

/// What is asked of each lead.
const FIELDS: [LeadField; 10] = [
    ANSWERS[0],
    ANSWERS[1],
    ANSWERS[2],
    ANSWERS[3],
    ANSWERS[4],
    LeadField::Industry,
    LeadField::Country,
    LeadField::Domain,
    LeadField::Verified,
    LeadField::Created,
];

/// The field of a lead that an answer is kept in.
pub(super) fn field_of(field: ProfileField) -> LeadField {
    match field {
        ProfileField::Email => LeadField::Email,
        ProfileField::Name => LeadField::Name,
        ProfileField::Title => LeadField::Title,
        ProfileField::Company => LeadField::Company,
        ProfileField::Level => LeadField::Level,
        ProfileField::Industry => LeadField::Industry,
        ProfileField::Country => LeadField::Country,
        ProfileField::Domain => LeadField::Domain,
    }
}

/// When what is known of a lead was last known to hold: when it was verified, else when it became a
/// lead, in epoch milliseconds; and whether it was verified.
pub(super) fn since(verified: &str, created: &str) -> Option<(i64, bool)> {
    let time = |text: &str| text.parse().ok();
    time(verified).map(|at| (at, true)).or_else(|| time(created).map(|at| (at, false)))
}

/// What is known of a lead: what is answered and says something.
pub(super) fn known<'a>(text: impl Fn(ProfileField) -> &'a str, flags: &[AnswerFlag]) -> Known {
    let filled = ProfileField::ALL.iter().copied().filter(|field| !text(*field).is_empty());
    let said_nothing = flags.iter().filter(|flag| flag.reason.is_no_answer());
    said_nothing.fold(Known::of(filled), |known, flag| known.without(flag.field))
}

/// The answers of a part, each different one looked at once. The part's first columns are those of
/// [`ANSWERS`].
pub(super) struct Looked<'a> {
    columns: &'a [Texts],
    answers: Vec<Vec<OneAnswer>>,
}

impl<'a> Looked<'a> {
    pub(super) fn at(part: &'a Part) -> Self {
        use ProfileField as F;
        let columns = part.columns.get(1..ANSWERS.len()).unwrap_or_default();
        let fields = [F::Name, F::Title, F::Level, F::Company].iter().zip(columns);
        let answers = fields.map(|(field, texts)| {
            texts.words.iter().map(|word| OneAnswer::to(*field, word)).collect()
        });
        Self { columns: &part.columns, answers: answers.collect() }
    }

    /// The flags of a lead, in the order of their reasons.
    pub(super) fn flags(&self, slot: usize) -> Vec<AnswerFlag> {
        let [name, title, level, company] = [0, 1, 2, 3].map(|at: usize| {
            let code = self.columns[at + 1].codes[slot];
            &self.answers[at][code as usize]
        });
        together(self.columns[0].get(slot), name, title, level, company)
    }
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Census {
    pub(super) leads: u64,
    pub(super) ages: Ages,
    pub(super) profiles: Profiles,
    pub(super) flagged: u64,
    /// Leads by reason, in the order of [`FlagReason::ALL`].
    pub(super) reasons: [u64; FlagReason::ALL.len()],
}

impl Census {
    fn look(&mut self, part: &Part, at: i64) {
        let looked = Looked::at(part);
        let text = |field: LeadField, slot: usize| {
            let column = FIELDS.iter().position(|one| *one == field);
            column.map_or("", |column| part.columns[column].get(slot))
        };
        for slot in part.slots() {
            let flags = looked.flags(slot);
            let known = known(|field| text(field_of(field), slot), &flags);
            let since = since(text(LeadField::Verified, slot), text(LeadField::Created, slot));
            self.leads += 1;
            self.ages.add(known.held(), since.map(|(since, _)| age_days(since, at)));
            self.profiles.add(known);
            self.flagged += u64::from(!flags.is_empty());
            for (reason, count) in FlagReason::ALL.iter().zip(&mut self.reasons) {
                *count += u64::from(flags.iter().any(|flag| flag.reason == *reason));
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        self.leads += other.leads;
        self.ages.merge(&other.ages);
        self.profiles.merge(&other.profiles);
        self.flagged += other.flagged;
        let pairs = self.reasons.iter_mut().zip(other.reasons);
        pairs.for_each(|(count, more)| *count += more);
    }

    /// Counts all leads as of a time, unless that was done before.
    pub(super) fn of(plan: &Plan, view: &Architecture, at: Millis) -> Result<Self> {
        let (name, stamp) = (format!("quality {WAY} {}", at.0), plan.facts_stamp(view)?);
        let kept = plan.kept_figure(&name, &stamp)?;
        // What cannot be read was kept by another version: it is counted anew.
        if let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
            return Ok(kept);
        }
        let wanted = Wanted { fields: &FIELDS, events: false, history: None };
        let counts = scan(plan, wanted, Self::default, |census, part| census.look(part, at.0))?;
        let mut census = Self::default();
        for one in &counts {
            census.merge(one);
        }
        let json =
            serde_json::to_string(&census).map_err(|error| Error::Internal(error.to_string()))?;
        plan.keep_figure(&name, &stamp, json);
        Ok(census)
    }
}
