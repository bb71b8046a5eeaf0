//! Waiting for a state, never for a time: ask often, give up late, say what was missing.

use std::time::{Duration, Instant};

/// How often a state is asked for.
pub const TICK: Duration = Duration::from_millis(20);

/// When waiting is given up. Generous: a loaded machine is slow, not wrong.
pub const LONG: Duration = Duration::from_secs(20);

/// Asks until `answer` is there; panics with `what` when it never comes.
pub async fn until<T>(what: &str, mut answer: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + LONG;
    loop {
        if let Some(found) = answer().await {
            return found;
        }
        assert!(Instant::now() < end, "waited {LONG:?} in vain for {what}");
        tokio::time::sleep(TICK).await;
    }
}
