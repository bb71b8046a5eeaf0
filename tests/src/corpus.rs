//! The reference corpus: who asked for which content, and when they opened it, as a CSV that
//! repeats itself under the same seed. About 104 bytes a row: 8.5 million are 884 MB.
//!
//! As real files it has what is wrong with them: people who come again under another spelling of
//! their address, cells that are blank or unreadable, opens before the request.

mod calendar;
mod later;
mod marketing;
mod sales;
mod spending;

use std::io::{self, Write};

use calendar::Calendar;

use crate::work::Dice;

pub use later::{ACTS, write_acts};
pub use marketing::Marketing;
pub use sales::Sales;
pub use spending::Spending;

/// The first line.
pub const HEADER: &str = "Email,Job Title,Job Level,Company,Industry,Content,Requested,Opened";

/// Job levels: the name, people in a hundred, and hours to an open in a hundred of the usual.
pub const LEVELS: [(&str, usize, usize); 8] = [
    ("C-level", 8, 155),
    ("VP", 9, 125),
    ("Director", 17, 105),
    ("Manager", 27, 95),
    ("Senior", 15, 85),
    ("Individual contributor", 10, 80),
    ("Consultant", 7, 100),
    ("Owner", 7, 110),
];

/// Industries: the name, companies in a hundred, and hours to an open in a hundred of the usual.
pub const INDUSTRIES: [(&str, usize, usize); 15] = [
    ("Technology", 20, 125),
    ("Finance", 12, 95),
    ("Health", 10, 100),
    ("Retail", 9, 85),
    ("Education", 7, 100),
    ("Media", 6, 80),
    ("Energy", 5, 105),
    ("Telecom", 5, 110),
    ("Insurance", 5, 95),
    ("Logistics", 4, 90),
    ("Government", 4, 110),
    ("Legal", 4, 95),
    ("Travel", 3, 85),
    ("Manufacturing", 3, 100),
    ("Food", 3, 85),
];

/// How a title begins at each level.
const RANKS: [&str; 8] = ["Chief", "VP", "Dir", "Mgr", "Sr", "Staff", "Expert", "Owner"];
const AREAS: &str = "IT HR PR QA UX R&D Sales Brand Web Data Cloud Audit Legal Tax Risk Media Event Retail \
    Field Lead Email Growth Design Product Support Finance Content Search Mobile Network Security Systems \
    Training Payroll Pricing Channel Partner Quality Process Supply Export Import Demand Social Video \
    Claims Grants Policy Fleet Energy";
const TOPICS: &str = "Cloud Email Leads Data Brand Video Search Mobile CRM ROI Social Sales";
const FORMS: [&str; 5] = ["guide", "report", "basics", "trends", "101"];
/// In place of the last two titles, as they stand in the file.
const QUOTED: [&str; 2] = ["\"Leads, scored\"", "\"The \"\"cold\"\" call\""];

const COMPANIES: usize = 50_000;
/// Three of these make a company.
const SYLLABLES: &str = "ba be bo ca co da de do fa fe fi ga go ha ho ja ka ke la le li lo ma me mi mo na \
    ne no pa ra re ro sa ta ve zo";
const ENDINGS: [&str; 4] = [".com", ".io", ".de", ".net"];
const PRIVATE: [&str; 3] = ["gmail.com", "gmx.net", "aol.com"];
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const SURNAMES: &str = "lee kim ray fox diaz shah wong khan cruz berg roy cole park may li chen wu ng silva \
    rossi weber moore hall king hill ford west lane";

/// Days before the first one, for opens that come before their request.
const BEFORE: usize = 4;
const DAYS: usize = 550;
const HOUR: usize = 3_600;
const DAY: usize = 24 * HOUR;
/// The minutes in which each further 32nd of those who open have done so.
const OPENED_WITHIN: [usize; 33] = [
    0, 22, 36, 50, 65, 81, 98, 117, 138, 161, 187, 215, 247, 282, 322, 366, 417, 474, 540, 615,
    703, 807, 931, 1_081, 1_266, 1_500, 1_806, 2_223, 2_822, 3_762, 5_505, 9_400, 34_000,
];

/// Writes a header and that many rows.
pub fn write(rows: u64, seed: u64, mut out: impl Write) -> io::Result<()> {
    const FULL: usize = 1 << 16;
    let mut corpus = Corpus::new(seed);
    let mut lines = Vec::with_capacity(FULL + 1024);
    writeln!(lines, "{HEADER}")?;
    for row in 0..rows {
        corpus.row(row, rows, &mut lines);
        if lines.len() >= FULL {
            out.write_all(&lines)?;
            lines.clear();
        }
    }
    out.write_all(&lines)?;
    out.flush()
}

struct Corpus {
    dice: Dice,
    seed: u64,
    leads: usize,
    words: Words,
    calendar: Calendar,
}

struct Words {
    areas: Vec<&'static str>,
    contents: Vec<String>,
    syllables: Vec<&'static str>,
    surnames: Vec<&'static str>,
}

/// Who asks; the same number is the same person.
struct Lead {
    number: usize,
    level: usize,
    area: usize,
    company: usize,
    industry: usize,
    content: usize,
    dice: Dice,
}

impl Corpus {
    fn new(seed: u64) -> Self {
        let (words, calendar) = (Words::new(), Calendar::new());
        Self { dice: Dice::of_step(seed, u64::MAX), seed, leads: 0, words, calendar }
    }

    fn row(&mut self, row: u64, rows: u64, line: &mut Vec<u8>) {
        let again = self.leads > 0 && one_in(&mut self.dice, 50);
        let number = if again { self.dice.below(self.leads) } else { self.leads };
        self.leads += usize::from(!again);
        let mut lead = self.words.lead(self.seed, number);
        let start = line.len();
        if !one_in(&mut self.dice, 1_000) {
            self.words.address(&lead, line);
        }
        if again {
            self.change(&mut lead, start, line);
        }
        let words = &self.words;
        put(line, &[",", RANKS[lead.level], " ", words.areas[lead.area], ","]);
        let blank = one_in(&mut self.dice, 100);
        put(line, &[if blank { "" } else { LEVELS[lead.level].0 }, ","]);
        words.company(lead.company, line);
        let blank = one_in(&mut self.dice, 500);
        put(line, &[",", if blank { "" } else { INDUSTRIES[lead.industry].0 }, ","]);
        put(line, &[&words.contents[lead.content], ","]);
        self.times(&lead, row, rows, line);
        line.push(b'\n');
    }

    /// One who comes again: under another spelling, with another job, or for other content.
    fn change(&mut self, lead: &mut Lead, start: usize, line: &mut Vec<u8>) {
        match self.dice.below(10) {
            0 | 1 => line[start..].make_ascii_uppercase(),
            2 => {
                line.insert(start, b' ');
                line.push(b' ');
            }
            3 => lead.level = self.dice.below(LEVELS.len()),
            _ => (),
        }
        if self.dice.happens(60) {
            lead.content = self.dice.below(self.words.contents.len());
        }
    }

    fn times(&mut self, lead: &Lead, row: u64, rows: u64, line: &mut Vec<u8>) {
        let dice = &mut self.dice;
        let requested = self.calendar.request(row, rows, dice);
        self.calendar.write(requested, line);
        line.push(b',');
        let slowness = LEVELS[lead.level].2 * INDUSTRIES[lead.industry].2;
        let opened = match dice.below(10_000) {
            0..5 => return put(line, &["n/a"]),
            5..10 => requested - HOUR - dice.below(3 * DAY),
            10..3_785 => return,
            _ => requested + gap(slowness, dice),
        };
        if opened < (BEFORE + DAYS) * DAY {
            self.calendar.write(opened, line);
        }
    }
}

impl Words {
    fn new() -> Self {
        let split = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
        let titled = |form| split(TOPICS).into_iter().map(move |topic| format!("{topic} {form}"));
        let mut contents: Vec<_> = FORMS.into_iter().flat_map(titled).collect();
        contents.truncate(contents.len() - QUOTED.len());
        contents.extend(QUOTED.map(str::to_owned));
        let (areas, syllables) = (split(AREAS), split(SYLLABLES));
        Self { areas, contents, syllables, surnames: split(SURNAMES) }
    }

    fn lead(&self, seed: u64, number: usize) -> Lead {
        let mut dice = Dice::of_step(seed, number as u64);
        // Some companies send many, most send few.
        let company = dice.below(COMPANIES) * dice.below(COMPANIES) / COMPANIES;
        Lead {
            number,
            level: portion(&LEVELS, dice.below(100)),
            area: dice.below(self.areas.len()),
            company,
            industry: portion(&INDUSTRIES, company * 37 % 100),
            content: dice.below(self.contents.len()).min(dice.below(self.contents.len())),
            dice,
        }
    }

    /// An initial, a surname, the lead's number, which makes it unique, and a domain.
    fn address(&self, lead: &Lead, line: &mut Vec<u8>) {
        let mut dice = lead.dice;
        line.push(DIGITS[10 + dice.below(26)]);
        put(line, &[self.surnames[dice.below(self.surnames.len())], "."]);
        let mut rest = lead.number;
        loop {
            line.push(DIGITS[rest % DIGITS.len()]);
            rest /= DIGITS.len();
            if rest == 0 {
                break;
            }
        }
        line.push(b'@');
        if dice.happens(10) {
            return put(line, &[PRIVATE[dice.below(PRIVATE.len())]]);
        }
        put(line, &self.name(lead.company));
        put(line, &[ENDINGS[lead.company % ENDINGS.len()]]);
    }

    fn company(&self, number: usize, line: &mut Vec<u8>) {
        let start = line.len();
        put(line, &self.name(number));
        line[start].make_ascii_uppercase();
        match number % 50 {
            0 => {
                line.insert(start, b'"');
                put(line, &[", Inc.\""]);
            }
            1..16 => put(line, &[" Ltd"]),
            _ => (),
        }
    }

    fn name(&self, number: usize) -> [&str; 3] {
        let count = self.syllables.len();
        let mixed = number * 20_011 % count.pow(3);
        [mixed / count / count, mixed / count % count, mixed % count].map(|at| self.syllables[at])
    }
}

/// Seconds from a request to its open.
fn gap(slowness: usize, dice: &mut Dice) -> usize {
    let step = dice.below(OPENED_WITHIN.len() - 1);
    let (from, to) = (OPENED_WITHIN[step] * 60, OPENED_WITHIN[step + 1] * 60);
    (from + dice.below(to - from)) * slowness / 10_000
}

/// Whose share of a hundred it is.
fn portion(of: &[(&str, usize, usize)], mut hundredth: usize) -> usize {
    let others = of.iter().position(|(_, share, _)| {
        let theirs = hundredth < *share;
        hundredth = hundredth.saturating_sub(*share);
        theirs
    });
    others.unwrap_or(0)
}

fn one_in(dice: &mut Dice, many: usize) -> bool {
    dice.below(many) == 0
}

fn put(line: &mut Vec<u8>, texts: &[&str]) {
    for text in texts {
        line.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use chrono::NaiveDateTime;

    use super::*;

    const ROWS: u64 = 50_000;

    fn written(rows: u64, seed: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(rows, seed, &mut bytes).unwrap();
        bytes
    }

    fn records(bytes: &[u8]) -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(bytes).into_records().map(Result::unwrap).collect()
    }

    #[test]
    fn a_seed_always_writes_the_same() {
        assert_eq!(written(2_000, 7), written(2_000, 7));
        assert_ne!(written(2_000, 7), written(2_000, 8));
        assert_eq!(written(0, 7), format!("{HEADER}\n").into_bytes());
    }

    #[test]
    fn rows_are_of_the_size_and_the_kinds_that_were_meant() {
        let bytes = written(ROWS, 1);
        let rows = records(&bytes);
        assert_eq!(rows.len() as u64, ROWS);
        let each = bytes.len() as u64 / ROWS;
        assert!((99..107).contains(&each), "{each} bytes a row");
        let blank = |column: usize| rows.iter().filter(|row| row[column].is_empty()).count();
        let kinds = |column: usize| rows.iter().map(|row| &row[column]).collect::<HashSet<_>>();
        assert!((20..90).contains(&blank(0)), "{} without an address", blank(0));
        assert!((400..600).contains(&blank(2)), "{} without a level", blank(2));
        assert!((18_000..20_000).contains(&blank(7)), "{} not opened", blank(7));
        assert_eq!((kinds(2).len(), kinds(4).len(), kinds(5).len()), (9, 16, 60));
        assert!((390..420).contains(&kinds(1).len()), "{} titles", kinds(1).len());
        assert!(kinds(3).iter().any(|company| company.ends_with(", Inc.")));
        assert!(kinds(5).contains("Leads, scored") && kinds(5).contains("The \"cold\" call"));
        let addresses = rows.iter().map(|row| row[0].trim().to_lowercase()).collect::<HashSet<_>>();
        assert!((48_700..49_300).contains(&addresses.len()), "{} leads", addresses.len());
        assert!(kinds(0).len() > addresses.len(), "some are spelled otherwise the second time");
    }

    #[test]
    fn opens_follow_their_request_within_the_file() {
        let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
        let end = time("2016-12-31 23:59:59").unwrap();
        let (mut gaps, mut unreadable) = (Vec::new(), 0);
        for row in records(&written(ROWS, 1)).iter().filter(|row| !row[7].is_empty()) {
            let (requested, opened) = (time(&row[6]).unwrap(), time(&row[7]));
            assert!(requested <= end && opened.is_none_or(|opened| opened <= end), "{row:?}");
            unreadable += usize::from(opened.is_none());
            gaps.extend(opened.map(|opened| (opened - requested).num_seconds()));
        }
        let early = gaps.iter().filter(|gap| **gap < 0).count();
        assert!((5..60).contains(&early) && (5..60).contains(&unreadable), "{early}, {unreadable}");
        let mean = gaps.iter().sum::<i64>() / i64::try_from(gaps.len()).unwrap() / 3_600;
        assert!((26..31).contains(&mean), "{mean} hours");
        let soon = gaps.iter().filter(|gap| **gap <= 86_400).count() * 100 / gaps.len();
        assert!((68..80).contains(&soon), "{soon}% within a day");
    }
}
