//! What marketing did to leads of the corpus: who they are and where they came from, the e-mails they got, what channels
//! showed and cost, and what was counted of large mailings, as files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{BEFORE, Calendar, DAY, DAYS, HOUR, RANKS, Words, put};
use crate::work::Dice;

const LEADS: &str = "Email,Job Title,Company,Original Source,Create Date\n";
const MAILS: &str = "Email,Activity Type,Activity Date,Content,Channel,Campaign\n";
const COSTS: &str = "Date,Channel,Impressions,Cost,Currency\n";
const SENDS: &str = "Title,Send Date,Total Recipients,Unique Opens,Unique Clicks,Hard Bounces,\
                     Soft Bounces,Unsubscribes\n";

const SOURCES: [&str; 5] = ["Organic", "Paid", "Social", "Referral", ""];
/// Channels that cost.
const PAID: [&str; 3] = ["Paid", "Social", "Display"];
const CAMPAIGNS: usize = 24;
/// So many mails to leads in a hundred.
const MAILS_IN_HUNDRED: usize = 75;
/// Large mailings, two weeks apart.
const MAILINGS: usize = 36;

/// Files of marketing.
#[derive(Clone, Debug)]
pub struct Marketing {
    /// What leads are, where they came from, and when.
    pub leads: Vec<u8>,
    /// What was mailed to them one by one.
    pub mails: Vec<u8>,
    /// What channels showed and cost, day by day.
    pub costs: Vec<u8>,
    /// What was counted of large mailings.
    pub sends: Vec<u8>,
}

impl Marketing {
    /// Of the first so many people of a corpus.
    pub fn of(leads: usize, seed: u64) -> Self {
        let (words, calendar) = (Words::new(), Calendar::new());
        let mut all = Self {
            leads: LEADS.into(),
            mails: MAILS.into(),
            costs: COSTS.into(),
            sends: SENDS.into(),
        };
        for number in 0..leads {
            let mut dice = Dice::of_step(seed ^ 0x3A11, number as u64);
            let lead = words.lead(seed, number);
            words.address(&lead, &mut all.leads);
            let title = [",", RANKS[lead.level], " ", words.areas[lead.area], ","];
            put(&mut all.leads, &title);
            words.company(lead.company, &mut all.leads);
            put(&mut all.leads, &[",", SOURCES[dice.below(SOURCES.len())], ","]);
            calendar.write(BEFORE * DAY + dice.below(DAYS * DAY), &mut all.leads);
            all.leads.push(b'\n');
        }
        let mut dice = Dice::of_step(seed, 0xE3A1);
        for _ in 0..leads * MAILS_IN_HUNDRED / 100 {
            let mut address = Vec::new();
            words.address(&words.lead(seed, dice.below(leads)), &mut address);
            all.mail(&address, &calendar, &mut dice);
        }
        for day in BEFORE..BEFORE + DAYS {
            for channel in PAID {
                all.cost(day, channel, &calendar, &mut dice);
            }
        }
        (0..MAILINGS).for_each(|nth| all.send(nth, &calendar, &mut dice));
        all
    }

    fn mail(&mut self, address: &[u8], calendar: &Calendar, dice: &mut Dice) {
        let campaign = format!("Mail {}", dice.below(CAMPAIGNS));
        let at = BEFORE * DAY + dice.below((DAYS - 5) * DAY);
        let mut acts = vec![("Email sent", at)];
        if dice.happens(3) {
            acts.push((if dice.happens(60) { "Hard bounce" } else { "Soft bounce" }, at + 60));
        } else if dice.happens(35) {
            let opened = at + 60 + dice.below(72 * HOUR);
            acts.push(("Email opened", opened));
            if dice.happens(30) {
                acts.push(("Email clicked", opened + 30));
            }
            if dice.happens(3) {
                acts.push(("Unsubscribed", opened + 90));
            }
        }
        for (kind, at) in acts {
            let line = &mut self.mails;
            line.extend_from_slice(address);
            put(line, &[",", kind, ","]);
            calendar.write(at, line);
            put(line, &[",Letter,E-mail,", &campaign, "\n"]);
        }
    }

    fn cost(&mut self, day: usize, channel: &str, calendar: &Calendar, dice: &mut Dice) {
        calendar.write(day * DAY, &mut self.costs);
        let told = format!(
            ",{channel},{},{}.{:02},EUR\n",
            dice.below(20_000),
            dice.below(900),
            dice.below(100)
        );
        put(&mut self.costs, &[&told]);
    }

    fn send(&mut self, nth: usize, calendar: &Calendar, dice: &mut Dice) {
        put(&mut self.sends, &[&format!("Blast {nth},")]);
        calendar.write((BEFORE + 14 * nth) * DAY + 9 * HOUR, &mut self.sends);
        let sent = 1_000 + dice.below(50_000);
        let part = |of: usize, dice: &mut Dice| dice.below(of);
        let counts = [
            sent,
            part(sent / 2, dice),
            part(sent / 9, dice),
            part(sent / 40, dice),
            part(sent / 30, dice),
            part(sent / 90, dice),
        ];
        let told: Vec<String> = counts.iter().map(ToString::to_string).collect();
        put(&mut self.sends, &[",", &told.join(","), "\n"]);
    }

    /// Writes the four files into a folder: leads, mails, costs, sends.
    pub fn write(&self, folder: &Path) -> io::Result<[PathBuf; 4]> {
        let names = ["leads.csv", "mails.csv", "costs.csv", "sends.csv"];
        let files = names.map(|name| folder.join(name));
        for (file, bytes) in files.iter().zip([&self.leads, &self.mails, &self.costs, &self.sends])
        {
            std::fs::File::create(file)?.write_all(bytes)?;
        }
        Ok(files)
    }
}
