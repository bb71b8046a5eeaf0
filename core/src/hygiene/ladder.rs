//! How far up a title or a level stands, as far as its words say for certain.

/// Rungs from a student to a chief, by the words that tell them, folded.
#[rustfmt::skip]
const RUNGS: [(u8, &[&str]); 6] = [
    (
        5,
        &[
            "cao", "cco", "cdo", "ceo", "cfo", "chief", "chro", "cio", "ciso", "cmo", "cofounder", "coo",
            "cpo", "cro", "cso", "cto", "cxo", "founder", "geschaftsfuhrer", "geschaftsfuhrerin",
            "inhaber", "inhaberin", "pdg", "president", "presidente", "vorstand",
        ],
    ),
    (4, &["avp", "evp", "svp", "vp"]),
    (
        3,
        &[
            "directeur", "director", "directora", "directrice", "direktor", "direktorin", "head",
            "leiter", "leiterin",
        ],
    ),
    (2, &["manager", "managerin", "supervisor", "teamleiter", "teamleiterin"]),
    (
        1,
        &[
            "accountant", "administrator", "analyst", "assistant", "assistent", "assistentin",
            "associate", "bookkeeper", "clerk", "cashier", "coordinator", "developer", "driver",
            "engineer", "junior", "mechanic", "nurse", "operator", "receptionist", "representative",
            "sachbearbeiter", "sachbearbeiterin", "secretary", "specialist", "technician", "waiter",
            "waitress", "worker",
        ],
    ),
    (
        0,
        &[
            "apprentice", "azubi", "becario", "intern", "praktikant", "praktikantin", "pupil",
            "schuler", "stagiaire", "student", "studentin", "trainee", "unemployed", "werkstudent",
            "werkstudentin",
        ],
    ),
];

/// Titles of several words that say more than each of them.
const TOGETHER: [(&str, &str); 8] = [
    ("vice president", "vp"),
    ("managing director", "ceo"),
    ("general manager", "ceo"),
    ("director general", "ceo"),
    ("business owner", "ceo"),
    ("co founder", "ceo"),
    ("chief of staff", "manager"),
    ("c level", "cxo"),
];

/// What levels are called beside that.
const LEVELS: [(&str, u8); 20] = [
    ("c suite", 5),
    ("cxo", 5),
    ("executive", 5),
    ("c level executive", 5),
    ("executive board", 5),
    ("owner", 5),
    ("owner partner", 5),
    ("partner", 5),
    ("board", 5),
    ("vice president level", 4),
    ("middle management", 2),
    ("management", 2),
    ("individual contributor", 1),
    ("contributor", 1),
    ("staff", 1),
    ("employee", 1),
    ("entry", 1),
    ("entry level", 1),
    ("non manager", 1),
    ("non management", 1),
];

/// So many rungs apart two cannot both be true.
const APART: u8 = 3;

/// The rung of a title given as its words, folded, with one blank between; `None` = it does not say.
/// What follows "to" is somebody else's.
pub(super) fn of_title(title: &str) -> Option<u8> {
    let own = title.split(" to ").next().unwrap_or_default();
    let mut own = format!(" {own} ");
    for (said, meant) in TOGETHER {
        own = own.replace(&format!(" {said} "), &format!(" {meant} "));
    }
    if own.trim() == "owner" {
        return Some(5);
    }
    let words: Vec<&str> = own.split_whitespace().collect();
    let has = |rung: &[&str]| words.iter().any(|word| rung.contains(word));
    let highest = RUNGS.iter().find(|(_, words)| has(words)).map(|(rung, _)| *rung)?;
    // "Assistant vice president" is one; "marketing director, assistant" may be either.
    let ends_low =
        words.last().is_some_and(|last| ["assistant", "intern", "trainee"].contains(last));
    (highest < 2 || !ends_low).then_some(highest)
}

/// The rung of a level.
fn of_level(level: &str) -> Option<u8> {
    let known = LEVELS.iter().find(|(said, _)| *said == level).map(|(_, rung)| *rung);
    known.or_else(|| of_title(level))
}

/// What a title and a level say, to be held against each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rung(Option<u8>);

impl Rung {
    pub(super) fn of_title(title: &str) -> Self {
        Self(of_title(title))
    }

    pub(super) fn of_level(level: &str) -> Self {
        Self(of_level(level))
    }

    /// Whether both cannot be true.
    pub(super) fn contradicts(self, other: Self) -> bool {
        self.0.zip(other.0).is_some_and(|(one, other)| one.abs_diff(other) >= APART)
    }
}
