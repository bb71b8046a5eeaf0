//! The scoring model to begin with, until somebody applies one of their own. Its points follow what
//! published models have in common: opens are worth nothing, clicks little, asking for content more,
//! showing up most; leaving costs (METHOD.md, "Scoring").

use super::event::EventKind as K;
use super::journey::Phase;
use super::scoring::{
    Bounds, EventMatch, EventRule, FieldRule, FieldTest, Lapse, Repeat, ScoreGroup, ScoreSide,
    ScoredField, ScoringRecipe,
};

const CONTENT: usize = 0;
const EMAIL: usize = 1;
const WEB: usize = 2;
const DIALOGUE: usize = 3;

impl ScoringRecipe {
    /// The model to begin with.
    pub fn usual() -> Self {
        Self {
            groups: groups(),
            rules: rules(),
            fields: fields(),
            lapses: vec![Lapse { after_days: 45, points: 0, share: Some(50) }],
            bounds: Bounds::default(),
        }
    }
}

fn groups() -> Vec<ScoreGroup> {
    [("Content", 60), ("E-mail", 20), ("Web", 20), ("Dialogue", 60)]
        .map(|(name, cap)| ScoreGroup { name: name.to_owned(), cap: Some(cap) })
        .into()
}

fn rule(name: &str, group: usize, kinds: &[K], points: i32, half_life: u32) -> EventRule {
    EventRule {
        name: name.to_owned(),
        group,
        matches: EventMatch { kinds: kinds.to_vec(), ..EventMatch::default() },
        points,
        half_life_days: Some(half_life),
        repeat: Repeat::Every,
    }
}

fn rules() -> Vec<EventRule> {
    let per_day = |times, rule| EventRule { repeat: Repeat::PerDay(times), ..rule };
    let mut deciding = rule("Opened content that decides", CONTENT, &[K::Open], 15, 30);
    deciding.matches.phases = vec![Phase::Convert];
    vec![
        rule("Requested content", CONTENT, &[K::Request], 15, 30),
        rule("Opened what it requested", CONTENT, &[K::Open], 15, 30),
        deciding,
        per_day(1, rule("Clicked in an e-mail", EMAIL, &[K::EmailClicked], 5, 21)),
        rule("Unsubscribed", EMAIL, &[K::EmailUnsubscribed], -30, 180),
        per_day(3, rule("Looked at a page", WEB, &[K::View, K::Click], 2, 14)),
        rule("Attended a webinar", DIALOGUE, &[K::Webinar], 25, 45),
        rule("Answered sales", DIALOGUE, &[K::Reply], 25, 45),
        rule(
            "Asked for a demo, a quote or a call",
            DIALOGUE,
            &[K::DemoRequest, K::QuoteRequest, K::ContactRequest],
            50,
            30,
        ),
    ]
}

fn fields() -> Vec<FieldRule> {
    let rule = |side, field, test, values: &[&str], points| FieldRule {
        side,
        field,
        test,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        points,
    };
    let (person, account) = (ScoreSide::Person, ScoreSide::Account);
    vec![
        rule(person, ScoredField::Persona, FieldTest::Known, &[], 10),
        rule(person, ScoredField::Level, FieldTest::Contains, &["C-level", "C-suite", "VP"], 10),
        rule(person, ScoredField::Level, FieldTest::Contains, &["Director", "Head"], 5),
        rule(account, ScoredField::Fits, FieldTest::Is, &["yes"], 15),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_to_begin_with_is_one_that_can_be_applied() {
        ScoringRecipe::usual().check().unwrap();
    }
}
