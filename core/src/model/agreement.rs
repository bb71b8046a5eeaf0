//! The agreement between marketing and sales: what each calls a lead, and what each promises (the SLA).

use super::money::check_currency;
use super::text::{check_length, fold, tidy_line, tidy_list, tidy_text};
use super::word::words;
use super::{Architecture, Entity, Fields, LINE_LIMIT, Money, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{AgreementId, EntityKind};
use crate::require;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// An agreement, in force from a month on until the next one is.
pub type Agreement = Entity<AgreementFields>;

words! {
    /// What has to be known of a lead that is handed over.
    ContextField {
        /// The e-mail address.
        Email = "email",
        /// The name.
        Name = "name",
        /// The job title.
        Title = "title",
        /// The level.
        Level = "level",
        /// The company.
        Company = "company",
        /// The industry.
        Industry = "industry",
        /// The country.
        Country = "country",
        /// The persona.
        Persona = "persona",
        /// What content it requested.
        Request = "request",
    }
}

/// What the words of the funnel mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct LeadDefinitions {
    /// Somebody who got in touch.
    pub inquiry: String,
    /// A marketing qualified lead.
    pub mql: String,
    /// A sales accepted lead.
    pub sal: String,
    /// A lead above the threshold.
    pub warm: String,
    /// A lead that asked for sales.
    pub hot: String,
}

/// The ideal customer profile: what an account has to be. A list that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct IdealProfile {
    /// In one of these industries.
    pub industries: Vec<String>,
    /// In one of these countries.
    pub countries: Vec<String>,
    /// With so many people or more.
    pub size_from: Option<u32>,
    /// With so many people or fewer.
    pub size_to: Option<u32>,
    /// What else is to be said of it.
    pub notes: String,
}

impl IdealProfile {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let sizes = self.size_from.is_none() && self.size_to.is_none();
        self.industries.is_empty() && self.countries.is_empty() && sizes
    }

    /// Whether an account fits. `None` = it asks for nothing, or for something that is not known of
    /// the account, while nothing that is known speaks against it.
    pub fn fits(&self, industry: &str, country: &str, size: Option<f64>) -> Option<bool> {
        let of = |list: &[String], text: &str| {
            let folded = fold(text);
            match (list.is_empty(), folded.is_empty()) {
                (true, _) => Some(true),
                (false, true) => None,
                (false, false) => Some(list.iter().any(|one| fold(one) == folded)),
            }
        };
        let least = self.size_from.map(|least| size.map(|size| size >= f64::from(least)));
        let most = self.size_to.map(|most| size.map(|size| size <= f64::from(most)));
        let all = [
            of(&self.industries, industry),
            of(&self.countries, country),
            least.unwrap_or(Some(true)),
            most.unwrap_or(Some(true)),
        ];
        if self.is_empty() {
            None
        } else if all.contains(&Some(false)) {
            Some(false)
        } else if all.contains(&None) {
            None
        } else {
            Some(true)
        }
    }
}

/// What marketing promises, each month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct MarketingPromise {
    /// So many leads are handed over.
    pub leads: Option<u32>,
    /// At least this share of those that are answered is accepted, in percent.
    pub accepted: Option<u32>,
    /// This is known of each of them.
    pub context: Vec<ContextField>,
}

/// What sales promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SalesPromise {
    /// A lead is followed up within so many hours, weekends and holidays not counted.
    pub hours: u32,
    /// A hot lead is followed up within so many working minutes.
    pub hot_minutes: u32,
    /// At least this share of leads is answered, in percent.
    pub answered: Option<u32>,
    /// Each accepted lead is in touch with at least so often …
    pub touches: u32,
    /// … within so many days of the handoff.
    pub days: u32,
}

impl Default for SalesPromise {
    /// 48 hours, a working hour for hot ones (product.md, section 6), three touches in ten days.
    fn default() -> Self {
        Self { hours: 48, hot_minutes: 60, answered: None, touches: 3, days: 10 }
    }
}

/// What a side is to bring, each month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Quota {
    /// So many leads: of marketing those handed over, of sales those accepted.
    pub leads: Option<u32>,
    /// So much revenue won: of marketing from leads it handed over, of sales from all deals.
    pub revenue: Option<Money>,
}

/// What is agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementFields {
    /// The first day of the month from which on it holds.
    pub starts_on: NaiveDate,
    /// What the words mean.
    #[serde(default)]
    pub definitions: LeadDefinitions,
    /// Who is to be won.
    #[serde(default)]
    pub profile: IdealProfile,
    /// What marketing promises.
    #[serde(default)]
    pub marketing: MarketingPromise,
    /// What sales promises.
    #[serde(default)]
    pub sales: SalesPromise,
    /// What marketing is to bring.
    #[serde(default)]
    pub marketing_quota: Quota,
    /// What sales is to bring.
    #[serde(default)]
    pub sales_quota: Quota,
    /// What else is agreed.
    #[serde(default)]
    pub notes: String,
    /// Who signs for marketing.
    #[serde(default)]
    pub marketing_signer: String,
    /// Who signs for sales.
    #[serde(default)]
    pub sales_signer: String,
}

impl Architecture {
    /// The agreement in force on a day; `None` = nothing was agreed by then.
    pub fn agreement_on(&self, day: NaiveDate) -> Option<&Arc<Agreement>> {
        let agreed = self.agreements.iter().filter(|one| one.starts_on <= day);
        agreed.max_by_key(|one| one.starts_on)
    }
}

/// More hours, minutes, touches or days than anybody promises.
const MOST: u32 = 10_000;

impl Fields for AgreementFields {
    type Id = AgreementId;
    const KIND: EntityKind = EntityKind::Agreement;

    fn tidy(&mut self) {
        let LeadDefinitions { inquiry, mql, sal, warm, hot } = &mut self.definitions;
        for text in [inquiry, mql, sal, warm, hot, &mut self.profile.notes, &mut self.notes] {
            tidy_text(text);
        }
        tidy_line(&mut self.marketing_signer);
        tidy_line(&mut self.sales_signer);
        tidy_list(&mut self.profile.industries);
        tidy_list(&mut self.profile.countries);
        self.marketing.context.sort_unstable();
        self.marketing.context.dedup();
    }

    fn check(&self) -> Result<()> {
        require!(self.starts_on.day() == 1, "startsOn", "An agreement starts with a month.");
        self.check_texts()?;
        self.check_numbers()
    }

    fn title(&self) -> String {
        format!("Agreement from {}", self.starts_on.format("%B %Y"))
    }
}

impl AgreementFields {
    fn check_texts(&self) -> Result<()> {
        let LeadDefinitions { inquiry, mql, sal, warm, hot } = &self.definitions;
        for text in [inquiry, mql, sal, warm, hot] {
            check_length("definitions", "A definition", text, TEXT_LIMIT)?;
        }
        check_length("profile", "The note on the profile", &self.profile.notes, TEXT_LIMIT)?;
        for text in self.profile.industries.iter().chain(&self.profile.countries) {
            check_length("profile", "A line of the profile", text, LINE_LIMIT)?;
        }
        check_length("notes", "The notes", &self.notes, TEXT_LIMIT)?;
        check_length("marketingSigner", "A name", &self.marketing_signer, LINE_LIMIT)?;
        check_length("salesSigner", "A name", &self.sales_signer, LINE_LIMIT)
    }

    fn check_numbers(&self) -> Result<()> {
        let SalesPromise { hours, hot_minutes, answered, touches, days } = self.sales;
        let times = [hours, hot_minutes, touches, days];
        let fits = times.iter().all(|number| (1..=MOST).contains(number));
        require!(fits, "sales", "Hours, minutes, touches and days go from 1 to 10,000.");
        let shares = [answered, self.marketing.accepted];
        let share = shares.iter().flatten().all(|share| *share <= 100);
        require!(share, "sales", "A share goes from 0 to 100 %.");
        let sizes = self.profile.size_from.zip(self.profile.size_to);
        let ordered = sizes.is_none_or(|(least, most)| least <= most);
        require!(ordered, "profile", "The least size cannot be above the most.");
        for money in
            [&self.marketing_quota, &self.sales_quota].iter().filter_map(|one| one.revenue.as_ref())
        {
            check_currency(&money.currency)?;
            require!(money.minor >= 0, "revenue", "A quota is not below 0.");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(day: &str) -> AgreementFields {
        serde_json::from_value(serde_json::json!({ "startsOn": day })).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_agreement_starts_with_a_month_and_promises_something_that_can_be() {
        assert_eq!(from("2026-11-01").starts_on, day("2026-11-01"));
        from("2026-11-01").check().unwrap();
        assert!(from("2026-11-02").check().is_err());
        let mut never = from("2026-11-01");
        never.sales.hours = 0;
        assert!(never.check().is_err());
        let mut more = from("2026-11-01");
        more.marketing.accepted = Some(101);
        assert!(more.check().is_err());
        let mut sizes = from("2026-11-01");
        (sizes.profile.size_from, sizes.profile.size_to) = (Some(500), Some(50));
        assert!(sizes.check().is_err());
    }

    #[test]
    fn an_account_fits_does_not_or_is_not_known_to() {
        let profile = IdealProfile {
            industries: vec!["Software".into(), "Banking".into()],
            size_from: Some(50),
            ..IdealProfile::default()
        };
        assert_eq!(profile.fits("software", "", Some(50.0)), Some(true));
        assert_eq!(profile.fits("Software", "", Some(49.0)), Some(false));
        assert_eq!(profile.fits("Farming", "", None), Some(false), "the industry is enough");
        assert_eq!(profile.fits("Software", "", None), None, "the size is not known");
        assert_eq!(IdealProfile::default().fits("Software", "", Some(1.0)), None);
    }
}
