//! The state of leads in words.

use super::flagged::FlaggedList;
use super::guard::GuardList;
use super::report::QualityReport;
use super::verify::VerifyList;
use crate::hygiene::GroupStock;
use crate::model::Word;

impl QualityReport {
    /// How much holds, how much is flagged and how far profiles have come.
    pub fn in_words(&self) -> String {
        if self.leads == 0 {
            return "No leads were imported yet.".to_owned();
        }
        let (rates, stock) = (&self.settings.rates, &self.stock);
        let mut lines = vec![
            format!("{} leads. What is known of them:", self.leads),
            group("person", &stock.person, Some(rates.person)),
            group("address", &stock.address, Some(rates.address)),
            group("company", &stock.company, Some(rates.company)),
            group("whole leads", &stock.all, None),
            self.flags_in_words(),
        ];
        if self.by_sales > 0 {
            lines.push(format!("{} turned back by sales for bad data.", self.by_sales));
        }
        let profile = &self.profile;
        let (known, complete) = (share(profile.completeness), profile.complete);
        lines.push(format!("Profiles are {known} complete; {complete} of {} wholly.", self.leads));
        lines.extend(profile.fields.iter().map(|one| {
            let field = one.field.as_word();
            format!("  {field}: known of {}, to ask {} next", one.known, one.next)
        }));
        lines.join("\n")
    }

    fn flags_in_words(&self) -> String {
        let counts = self.flags.iter().filter(|one| one.leads > 0);
        let counts: Vec<String> =
            counts.map(|one| format!("{} {}", one.leads, apart(one.reason.as_word()))).collect();
        let told =
            if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
        format!("{} with an answer that is flagged{told}.", self.flagged)
    }
}

fn group(name: &str, stock: &GroupStock, rate: Option<f64>) -> String {
    let dated = stock.leads - stock.undated;
    let held =
        |_| format!("{} expected to hold, {:.0} of {dated} not", share(stock.valid), stock.invalid);
    let told = stock.valid.map_or_else(|| "no data".to_owned(), held);
    let rate = rate.map_or_else(String::new, |rate| format!(" at {rate}% a year"));
    format!("  {name}: {told}{rate}; {} without a date", stock.undated)
}

impl VerifyList {
    /// What to verify first, lead by lead.
    pub fn in_words(&self) -> String {
        let mut lines = vec![format!(
            "To verify first, by score × age, of {} ({} more have no date):",
            self.ranked, self.undated
        )];
        lines.extend(self.rows.iter().map(|row| {
            let name = called(&row.email, &row.name);
            let holds = share(Some(row.valid));
            format!("  {name}: score {:.1}, {} days, {holds} expected to hold", row.score, row.days)
        }));
        lines.join("\n")
    }
}

impl FlaggedList {
    /// What is flagged, lead by lead; empty where nothing is.
    pub fn in_words(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let flags = row.flags.iter();
            let told = flags
                .map(|flag| format!("{} ({})", flag.field.as_word(), apart(flag.reason.as_word())));
            let told: Vec<String> = told.collect();
            format!("  {}: {}", called(&row.email, &row.name), told.join(", "))
        });
        rows.collect::<Vec<_>>().join("\n")
    }
}

impl GuardList {
    /// Who is over the limit, and by what.
    pub fn in_words(&self) -> String {
        if self.known == 0 {
            return "No e-mails to leads were imported yet.".to_owned();
        }
        let limit = self.limit;
        let mut lines = vec![format!(
            "{} of {} leads that were mailed got more than {} e-mails in {} days.",
            self.over, self.mailed, limit.emails, limit.days
        )];
        let named =
            |name: &str| if name.is_empty() { "no campaign".into() } else { name.to_owned() };
        lines.extend(self.campaigns.iter().map(|one| {
            format!("  {}: {} of them, {} e-mails", named(&one.name), one.leads, one.emails)
        }));
        lines.extend(self.rows.iter().map(|row| {
            let by = row.by.iter().map(|one| format!("{} {}", one.emails, named(&one.name)));
            let by = by.collect::<Vec<_>>().join(", ");
            format!("{:>5}  {} ({by})", row.emails, called(&row.email, &row.name))
        }));
        lines.join("\n")
    }
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "no data".to_owned(), |share| format!("{:.1}%", share * 100.0))
}

/// "keyboardRun" as people say it: "keyboard run".
fn apart(word: &str) -> String {
    let letter = |letter: char| {
        if letter.is_uppercase() {
            format!(" {}", letter.to_ascii_lowercase())
        } else {
            letter.to_string()
        }
    };
    word.chars().map(letter).collect()
}

/// What a lead is called: the address, else the name.
fn called<'a>(email: &'a str, name: &'a str) -> &'a str {
    [email, name].into_iter().find(|text| !text.is_empty()).unwrap_or("nobody")
}
