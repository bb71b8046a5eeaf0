//! What the corpus cost and whose it is, as files: the accounts and amounts of its deals, what its content
//! was shown and cost, its programmes, personas and rates, and what a customer is worth.

use std::io;
use std::path::{Path, PathBuf};

use super::{BEFORE, Calendar, DAYS, Sales, Words, one_in, put};
use crate::work::Dice;

const DEALS: &str = "Deal ID,Deal Name,Company Name,Amount,Currency,Create Date\n";
const ADS: &str = "Start Date,Date,Channel,Content,Campaign,Impressions,Cost,Currency\n";
const CONTENT: &str = "Title,Status,Published,Cost\n";
const PROGRAMMES: &str = "Programme,Campaigns,Month,Cost,Currency\n";
/// Of equally long ones that further up counts, as of a chief of sales.
const PERSONAS: &str = "Persona,Pattern\nBuyer,Chief\nBuyer,VP\nSeller,Sales\nGuardian,secur*\nMaker,Dir\n\
                        Maker,Mgr Data\n";
/// The rates of a currency hold from a day in the middle of a month; the pound has none.
const RATES: &str = "Currency,On,Rate\nUSD,2016-03-15,0.875\nUSD,2016-05-20,0.75\n";
const TERMS: &str = "Margin,Retention,Discount,Years\n0.6,0.85,0.1,4\n";

/// Where content was shown.
const SHOWN: [&str; 4] = ["Paid", "Social", "Display", "Search"];
/// Shown, and asked for by nobody.
const FLYER: &str = "Flyer";
/// One in so many pieces is not in the plan.
const UNPLANNED: usize = 4;
/// Campaigns by programme. The last lists none: it is that of its name.
const LISTED: [(&str, &str); 6] = [
    ("Spring", "Mail 0;mail 1;MAIL 2"),
    ("Summer", "Mail 3"),
    ("Partners", "Mail 4;Mail 5"),
    ("Unspent", "Mail 6;Mail 7"),
    ("Unpriced", "Mail 8"),
    ("Mail 9", ""),
];
/// The campaigns that ads belong to.
const ADVERTISED: usize = 12;
const CURRENCIES: [&str; 6] = ["EUR", "EUR", "", "USD", "USD", "GBP"];
const MONTHS: usize = 18;

/// Files of what was spent.
#[derive(Clone, Debug)]
pub struct Spending {
    /// Whose deals are, and what they are worth.
    pub accounts: Vec<u8>,
    /// What content and campaigns showed and cost.
    pub ads: Vec<u8>,
    /// What content cost to make, and when it came out.
    pub content: Vec<u8>,
    /// Programmes with their campaigns, by month what they cost.
    pub programmes: Vec<u8>,
}

impl Spending {
    /// Of the deals of the first so many people of a corpus.
    pub fn of(sales: &Sales, leads: usize, seed: u64) -> Self {
        let (words, calendar) = (Words::new(), Calendar::new());
        let mut dice = Dice::of_step(seed, 0x5BE4D);
        let mut all = Self {
            accounts: DEALS.into(),
            ads: ADS.into(),
            content: CONTENT.into(),
            programmes: PROGRAMMES.into(),
        };
        for deal in sales.deals.split(|byte| *byte == b'\n').skip(1) {
            all.account(deal, (&words, leads, seed), &mut dice);
        }
        for week in 0..DAYS / 7 {
            all.week(BEFORE + 7 * week, (&words, &calendar), &mut dice);
        }
        for day in (BEFORE..BEFORE + DAYS).step_by(3) {
            all.campaign(day, &calendar, &mut dice);
        }
        all.pieces(&words, &calendar, &mut dice);
        all.months(&mut dice);
        all
    }

    /// Most deals have an account, some of them in capitals. The last deal is told as of the last second,
    /// so that what is told here of the others is as new as the list of deals.
    fn account(
        &mut self,
        deal: &[u8],
        (words, leads, seed): (&Words, usize, u64),
        dice: &mut Dice,
    ) {
        let cells: Vec<&str> = std::str::from_utf8(deal).unwrap_or_default().split(',').collect();
        let &[id, name, _, amount, _, opened, closed, _] = cells.as_slice() else { return };
        let line = &mut self.accounts;
        put(line, &[id, ",", name, ","]);
        let start = line.len();
        if !one_in(dice, 8) {
            words.company(words.lead(seed, dice.below(leads)).company, line);
        }
        if one_in(dice, 10) {
            line[start..].make_ascii_uppercase();
        }
        let currency =
            if one_in(dice, 6) { CURRENCIES[dice.below(CURRENCIES.len())] } else { "EUR" };
        let opened = if id == "D0" { closed } else { opened };
        put(line, &[",", amount, ",", currency, ",", opened, "\n"]);
    }

    /// Days of channels of a week, by piece.
    fn week(&mut self, first: usize, (words, calendar): (&Words, &Calendar), dice: &mut Dice) {
        for channel in SHOWN {
            self.shown((first, first + 6), [channel, FLYER, ""], calendar, dice);
            let from = dice.below(words.contents.len());
            for piece in from..words.contents.len().min(from + 4) {
                let title = &words.contents[piece];
                let is_planned = piece % UNPLANNED != 0;
                let title = if is_planned && dice.happens(20) {
                    title.to_uppercase()
                } else {
                    title.clone()
                };
                self.shown((first, first + 6), [channel, &title, ""], calendar, dice);
            }
        }
    }

    fn campaign(&mut self, day: usize, calendar: &Calendar, dice: &mut Dice) {
        let campaign = format!("Mail {}", dice.below(ADVERTISED));
        let channel = SHOWN[dice.below(SHOWN.len())];
        self.shown((day, day), [channel, "", &campaign], calendar, dice);
    }

    /// Some say no cost; all those of one programme do not.
    fn shown(
        &mut self,
        (first, last): (usize, usize),
        [channel, piece, campaign]: [&str; 3],
        calendar: &Calendar,
        dice: &mut Dice,
    ) {
        let line = &mut self.ads;
        calendar.write_day(first, line);
        line.push(b',');
        calendar.write_day(last, line);
        let impressions = format!("{}", dice.below(30_000));
        put(line, &[",", channel, ",", piece, ",", campaign, ",", &impressions, ","]);
        let currency = CURRENCIES[dice.below(CURRENCIES.len())];
        if campaign == "Mail 8" || one_in(dice, 9) {
            return put(line, &[",\n"]);
        }
        put(line, &[&amount(2_000, dice), ",", currency, "\n"]);
    }

    /// What each piece of the plan cost to make.
    fn pieces(&mut self, words: &Words, calendar: &Calendar, dice: &mut Dice) {
        let planned = words.contents.iter().enumerate().filter(|(at, _)| at % UNPLANNED != 0);
        let titles: Vec<&str> = planned.map(|(_, title)| title.as_str()).chain([FLYER]).collect();
        for title in titles {
            let line = &mut self.content;
            let status = ["Published", "Published", "Retired", "In production"][dice.below(4)];
            put(line, &[title, ",", status, ","]);
            if status != "In production" {
                calendar.write_day(BEFORE + dice.below(DAYS), line);
            }
            line.push(b',');
            if !one_in(dice, 6) {
                let currency = ["EUR", "USD", "GBP"][dice.below(8).saturating_sub(5)];
                put(line, &[&amount(9_000, dice), " ", currency]);
            }
            line.push(b'\n');
        }
    }

    /// What programmes cost by month, some of it unknown, those of one in a currency whose rate changes
    /// within a month.
    fn months(&mut self, dice: &mut Dice) {
        for (name, campaigns) in LISTED {
            for nth in 0..MONTHS {
                let (year, month) = (2015 + (6 + nth) / 12, (6 + nth) % 12 + 1);
                let day = format!("{year}-{month:02}-01");
                put(&mut self.programmes, &[name, ",", campaigns, ",", &day, ","]);
                let told = match name {
                    "Unspent" | "Unpriced" => None,
                    "Summer" => Some("USD"),
                    _ => dice.happens(60).then(|| CURRENCIES[dice.below(CURRENCIES.len())]),
                };
                if let Some(currency) = told {
                    let currency = if currency.is_empty() { "EUR" } else { currency };
                    put(&mut self.programmes, &[&amount(9_000, dice), ",", currency, "\n"]);
                } else {
                    put(&mut self.programmes, &[",\n"]);
                }
            }
        }
    }

    /// Writes the files into a folder, those of facts alone to be imported as such: accounts, ads.
    pub fn write(&self, folder: &Path) -> io::Result<[PathBuf; 2]> {
        let plan = [
            ("content.csv", self.content.as_slice()),
            ("programmes.csv", self.programmes.as_slice()),
            ("personas.csv", PERSONAS.as_bytes()),
            ("rates.csv", RATES.as_bytes()),
            ("terms.csv", TERMS.as_bytes()),
        ];
        for (name, bytes) in plan {
            std::fs::write(folder.join(name), bytes)?;
        }
        let files = ["accounts.csv", "ads.csv"].map(|name| folder.join(name));
        std::fs::write(&files[0], &self.accounts)?;
        std::fs::write(&files[1], &self.ads)?;
        Ok(files)
    }
}

fn amount(below: usize, dice: &mut Dice) -> String {
    format!("{}.{:02}", dice.below(below), dice.below(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_writes_the_same_and_every_kind_of_cost_is_there() {
        let sales = Sales::of(4_000, 7);
        let spending = Spending::of(&sales, 4_000, 7);
        assert_eq!(spending.ads, Spending::of(&sales, 4_000, 7).ads);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let lines = |bytes: &[u8]| text(bytes).lines().count();
        assert_eq!(lines(&spending.accounts), lines(&sales.deals), "of each deal");
        for needle in [",USD,", ",GBP,", ",,", ",\"", " LTD,"] {
            assert!(text(&spending.accounts).contains(needle), "{needle}");
        }
        for needle in [",Flyer,,", ",Mail 8,", ",,\n", ",GBP\n", "2016-06-29,2016-07-05,"] {
            assert!(text(&spending.ads).contains(needle), "{needle}");
        }
        for needle in ["Retired", "In production,,", " USD\n", " GBP\n", ",\n"] {
            assert!(text(&spending.content).contains(needle), "{needle}");
        }
        for needle in ["Unspent,Mail 6;Mail 7,2016-05-01,,", "Mail 9,,2016-12-01", ",USD\n"] {
            assert!(text(&spending.programmes).contains(needle), "{needle}");
        }
    }
}
