//! A file of leads, some of them known from files before.

use super::Dice;
use std::fmt::Write as _;

const TITLES: [&str; 5] = ["CFO", "Head of IT", "", "Plant manager", "\"Buyer, senior\""];
const CONTENTS: [&str; 3] = ["Imported 0.1", "Buyer's guide", "Checklist"];

/// A few hundred rows, as of a day that the number tells.
pub(super) fn file(dice: &mut Dice, number: u64) -> String {
    let mut list = "Email,Job Title,Company,Content,Requested,Opened\n".to_owned();
    for _ in 0..dice.below(300) + 20 {
        let who = dice.below(500);
        let title = dice.one(&TITLES).unwrap_or_default();
        let content = dice.one(&CONTENTS).unwrap_or_default();
        let day = number % 28 + 1;
        let hour = dice.below(20);
        let _ = write!(list, "lead{who}@example.org,{title},Company {number},{content},");
        let _ = write!(list, "2026-02-{day:02} {hour:02}:00:00,");
        if dice.happens(60) {
            let _ = write!(list, "2026-02-{day:02} {hour:02}:{:02}:00", dice.below(60));
        }
        list.push('\n');
    }
    list
}
