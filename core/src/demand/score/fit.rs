//! Points for who a lead is: its person and its account.

use super::accounts::{Account, Accounts};
use crate::demand::persona::Personas;
use crate::facts::field::LeadField;
use crate::facts::texts::Texts;
use crate::id::EntityId;
use crate::model::text::fold;
use crate::model::{FieldRule, FieldTest, ScoreSide, ScoredField, ScoringRecipe};

/// The fields of a lead that rules may ask for, in the order in which [`Fits`] wants them.
pub(super) const ASKED: [LeadField; 8] = [
    LeadField::Title,
    LeadField::Level,
    LeadField::Company,
    LeadField::Domain,
    LeadField::Industry,
    LeadField::Country,
    LeadField::Source,
    LeadField::Consent,
];

/// What is known of a lead, as rules ask for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub(super) texts: [&'a str; ASKED.len()],
}

impl<'a> Known<'a> {
    /// What the columns of a part say of a lead.
    pub(super) fn of(columns: &'a [Texts], slot: usize) -> Self {
        let mut texts = [""; ASKED.len()];
        for (text, column) in texts.iter_mut().zip(columns) {
            *text = column.get(slot);
        }
        Self { texts }
    }

    fn get(&self, field: LeadField) -> &'a str {
        ASKED.iter().position(|asked| *asked == field).map_or("", |at| self.texts[at])
    }

    pub(super) fn title(&self) -> &'a str {
        self.get(LeadField::Title)
    }

    /// Whether it said that it does not want to be written to.
    pub(super) fn is_barred(&self) -> bool {
        self.get(LeadField::Consent) == "no"
    }
}

/// What the words of the columns of a part earn, column by column.
pub(super) struct ByWord {
    points: Vec<Vec<f64>>,
    /// Whether accounts earn something besides.
    asks_accounts: bool,
}

/// Tells the points of leads.
pub(super) struct Fits<'a> {
    rules: &'a [FieldRule],
    accounts: &'a Accounts,
}

impl<'a> Fits<'a> {
    pub(super) fn of(recipe: &'a ScoringRecipe, accounts: &'a Accounts) -> Self {
        Self { rules: &recipe.fields, accounts }
    }

    /// Points of the person and of the account.
    pub(super) fn points(&self, known: &Known<'_>, personas: &mut Personas) -> (f64, f64) {
        let (mut person, mut account) = (0.0, 0.0);
        let company = self.account(known);
        for rule in self.rules {
            if self.meets(rule, known, company, personas) {
                match rule.side {
                    ScoreSide::Person => person += f64::from(rule.points),
                    ScoreSide::Account => account += f64::from(rule.points),
                }
            }
        }
        (person, account)
    }

    /// What the words of each column of a part earn by themselves, so that no word is looked at twice.
    pub(super) fn by_word(&self, columns: &[Texts], personas: &mut Personas) -> ByWord {
        let mut points = Vec::with_capacity(columns.len().min(ASKED.len()));
        for (field, texts) in ASKED.iter().zip(columns) {
            let rules = || self.rules.iter().filter(|rule| self.column(rule) == Some(*field));
            let earned = |word: &str| {
                let mut known = Known { texts: [""; ASKED.len()] };
                known.texts[points.len()] = word;
                let met = rules().filter(|rule| self.meets(rule, &known, None, &mut *personas));
                met.map(|rule| f64::from(rule.points)).sum()
            };
            let words = if rules().next().is_none() { 0 } else { texts.words.len() };
            let words = texts.words.iter().take(words);
            let earned: Vec<f64> = words.map(earned).collect();
            points.push(earned);
        }
        let asks_accounts = self.rules.iter().any(|rule| self.column(rule).is_none());
        ByWord { points, asks_accounts: asks_accounts && !self.accounts.tell_nothing() }
    }

    /// The points of person and account of a lead of a part together.
    pub(super) fn together(
        &self,
        by_word: &ByWord,
        columns: &[Texts],
        slot: usize,
        personas: &mut Personas,
    ) -> f64 {
        let mut sum = 0.0;
        for (points, texts) in by_word.points.iter().zip(columns) {
            let code = texts.codes.get(slot).map_or(0, |code| *code as usize);
            sum += points.get(code).copied().unwrap_or(0.0);
        }
        if by_word.asks_accounts {
            let known = Known::of(columns, slot);
            let company = self.account(&known);
            let rules = self.rules.iter().filter(|rule| self.column(rule).is_none());
            let met = rules.filter(|rule| self.meets(rule, &known, company, &mut *personas));
            sum += met.map(|rule| f64::from(rule.points)).sum::<f64>();
        }
        sum
    }

    /// The column whose words alone decide a rule; `None` where the account has a say.
    fn column(&self, rule: &FieldRule) -> Option<LeadField> {
        match rule.field {
            ScoredField::Persona | ScoredField::Title => Some(LeadField::Title),
            ScoredField::Level => Some(LeadField::Level),
            ScoredField::Company => Some(LeadField::Company),
            ScoredField::Source => Some(LeadField::Source),
            ScoredField::Industry if self.accounts.is_empty() => Some(LeadField::Industry),
            ScoredField::Country if self.accounts.is_empty() => Some(LeadField::Country),
            ScoredField::Industry
            | ScoredField::Country
            | ScoredField::Size
            | ScoredField::Fits => None,
        }
    }

    /// The rules that a lead meets, by their places, and what each found.
    pub(super) fn met(&self, known: &Known<'_>, personas: &mut Personas) -> Vec<(usize, String)> {
        let company = self.account(known);
        let rules = self.rules.iter().enumerate();
        let mut met = Vec::new();
        for (at, rule) in rules {
            if self.meets(rule, known, company, personas) {
                met.push((at, self.value(rule, known, company, personas)));
            }
        }
        met
    }

    fn account(&self, known: &Known<'_>) -> Option<&'a Account> {
        let domain = known.get(LeadField::Domain);
        let by_domain = if domain.is_empty() { None } else { self.accounts.of_domain(domain) };
        by_domain.or_else(|| self.accounts.of_name(known.get(LeadField::Company)))
    }

    fn meets(
        &self,
        rule: &FieldRule,
        known: &Known<'_>,
        company: Option<&Account>,
        personas: &mut Personas,
    ) -> bool {
        let value = self.value(rule, known, company, personas);
        match rule.test {
            FieldTest::Known => !value.is_empty(),
            FieldTest::Is => rule.values.iter().any(|one| fold(one) == fold(&value)),
            FieldTest::Contains => {
                let value = fold(&value);
                rule.values.iter().any(|one| !one.is_empty() && value.contains(&fold(one)))
            }
            FieldTest::AtLeast => {
                let least = rule.values.first().and_then(|least| least.parse::<f64>().ok());
                let told = value.replace([',', ' '], "").parse::<f64>().ok();
                least.zip(told).is_some_and(|(least, told)| told >= least)
            }
        }
    }

    /// What a rule looks at; of a persona its id.
    fn value(
        &self,
        rule: &FieldRule,
        known: &Known<'_>,
        company: Option<&Account>,
        personas: &mut Personas,
    ) -> String {
        let of_account =
            |of: fn(&Account) -> &String| company.map(of).filter(|one| !one.is_empty());
        let told = |field: LeadField| known.get(field).to_owned();
        match rule.field {
            ScoredField::Persona => {
                let persona = personas.of_title(known.title());
                persona.map(|id| id.uuid().to_string()).unwrap_or_default()
            }
            ScoredField::Title => told(LeadField::Title),
            ScoredField::Level => told(LeadField::Level),
            ScoredField::Company => told(LeadField::Company),
            ScoredField::Source => told(LeadField::Source),
            ScoredField::Industry => of_account(|one| &one.industry)
                .cloned()
                .unwrap_or_else(|| told(LeadField::Industry)),
            ScoredField::Country => {
                of_account(|one| &one.country).cloned().unwrap_or_else(|| told(LeadField::Country))
            }
            ScoredField::Size => of_account(|one| &one.size).cloned().unwrap_or_default(),
            ScoredField::Fits => {
                let lead = [known.get(LeadField::Industry), known.get(LeadField::Country)];
                self.accounts.fits(company, lead)
            }
        }
    }
}
