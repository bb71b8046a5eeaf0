//! Files of leads in any order and again: the same is known in the end.

use std::fmt::Write as _;

use proptest::prelude::*;
use throughline_core::facts::field::LeadField;
use throughline_core::model::EventKind;
use throughline_core::plan::undo;

use crate::leads::{State, Workspace, bring_in, state};
use crate::northwind::BY;

/// A row of a made-up file: who, in which spelling, and what is said.
#[derive(Clone, Debug)]
struct Said {
    who: usize,
    spelling: usize,
    title: usize,
    company: usize,
    requested: Option<(i64, bool)>,
}

const WHO: [&str; 4] =
    ["ana@acme.example", "bo@basil.example", "cy@cedar.example", "dee@dill.example"];
const TEXTS: [&str; 4] = ["", "CFO", "Buyer", "\"Head, of it\""];
const HOUR: i64 = 3_600_000;
const START: i64 = 1_456_790_400_000;

fn said() -> impl Strategy<Value = Said> {
    let requested = prop::option::of((0..50_i64, any::<bool>()));
    (0..4_usize, 0..3_usize, 0..4_usize, 0..4_usize, requested).prop_map(
        |(who, spelling, title, company, requested)| Said {
            who,
            spelling,
            title,
            company,
            requested,
        },
    )
}

/// The file as it is written; the last row says as of when it speaks.
fn written(file: usize, rows: &[Said]) -> String {
    let time = |at: i64| {
        let at = chrono::DateTime::from_timestamp_millis(at).unwrap();
        at.format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let mut text = "Email,Job Title,Company,Content,Requested,Opened\n".to_owned();
    for row in rows {
        let who = WHO[row.who];
        let who = match row.spelling {
            0 => who.to_owned(),
            1 => who.to_uppercase(),
            _ => format!("  {who} "),
        };
        let (requested, opened) = row.requested.map_or_else(Default::default, |(hour, opened)| {
            let at = START + hour * HOUR;
            (time(at), if opened { time(at + HOUR) } else { String::new() })
        });
        let (title, company) = (TEXTS[row.title], TEXTS[row.company]);
        let _ = writeln!(text, "{who},{title},{company},Guide,{requested},{opened}");
    }
    let as_of = START + (100 + i64::try_from(file).unwrap()) * HOUR;
    text + &format!("clock@time.example,,,Guide,{},\n", time(as_of))
}

/// What the files say together: of each field the last that is said in the newest file that says
/// something, of events all.
fn expected(files: &[Vec<Said>]) -> State {
    let mut state = State::new();
    for rows in files {
        for row in rows {
            let who = WHO[row.who].to_owned();
            let (fields, events) = state.entry(who.clone()).or_default();
            fields.insert(LeadField::Email, who);
            for (field, text) in [(LeadField::Title, row.title), (LeadField::Company, row.company)]
            {
                if text > 0 {
                    fields.insert(field, TEXTS[text].trim_matches('"').to_owned());
                }
            }
            if let Some((hour, opened)) = row.requested {
                let at = START + hour * HOUR;
                events.insert((EventKind::Request, at, "Guide".to_owned()));
                if opened {
                    events.insert((EventKind::Open, at + HOUR, "Guide".to_owned()));
                }
            }
        }
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn files_in_any_order_and_again_give_the_same(
        files in prop::collection::vec(prop::collection::vec(said(), 0..8), 1..4),
        order in Just(vec![0_usize, 1, 2, 0, 1, 2]).prop_shuffle(),
    ) {
        let workspace = Workspace::new();
        let mut taken = Vec::new();
        for at in order.into_iter().filter(|at| *at < files.len()) {
            let known = state(&workspace.plan);
            let tally = bring_in(&workspace.plan, &written(at, &files[at]));
            if taken.contains(&at) {
                prop_assert_eq!((tally.added, tally.updated, tally.events), (0, 0, 0));
                prop_assert_eq!(&known, &state(&workspace.plan));
            }
            taken.push(at);
        }
        let mut known = state(&workspace.plan);
        known.remove("clock@time.example");
        prop_assert_eq!(known, expected(&files));
        while undo::undo(&workspace.plan, BY).is_ok() {}
        prop_assert!(state(&workspace.plan).is_empty());
        while undo::redo(&workspace.plan, BY).is_ok() {}
        let mut known = state(&workspace.plan);
        known.remove("clock@time.example");
        prop_assert_eq!(known, expected(&files));
        prop_assert_eq!(throughline_core::plan::verify(&workspace.path()), Vec::<String>::new());
    }
}
