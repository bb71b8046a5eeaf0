//! The accounts that leads belong to, by domain and by name.

use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::field::AccountField;
use crate::model::text::fold;
use crate::model::{Architecture, IdealProfile};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use chrono_tz::Tz;
use std::collections::HashMap;

const FIELDS: [AccountField; 6] = [
    AccountField::Name,
    AccountField::Domain,
    AccountField::Industry,
    AccountField::Country,
    AccountField::Size,
    AccountField::Fits,
];

/// What is known of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) industry: String,
    pub(super) country: String,
    pub(super) size: String,
    pub(super) fits: String,
}

/// All accounts.
#[derive(Clone, Debug, Default)]
pub(super) struct Accounts {
    all: Vec<Account>,
    by_name: HashMap<String, usize>,
    by_domain: HashMap<String, usize>,
    /// What an account has to be, as agreed.
    profile: IdealProfile,
}

impl Accounts {
    /// Those that were imported.
    pub(super) fn of(plan: &Plan) -> Result<Self> {
        let mut accounts = Self { profile: agreed(&plan.view()), ..Self::default() };
        plan.read_facts(1, |facts, sessions| {
            let wanted = Wanted { fields: &FIELDS, events: false, history: None };
            facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
                for slot in 0..part.size {
                    let said = |at: usize| part.columns[at].get(slot).to_owned();
                    let at = accounts.all.len();
                    accounts.all.push(Account {
                        industry: said(2),
                        country: said(3),
                        size: said(4),
                        fits: said(5),
                    });
                    accounts.name(&said(0), &said(1), at);
                }
            })
        })?;
        Ok(accounts)
    }

    fn name(&mut self, name: &str, domain: &str, at: usize) {
        if !name.is_empty() {
            self.by_name.entry(fold(name)).or_insert(at);
        }
        let domain = host(domain);
        if !domain.is_empty() {
            self.by_domain.entry(domain).or_insert(at);
        }
    }

    /// Whether none was imported, so that leads alone tell what is known of theirs.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether nothing is known of what an account has to be: none was imported, and nothing is agreed.
    pub(super) fn tell_nothing(&self) -> bool {
        self.is_empty() && self.profile.is_empty()
    }

    /// Whether an account fits: yes, no, or blank where nobody knows. What a file says goes before
    /// what the agreed profile makes of it; `lead` = industry and country as the lead says.
    pub(super) fn fits(&self, account: Option<&Account>, lead: [&str; 2]) -> String {
        let said = account.map_or("", |account| &account.fits);
        if !said.is_empty() {
            return said.to_owned();
        }
        let of = |text: Option<&String>, lead: &str| {
            text.filter(|text| !text.is_empty()).map_or_else(|| lead.to_owned(), Clone::clone)
        };
        let industry = of(account.map(|one| &one.industry), lead[0]);
        let country = of(account.map(|one| &one.country), lead[1]);
        let size = account.and_then(|one| people(&one.size));
        match self.profile.fits(&industry, &country, size) {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => String::new(),
        }
    }

    /// The account of that domain or address of a site.
    pub(super) fn of_domain(&self, domain: &str) -> Option<&Account> {
        self.by_domain.get(&host(domain)).map(|at| &self.all[*at])
    }

    /// The account of that name.
    pub(super) fn of_name(&self, name: &str) -> Option<&Account> {
        self.by_name.get(&fold(name)).map(|at| &self.all[*at])
    }
}

/// The profile agreed by the newest time in the files.
fn agreed(plan: &Architecture) -> IdealProfile {
    let zone = plan.workspace().ok().and_then(|one| one.time_zone.parse().ok());
    let day = newest(plan).map(|at| at.day_in(zone.unwrap_or(Tz::UTC)));
    let agreement = day.and_then(|day| plan.agreement_on(day));
    agreement.map_or_else(IdealProfile::default, |one| one.profile.clone())
}

/// How many people a size tells of: of a range its lower end. One in thousands ("5k") tells nothing.
fn people(size: &str) -> Option<f64> {
    let size = size.trim_start();
    let end = size.find(|one: char| !one.is_ascii_digit() && !",. '".contains(one));
    let (told, rest) = size.split_at(end.unwrap_or(size.len()));
    if rest.starts_with(['k', 'K', 'm', 'M']) && !told.ends_with(' ') {
        return None;
    }
    let digits: String = told.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The host of an address, without `www.`.
fn host(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_goes_before_the_agreed_profile() {
        let profile = IdealProfile {
            industries: vec!["Software".into()],
            size_from: Some(50),
            ..IdealProfile::default()
        };
        let accounts = Accounts { profile, ..Accounts::default() };
        let account = |industry: &str, size: &str, fits: &str| Account {
            industry: industry.into(),
            size: size.into(),
            fits: fits.into(),
            ..Account::default()
        };
        let fits = |account: &Account, lead| accounts.fits(Some(account), [lead, ""]);
        assert_eq!(fits(&account("Farming", "51-200", "yes"), ""), "yes", "the file says so");
        assert_eq!(fits(&account("software", "51-200", ""), ""), "yes");
        assert_eq!(fits(&account("software", "11-50", ""), ""), "no");
        assert_eq!(fits(&account("", "1,001+", ""), "Software"), "yes", "as the lead says");
        assert_eq!(fits(&account("software", "", ""), ""), "", "the size is not known");
        assert_eq!(accounts.fits(None, ["Farming", ""]), "no");
        assert_eq!(Accounts::default().fits(None, ["Farming", ""]), "", "nothing is agreed");
    }

    #[test]
    fn sizes_are_told_in_many_ways() {
        let told = ["200", "51-200", "1,001-5,000", "200 employees", "10000+", "5k", "many", ""];
        let people = told.map(people);
        let known = [Some(200.0), Some(51.0), Some(1_001.0), Some(200.0), Some(10_000.0)];
        assert_eq!(people[..5], known);
        assert_eq!(people[5..], [None, None, None]);
    }
}
