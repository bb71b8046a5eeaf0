//! What leads of the corpus did besides, as a file of events.

use std::io::{self, Write};

use super::{BEFORE, Calendar, DAY, DAYS, Words, put};
use crate::work::Dice;

/// The first line of what leads did later.
pub const ACTS: &str = "Email,Activity,Date,Content";

/// Writes a header and that many rows of what those did who asked in the corpus of so many rows: what
/// they asked for and opened besides, in no order.
pub fn write_acts(acts: u64, rows: u64, seed: u64, mut out: impl Write) -> io::Result<()> {
    const FULL: usize = 1 << 16;
    let (words, calendar) = (Words::new(), Calendar::new());
    // About one in fifty rows is somebody's who was there before.
    let leads = usize::try_from(rows - rows / 25).unwrap_or(1).max(1);
    let mut dice = Dice::of_step(seed, u64::MAX - 1);
    let mut lines = Vec::with_capacity(FULL + 1024);
    writeln!(lines, "{ACTS}")?;
    for _ in 0..acts {
        words.address(&words.lead(seed, dice.below(leads)), &mut lines);
        put(&mut lines, &[if dice.happens(50) { ",Requested," } else { ",Opened," }]);
        calendar.write(BEFORE * DAY + dice.below(DAYS * DAY), &mut lines);
        put(&mut lines, &[",", &words.contents[dice.below(words.contents.len())], "\n"]);
        if lines.len() >= FULL {
            out.write_all(&lines)?;
            lines.clear();
        }
    }
    out.write_all(&lines)?;
    out.flush()
}
