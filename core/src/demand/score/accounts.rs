//! The accounts that leads belong to, by domain and by name.

use crate::error::Result;
use crate::facts::field::AccountField;
use crate::model::text::fold;
use crate::plan::Plan;
use crate::plan::facts::Wanted;
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
}

impl Accounts {
    /// Those that were imported.
    pub(super) fn of(plan: &Plan) -> Result<Self> {
        let mut accounts = Self::default();
        plan.read_facts(1, |facts, sessions| {
            let wanted = Wanted { fields: &FIELDS, events: false };
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

    /// Whether none was imported.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
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

/// The host of an address, without `www.`.
fn host(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
