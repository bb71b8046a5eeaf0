//! Answers that cannot be true, and why.

use super::address::{is_disposable, is_role};
use super::ladder::Rung;
use super::runs::{is_digits, is_keyboard_run, is_one_letter};
use super::throwaway::{is_throwaway_local, says_nothing};
use crate::model::text::fold;
use crate::model::{ProfileField, words};
use serde::Serialize;
use ts_rs::TS;

words! {
    /// Why an answer cannot be true, or is nobody's own.
    FlagReason {
        /// It says nothing: "test", "none", "John Doe".
        Throwaway = "throwaway",
        /// It comes from running over the keys: "asdf".
        KeyboardRun = "keyboardRun",
        /// It is digits, or one letter again and again.
        Repeated = "repeated",
        /// The title is the name or the company.
        SaidTwice = "saidTwice",
        /// Title and level cannot both be true.
        TitleAgainstLevel = "titleAgainstLevel",
        /// A role reads the address, not a person.
        RoleAddress = "roleAddress",
        /// The address is one to throw away.
        DisposableAddress = "disposableAddress",
    }
}

impl FlagReason {
    /// Whether the answer tells nothing, so that it is as good as not given.
    pub fn is_no_answer(self) -> bool {
        match self {
            Self::Throwaway | Self::KeyboardRun | Self::Repeated | Self::SaidTwice => true,
            Self::TitleAgainstLevel | Self::RoleAddress | Self::DisposableAddress => false,
        }
    }
}

/// An answer that is flagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
pub struct AnswerFlag {
    /// Why.
    pub reason: FlagReason,
    /// What was answered so.
    pub field: ProfileField,
}

/// What a lead answered; empty where it did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers<'a> {
    /// The e-mail address.
    pub email: &'a str,
    /// The name.
    pub name: &'a str,
    /// The job title.
    pub title: &'a str,
    /// The level.
    pub level: &'a str,
    /// The company.
    pub company: &'a str,
}

/// One answer by itself, looked at once however many gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneAnswer {
    /// What is wrong with it, whatever else was answered.
    reason: Option<FlagReason>,
    /// Its words, folded, with one blank between.
    plain: String,
    rung: Rung,
}

impl OneAnswer {
    /// Looks at an answer to a field.
    pub fn to(field: ProfileField, text: &str) -> Self {
        let plain = plain(text);
        // Dots and dashes alone.
        let says_nothing = plain.is_empty() && !text.trim().is_empty();
        let (reason, rung) = match field {
            ProfileField::Name => (of_text(&plain, 3, true), Rung::default()),
            ProfileField::Title => (of_text(&plain, 2, true), Rung::of_title(&plain)),
            ProfileField::Level => (None, Rung::of_level(&plain)),
            // "3M", "AAA" and "1010" are companies.
            ProfileField::Company => (of_text(&plain, 4, false), Rung::default()),
            ProfileField::Email
            | ProfileField::Industry
            | ProfileField::Country
            | ProfileField::Domain => (None, Rung::default()),
        };
        let reason = reason.or(says_nothing.then_some(FlagReason::Throwaway));
        Self { reason, plain, rung }
    }
}

/// What is wrong with what a lead answered; empty = nothing. Addresses are looked at as they are.
pub fn flags(answers: &Answers<'_>) -> Vec<AnswerFlag> {
    let one = OneAnswer::to;
    together(
        answers.email,
        &one(ProfileField::Name, answers.name),
        &one(ProfileField::Title, answers.title),
        &one(ProfileField::Level, answers.level),
        &one(ProfileField::Company, answers.company),
    )
}

/// What is wrong with an address and with answers that were looked at, in the order of reasons.
pub(crate) fn together(
    email: &str,
    name: &OneAnswer,
    title: &OneAnswer,
    level: &OneAnswer,
    company: &OneAnswer,
) -> Vec<AnswerFlag> {
    let mut flags = Vec::new();
    let mut flag = |reason: Option<FlagReason>, field: ProfileField| {
        flags.extend(reason.map(|reason| AnswerFlag { reason, field }));
    };
    flag(name.reason, ProfileField::Name);
    flag(company.reason, ProfileField::Company);
    let same = |other: &OneAnswer| !title.plain.is_empty() && title.plain == other.plain;
    let twice = (same(name) || same(company)).then_some(FlagReason::SaidTwice);
    flag(title.reason.or(twice), ProfileField::Title);
    let against = title.rung.contradicts(level.rung).then_some(FlagReason::TitleAgainstLevel);
    flag(against, ProfileField::Title);
    if let Some((local, domain)) = email.rsplit_once('@') {
        flag(of_local(local), ProfileField::Email);
        flag(is_role(local).then_some(FlagReason::RoleAddress), ProfileField::Email);
        let disposable = is_disposable(domain).then_some(FlagReason::DisposableAddress);
        flag(disposable, ProfileField::Email);
    }
    flags.sort_unstable();
    flags
}

/// What is wrong with words, folded. One letter counts from so many times on.
fn of_text(plain: &str, least: usize, digits_are_wrong: bool) -> Option<FlagReason> {
    if plain.is_empty() {
        return None;
    }
    let words: Vec<&str> = plain.split(' ').collect();
    if says_nothing(&words) {
        Some(FlagReason::Throwaway)
    } else if words.iter().all(|word| is_keyboard_run(word)) && !is_digits(plain) {
        Some(FlagReason::KeyboardRun)
    } else if is_one_letter(plain, least) || digits_are_wrong && is_digits(plain) {
        Some(FlagReason::Repeated)
    } else {
        None
    }
}

/// What is wrong with what stands before the `@`. Digits are usual with some providers.
fn of_local(local: &str) -> Option<FlagReason> {
    if is_throwaway_local(local) {
        Some(FlagReason::Throwaway)
    } else if is_keyboard_run(local) && !is_digits(local) {
        Some(FlagReason::KeyboardRun)
    } else if is_one_letter(local, 3) && !is_digits(local) {
        Some(FlagReason::Repeated)
    } else {
        None
    }
}

/// The words of a text, folded, with one blank between.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
