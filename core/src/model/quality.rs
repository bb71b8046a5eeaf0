//! How the workspace keeps its leads in order: how fast what is known goes bad, how many e-mails a
//! lead may get, whether e-mails can arrive, and what is asked of leads in which order.

use super::word::words;
use crate::error::Result;
use crate::require;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// Fields of a lead that go bad together.
    FieldGroup {
        /// Name, title and level.
        Person = "person",
        /// The e-mail address.
        Address = "address",
        /// Company, industry, country and site.
        Company = "company",
    }
}

words! {
    /// A field that can be asked of a lead.
    ProfileField {
        /// The e-mail address.
        Email = "email",
        /// First and last name.
        Name = "name",
        /// The job title.
        Title = "title",
        /// The company.
        Company = "company",
        /// The level.
        Level = "level",
        /// The company's industry.
        Industry = "industry",
        /// The country.
        Country = "country",
        /// The domain or address of the company's site.
        Domain = "domain",
    }
}

impl ProfileField {
    /// The group it goes bad with.
    pub fn group(self) -> FieldGroup {
        match self {
            Self::Email => FieldGroup::Address,
            Self::Name | Self::Title | Self::Level => FieldGroup::Person,
            Self::Company | Self::Industry | Self::Country | Self::Domain => FieldGroup::Company,
        }
    }
}

/// Of what is known of leads so much goes bad in a year, in per cent (0–99), by group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DecayRates {
    /// Name, title and level.
    pub person: f64,
    /// The e-mail address.
    pub address: f64,
    /// Company, industry, country and site.
    pub company: f64,
}

/// What goes bad in a year unless set otherwise, in per cent: of a database of companies' people
/// (Hidalgo, Driving Demand).
const USUAL_RATE: f64 = 30.0;

impl Default for DecayRates {
    fn default() -> Self {
        Self { person: USUAL_RATE, address: USUAL_RATE, company: USUAL_RATE }
    }
}

impl DecayRates {
    /// The share of a group that goes bad in a year, 0–1.
    pub fn share(&self, group: FieldGroup) -> f64 {
        let percent = match group {
            FieldGroup::Person => self.person,
            FieldGroup::Address => self.address,
            FieldGroup::Company => self.company,
        };
        percent / 100.0
    }
}

/// At most so many e-mails a lead in so many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EmailLimit {
    /// So many e-mails (1–1,000).
    pub emails: u32,
    /// In so many days of 24 hours (1–366).
    pub days: u32,
}

impl Default for EmailLimit {
    fn default() -> Self {
        Self { emails: 2, days: 7 }
    }
}

/// Something that must be in order for e-mails to arrive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadinessCheck {
    /// Whether it was in order when it was checked.
    pub ok: bool,
    /// The day on which it was checked last; `None` = it never was.
    pub checked_on: Option<NaiveDate>,
}

/// What must be in order for e-mails to arrive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EmailReadiness {
    /// The domain is on the list of those that receivers let through.
    pub domain_whitelisted: ReadinessCheck,
    /// Neither domain nor address of the sender is on a blacklist.
    pub not_blacklisted: ReadinessCheck,
    /// E-mails go out from an IP address that nobody else sends from.
    pub dedicated_ip: ReadinessCheck,
    /// The privacy policy is up to date.
    pub privacy_policy: ReadinessCheck,
}

impl EmailReadiness {
    /// All of them.
    pub fn checks(&self) -> [ReadinessCheck; 4] {
        [self.domain_whitelisted, self.not_blacklisted, self.dedicated_ip, self.privacy_policy]
    }
}

/// How the workspace keeps its leads in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QualitySettings {
    /// How fast what is known goes bad.
    pub rates: DecayRates,
    /// How many e-mails a lead may get.
    pub guard: EmailLimit,
    /// Whether e-mails can arrive.
    pub readiness: EmailReadiness,
    /// What is asked of leads, in this order: e-mail and name first, no field twice.
    pub profile: Vec<ProfileField>,
}

impl Default for QualitySettings {
    fn default() -> Self {
        use ProfileField as F;
        Self {
            rates: DecayRates::default(),
            guard: EmailLimit::default(),
            readiness: EmailReadiness::default(),
            profile: vec![
                F::Email,
                F::Name,
                F::Title,
                F::Company,
                F::Level,
                F::Industry,
                F::Country,
            ],
        }
    }
}

impl QualitySettings {
    /// Puts e-mail and name first, and drops what comes twice.
    pub(super) fn tidy(&mut self) {
        let asked = std::mem::take(&mut self.profile);
        for field in [ProfileField::Email, ProfileField::Name].into_iter().chain(asked) {
            if !self.profile.contains(&field) {
                self.profile.push(field);
            }
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        let DecayRates { person, address, company } = self.rates;
        let rate = |rate: f64| (0.0..=99.0).contains(&rate);
        let rates = [person, address, company].into_iter().all(rate);
        require!(rates, "quality", "What goes bad in a year is between 0 and 99 per cent.");
        let emails = (1..=1_000).contains(&self.guard.emails);
        require!(emails, "quality", "A lead may get from 1 to 1,000 e-mails.");
        let days = (1..=366).contains(&self.guard.days);
        require!(days, "quality", "E-mails are counted over 1 to 366 days.");
        let dated = |check: &ReadinessCheck| !check.ok || check.checked_on.is_some();
        let dated = self.readiness.checks().iter().all(dated);
        require!(dated, "quality", "What is in order was checked on a day.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_and_name_are_asked_first_and_nothing_twice() {
        use ProfileField as F;
        let mut settings = QualitySettings {
            profile: vec![F::Title, F::Name, F::Country, F::Title],
            ..QualitySettings::default()
        };
        settings.tidy();
        assert_eq!(settings.profile, [F::Email, F::Name, F::Title, F::Country]);
        assert!(settings.check().is_ok());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let with = |change: fn(&mut QualitySettings)| {
            let mut settings = QualitySettings::default();
            change(&mut settings);
            settings.check().is_err()
        };
        assert!(with(|settings| settings.rates.person = 100.0));
        assert!(with(|settings| settings.rates.company = f64::NAN));
        assert!(with(|settings| settings.guard.emails = 0));
        assert!(with(|settings| settings.guard.days = 367));
        assert!(with(|settings| settings.readiness.dedicated_ip.ok = true));
        assert!(!with(|_| ()));
    }

    #[test]
    fn a_setting_that_nobody_made_is_the_usual_one() {
        let none: QualitySettings = serde_json::from_str("{}").unwrap();
        assert_eq!(none, QualitySettings::default());
        let some: QualitySettings = serde_json::from_str(r#"{"rates":{"company":22.5}}"#).unwrap();
        assert_eq!((some.rates.person, some.rates.company), (30.0, 22.5));
    }
}
