//! What became of leads of the corpus: the stages they reached and the deals they became part of, as
//! files of moves and of deals.

use std::io::{self, Write};

use super::{BEFORE, Calendar, DAY, DAYS, Words, put};
use crate::work::Dice;

/// The first lines.
const MOVES: &str = "Email,New Stage,Edit Date,Reason\n";
const DEALS: &str =
    "Deal ID,Deal Name,Contact Email,Amount,Currency,Create Date,Close Date,Deal Stage\n";
const DEAL_MOVES: &str = "Deal ID,New Stage,Edit Date\n";

/// The stages of the journey to begin with.
const OF_LEADS: [&str; 3] = ["Inquiry", "MQL", "SAL"];
const OF_DEALS: [&str; 4] = ["Discovery", "Evaluation", "Proposal", "Negotiation"];
const REASONS: [&str; 3] = ["Not ready", "No budget", "Wrong person"];

/// One in so many leads has a course.
const ONE_IN: usize = 4;
/// Nobody moves more often.
const STEPS: usize = 7;

/// Files of sales.
#[derive(Clone, Debug, Default)]
pub struct Sales {
    /// Stages that leads reached, the reason where they went back.
    pub moves: Vec<u8>,
    /// Deals, most of them with a lead.
    pub deals: Vec<u8>,
    /// Stages that deals reached.
    pub deal_moves: Vec<u8>,
}

impl Sales {
    /// Of the first so many people of a corpus.
    pub fn of(leads: usize, seed: u64) -> Self {
        let (words, calendar) = (Words::new(), Calendar::new());
        let mut sales =
            Self { moves: MOVES.into(), deals: DEALS.into(), deal_moves: DEAL_MOVES.into() };
        let mut deals = 0;
        for number in (0..leads).step_by(ONE_IN) {
            let mut dice = Dice::of_step(seed ^ 0x5A1E5, number as u64);
            let mut address = Vec::new();
            words.address(&words.lead(seed, number), &mut address);
            let begins = BEFORE * DAY + dice.below(DAYS * DAY * 3 / 4);
            let course = course(&mut dice, begins, OF_LEADS.len());
            for step in &course.steps {
                sales.move_lead(&address, step, &calendar, &mut dice);
            }
            if course.went_on {
                deals += 1;
                let lead = if dice.happens(90) { address.as_slice() } else { &[] };
                sales.deal(deals, lead, course.ends, &calendar, &mut dice);
            }
        }
        sales.last_deal(&calendar);
        sales
    }

    /// One that begins in the last seconds: the list of deals is of then, and no move comes after it.
    fn last_deal(&mut self, calendar: &Calendar) {
        let (line, end) = (&mut self.deals, (BEFORE + DAYS) * DAY - 1);
        put(line, &["D0,Deal D0,,1000.00,EUR,"]);
        calendar.write(end - 1, line);
        line.push(b',');
        calendar.write(end, line);
        put(line, &[",Closed lost\n"]);
    }

    /// Writes the three files into a folder: moves, deals, and the moves of deals.
    pub fn write(&self, folder: &std::path::Path) -> io::Result<[std::path::PathBuf; 3]> {
        let files = ["moves.csv", "deals.csv", "deal-moves.csv"].map(|name| folder.join(name));
        for (file, bytes) in files.iter().zip([&self.moves, &self.deals, &self.deal_moves]) {
            std::fs::File::create(file)?.write_all(bytes)?;
        }
        Ok(files)
    }

    fn move_lead(&mut self, address: &[u8], step: &Step, calendar: &Calendar, dice: &mut Dice) {
        let line = &mut self.moves;
        line.extend_from_slice(address);
        put(line, &[",", step.stage.map_or("Lost", |stage| OF_LEADS[stage]), ","]);
        calendar.write(step.at, line);
        let reason = if step.is_back { REASONS[dice.below(REASONS.len())] } else { "" };
        put(line, &[",", reason, "\n"]);
    }

    fn deal(
        &mut self,
        number: usize,
        lead: &[u8],
        begins: usize,
        calendar: &Calendar,
        dice: &mut Dice,
    ) {
        let id = format!("D{number}");
        let course = course(dice, begins, OF_DEALS.len());
        for step in course.steps.iter().filter(|step| step.stage.is_some()) {
            let line = &mut self.deal_moves;
            put(line, &[&id, ",", step.stage.map_or("", |stage| OF_DEALS[stage]), ","]);
            calendar.write(step.at, line);
            line.push(b'\n');
        }
        let line = &mut self.deals;
        put(line, &[&id, ",Deal ", &id, ","]);
        line.extend_from_slice(lead);
        let amount = format!(",{}.{:02},EUR,", 500 + dice.below(90_000), dice.below(100));
        put(line, &[&amount]);
        calendar.write(begins, line);
        line.push(b',');
        let last = course.steps.last().and_then(|step| step.stage);
        let stage = match (course.went_on, last) {
            (true, _) => "Closed won",
            (false, None) => "Closed lost",
            (false, Some(stage)) => OF_DEALS[stage],
        };
        if course.went_on || last.is_none() {
            calendar.write(course.ends, line);
        }
        put(line, &[",", stage, "\n"]);
    }
}

/// A stage that was reached; none = it was lost.
struct Step {
    at: usize,
    stage: Option<usize>,
    is_back: bool,
}

/// A way through so many stages.
struct Course {
    steps: Vec<Step>,
    /// Whether it went behind the last stage.
    went_on: bool,
    /// When, or when it was lost.
    ends: usize,
}

/// Mostly a stage further, sometimes over one, back to the one before, or lost; some stay.
fn course(dice: &mut Dice, begins: usize, stages: usize) -> Course {
    let mut stage = usize::from(stages == OF_LEADS.len() && dice.happens(15));
    let mut at = begins;
    let mut steps = vec![Step { at, stage: Some(stage), is_back: false }];
    for _ in 0..STEPS {
        at += DAY / 4 + dice.below(24 * DAY);
        if at >= (BEFORE + DAYS) * DAY {
            break;
        }
        match dice.below(100) {
            0..52 => stage += 1,
            52..60 => stage += 2,
            60..70 if stage > 0 => {
                stage -= 1;
                steps.push(Step { at, stage: Some(stage), is_back: true });
                continue;
            }
            60..84 => {
                steps.push(Step { at, stage: None, is_back: false });
                return Course { steps, went_on: false, ends: at };
            }
            _ => break,
        }
        if stage >= stages {
            return Course { steps, went_on: true, ends: at };
        }
        steps.push(Step { at, stage: Some(stage), is_back: false });
    }
    Course { steps, went_on: false, ends: at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_writes_the_same_and_every_course_is_there() {
        let sales = Sales::of(4_000, 7);
        assert_eq!(sales.moves, Sales::of(4_000, 7).moves);
        let lines = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let (moves, deals) = (lines(&sales.moves), lines(&sales.deals));
        for needle in [",Inquiry,", ",SAL,", ",Lost,", ",Not ready"] {
            assert!(moves.contains(needle), "{needle}");
        }
        for needle in ["Closed won", "Closed lost", ",Proposal"] {
            assert!(deals.contains(needle), "{needle}");
        }
        let direct = deals.lines().filter(|line| line.split(',').nth(2) == Some("")).count();
        assert!(direct > 10, "{direct} deals without a lead");
    }
}
