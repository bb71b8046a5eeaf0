//! Every command there is, one after the other, with requests that nearly fit.

mod bytes;
mod desk;
mod payload;
mod same;

use crate::host::TestHost;
use bytes::Bytes;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use throughline_core::api::router::{self, COMMANDS};
use throughline_core::api::{Host, speaking};
use throughline_core::error::{ApiError, Code};
use throughline_core::model::Architecture;
use throughline_core::plan::{Plan, ReadOnly, verify};

/// The most commands of one input.
const STEPS: usize = 24;

/// It makes a whole company, the same each time, and takes as long as thirty others: an input that
/// asks for it again gets nothing for it.
const ONCE: &str = "file.sample";

/// A command that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its name.
    pub command: &'static str,
    /// Whether it was carried out.
    pub done: bool,
}

/// Commands that an input asks for. None is a fault of the program; what is refused changes nothing;
/// the file is sound in the end and holds what was shown.
pub fn commands(bytes: &[u8]) {
    given(bytes);
}

/// The commands that an input asks for, each given as it stands there: two bytes that name it, one
/// for what is picked in dialogs and who speaks, then its request.
pub fn given(bytes: &[u8]) -> Vec<Given> {
    let host = desk::desk();
    let mut run =
        Run { host: &host, input: Bytes(bytes), mapping: no_mapping(), is_sampled: false };
    let mut given = Vec::new();
    while !run.input.is_empty() && given.len() < STEPS {
        given.push(run.step());
    }
    check_files(&host);
    given
}

/// The two bytes that name a command. They depend on its name alone, so that inputs keep their sense
/// when commands are added.
pub fn selector(command: &str) -> u16 {
    let print = command
        .bytes()
        .fold(0x811c_9dc5_u32, |print, byte| (print ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = print.to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}

/// The command whose bytes come next.
fn named(bytes: u16) -> &'static str {
    let distance = |name: &str| selector(name).wrapping_sub(bytes);
    COMMANDS.iter().map(|one| one.name).min_by_key(|name| distance(name)).unwrap()
}

fn no_mapping() -> Value {
    json!({ "header": "", "columns": {}, "mappedValues": {}, "choices": {} })
}

struct Run<'a> {
    host: &'a TestHost,
    input: Bytes<'a>,
    /// How the last preview read what is staged.
    mapping: Value,
    /// Whether [`ONCE`] has been asked for.
    is_sampled: bool,
}

impl Run<'_> {
    fn step(&mut self) -> Given {
        let command = named(self.input.short());
        let dialogs = self.input.byte();
        desk::pick(self.host, dialogs);
        let payload = if dialogs & 0x40 == 0 {
            payload::request(command, self.host, &self.mapping, &mut self.input)
        } else {
            payload::anything(&mut self.input)
        };
        if command == ONCE && std::mem::replace(&mut self.is_sampled, true) {
            return Given { command, done: false };
        }
        let before = State::of(self.host);
        let answer = self.ask(command, payload, dialogs & 0x20 == 0);
        if let Err(error) = &answer {
            assert_ne!(error.code, Code::Internal, "{command}: {error:?}");
            assert_ne!(error.code, Code::UnknownCommand, "{command}: {error:?}");
            assert!(!error.message.is_empty(), "{command}");
            assert!(before.is_now(self.host), "{command} was refused and did something: {error:?}");
        }
        if let Some(mapping) = answer.as_ref().ok().and_then(|answer| answer.get("mapping")) {
            self.mapping = mapping.clone();
        }
        Given { command, done: answer.is_ok() }
    }

    fn ask(&self, command: &str, payload: Value, named: bool) -> Result<Value, ApiError> {
        let speaker = if named { speaking(self.host, None).unwrap() } else { None };
        let answer = router::dispatch(self.host, command, payload, speaker)?;
        Ok(serde_json::from_str(&answer).unwrap())
    }
}

/// What is open, and what has been done to it.
#[derive(PartialEq, Eq)]
struct State(Option<(usize, u64, i64)>);

impl State {
    fn of(host: &TestHost) -> Self {
        Self(host.opened().map(|open| {
            let at = Arc::as_ptr(&open).addr();
            (at, open.plan.revision(), open.plan.last_edit().unwrap())
        }))
    }

    fn is_now(&self, host: &TestHost) -> bool {
        *self == Self::of(host)
    }
}

/// Puts down what is open, and looks at the files.
fn check_files(host: &TestHost) {
    let shown = host.opened().map(|open| (open.path.clone(), open.is_itself(), open.plan.view()));
    host.hold(None);
    let plan = host.documents().join(desk::PLAN);
    if let Some((path, true, view)) = shown {
        assert!(same::same(&view, &check(&path)), "what was shown is not what was saved");
        if path == plan {
            return;
        }
    }
    check(&plan);
}

/// The plan in a file, which is sound. One that nobody has touched is not looked at again.
fn check(path: &Path) -> Arc<Architecture> {
    if std::fs::read(path).unwrap() == desk::untouched() {
        return desk::plan_untouched();
    }
    assert_eq!(verify(path), Vec::<String>::new(), "{}", path.display());
    Plan::open_to_read(path, ReadOnly::Protected).unwrap().view()
}

/// The commands without an example.
pub fn without_example() -> Vec<&'static str> {
    let names = COMMANDS.iter().map(|one| one.name);
    names.filter(|name| !payload::examples().contains_key(*name)).collect()
}
