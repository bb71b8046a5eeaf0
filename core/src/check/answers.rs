//! What each side says of a placement, and what follows from both.

use crate::id::{MemberId, PlacementId, VerdictId};
use crate::model::{Answer, Architecture, Millis, Side, Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one side says: its latest yes, partly or no, and the unsure it has given since.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standpoint<'a> {
    /// The latest yes, partly or no of any of its members.
    pub settled: Option<&'a Verdict>,
    /// The latest unsure, while nothing settled came after it: to be asked again.
    pub unsure: Option<&'a Verdict>,
}

/// The standpoints of both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answers<'a> {
    /// Strategists and reviewers.
    pub marketing: Standpoint<'a>,
    /// Sales.
    pub sales: Standpoint<'a>,
}

impl<'a> Standpoint<'a> {
    /// The settled answer.
    pub fn answer(&self) -> Option<Answer> {
        self.settled.map(|verdict| verdict.answer)
    }

    fn hear(&mut self, verdict: &'a Verdict) {
        let unsure = verdict.answer == Answer::Unsure;
        let slot = if unsure { &mut self.unsure } else { &mut self.settled };
        if slot.is_none_or(|earlier| moment(earlier) < moment(verdict)) {
            *slot = Some(verdict);
        }
        if let Some(settled) = self.settled {
            self.unsure = self.unsure.filter(|unsure| moment(unsure) > moment(settled));
        }
    }
}

/// Later answers are greater; answers of the same instant go by their id.
fn moment(verdict: &Verdict) -> (Millis, VerdictId) {
    (verdict.answered_at, verdict.id)
}

impl<'a> Answers<'a> {
    /// Takes in one answer; the order in which answers are taken in does not matter.
    pub fn hear(&mut self, verdict: &'a Verdict) {
        match verdict.side {
            Side::Marketing => self.marketing.hear(verdict),
            Side::Sales => self.sales.hear(verdict),
        }
    }

    /// The standpoint of one side.
    pub fn of(&self, side: Side) -> &Standpoint<'a> {
        match side {
            Side::Marketing => &self.marketing,
            Side::Sales => &self.sales,
        }
    }

    /// Sales' answer where there is one, else marketing's; `None` = unchecked.
    pub fn effective(&self) -> Option<Answer> {
        self.sales.answer().or(self.marketing.answer())
    }

    /// Both sides answered and differ.
    pub fn disagree(&self) -> bool {
        let (marketing, sales) = (self.marketing.answer(), self.sales.answer());
        marketing.is_some() && sales.is_some() && marketing != sales
    }
}

/// What both sides say of a placement.
pub fn answers(architecture: &Architecture, placement: PlacementId) -> Answers<'_> {
    let mut answers = Answers::default();
    for id in architecture.index.verdicts_on(placement) {
        if let Some(verdict) = architecture.verdicts.get(id) {
            answers.hear(verdict);
        }
    }
    answers
}

/// One answer with the names of who gave and entered it: "MR for A. Kim".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GivenAnswer {
    /// The answer's id.
    pub verdict_id: VerdictId,
    /// The answer.
    pub answer: Answer,
    /// Whose it is.
    pub member_id: MemberId,
    /// Their name.
    pub member: String,
    /// Who entered it, where that was somebody else.
    pub entered_by: Option<String>,
    /// Why.
    pub reason: String,
    /// When.
    pub answered_at: Millis,
}

/// What one side says, for people to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SideCheck {
    /// The side's answer.
    pub answer: Option<GivenAnswer>,
    /// An unsure given after it: to be asked again.
    pub unsure: Option<GivenAnswer>,
}

/// The deal check of one placement, for people to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DealCheck {
    /// What marketing says.
    pub marketing: SideCheck,
    /// What sales says.
    pub sales: SideCheck,
    /// The verdict that counts; `None` = unchecked.
    pub effective: Option<Answer>,
    /// Both answered and differ.
    pub disagreement: bool,
}

/// The deal check of a placement, with names and reasons.
pub fn deal_check(architecture: &Architecture, placement: PlacementId) -> DealCheck {
    let answers = answers(architecture, placement);
    let side = |standpoint: &Standpoint<'_>| SideCheck {
        answer: standpoint.settled.map(|verdict| given(architecture, verdict)),
        unsure: standpoint.unsure.map(|verdict| given(architecture, verdict)),
    };
    DealCheck {
        marketing: side(&answers.marketing),
        sales: side(&answers.sales),
        effective: answers.effective(),
        disagreement: answers.disagree(),
    }
}

fn given(architecture: &Architecture, verdict: &Verdict) -> GivenAnswer {
    let name = |id| architecture.members.get(id).map(|member| member.name.clone());
    let for_another = verdict.entered_by != verdict.member_id;
    GivenAnswer {
        verdict_id: verdict.id,
        answer: verdict.answer,
        member_id: verdict.member_id,
        member: name(verdict.member_id).unwrap_or_default(),
        entered_by: for_another.then(|| name(verdict.entered_by)).flatten(),
        reason: verdict.reason.clone(),
        answered_at: verdict.answered_at,
    }
}
