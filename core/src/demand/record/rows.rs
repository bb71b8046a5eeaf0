//! All that is held on a lead as a table: what kind of thing, when, what, the text, and who or which
//! file says so.

use super::{AdvocateHeld, AnswerHeld, FieldHeld, LeadRecord, ScoreHeld};
use crate::model::Word;

/// A row of the table.
type Row = [String; 5];

const HEADER: [&str; 5] = ["Kind", "When", "What", "Text", "Said by"];

fn row(cells: [&str; 5]) -> Row {
    cells.map(str::to_owned)
}

/// What of some texts says anything, in one.
fn joined(texts: &[&str]) -> String {
    let said: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
    said.join(" · ")
}

impl LeadRecord {
    /// It as a table, its header first.
    pub fn rows(&self) -> Vec<[String; 5]> {
        let mut rows = vec![row(HEADER)];
        rows.extend(self.known.iter().flat_map(FieldHeld::rows));
        rows.extend(self.persona.iter().map(|name| row(["persona", "", "", name, ""])));
        rows.extend(self.did.iter().map(|act| {
            let text = joined(&[&act.content, &act.channel, &act.campaign]);
            row(["did", &act.at, act.kind.as_word(), &text, &act.file])
        }));
        for (number, deal) in (1..).zip(&self.deals) {
            let kind = format!("deal {number}");
            rows.extend(deal.iter().map(|(field, said)| row([&kind, "", field, said, ""])));
        }
        rows.extend(self.answers.iter().map(AnswerHeld::row));
        rows.extend(self.advocate.iter().map(AdvocateHeld::row));
        rows.extend(self.score.rows());
        let named = self.named_in.iter();
        rows.extend(
            named.map(|one| row(["named in the plan", "", one.kind.noun(), &one.title, ""])),
        );
        rows
    }
}

impl FieldHeld {
    fn rows(&self) -> Vec<Row> {
        let now = row(["known now", "", self.field, &self.now, ""]);
        let said = self.said.iter();
        let said = said.map(|one| row(["said", &one.as_of, self.field, &one.text, &one.file]));
        std::iter::once(now).chain(said).collect()
    }
}

impl AnswerHeld {
    fn row(&self) -> Row {
        let reason = self.reason.map_or("", Word::as_word);
        let by = self.by.as_deref().unwrap_or_default();
        let text = joined(&[reason, &self.note]);
        row(["answer of sales", &self.at, self.answer.as_word(), &text, by])
    }
}

impl AdvocateHeld {
    fn row(&self) -> Row {
        let by = self.by.as_deref().unwrap_or_default();
        row(["advocate", &self.since, "since", &self.note, by])
    }
}

impl ScoreHeld {
    fn rows(&self) -> Vec<Row> {
        let standing = format!("{:.1}, {} by \"{}\"", self.score, self.state, self.model);
        let all = row(["score", &self.at, "", &standing, ""]);
        let lines = self.lines.iter();
        let lines = lines
            .map(|line| row(["score", &self.at, &line.what, &format!("{:.2}", line.points), ""]));
        std::iter::once(all).chain(lines).collect()
    }
}
