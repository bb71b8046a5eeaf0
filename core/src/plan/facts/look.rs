//! How far the looks at facts are that are under way.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The looks under way, in parts seen and parts there are.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    done: AtomicUsize,
    total: AtomicUsize,
}

/// One look; it counts until it ends.
pub(crate) struct Look<'a> {
    looks: &'a Looks,
    total: usize,
    done: AtomicUsize,
}

impl Looks {
    /// A look at so many parts begins.
    pub(crate) fn begin(&self, total: usize) -> Look<'_> {
        self.total.fetch_add(total, Ordering::Relaxed);
        Look { looks: self, total, done: AtomicUsize::new(0) }
    }

    /// Parts seen, and all of them; `None` = nothing is looked at.
    pub(crate) fn now(&self) -> Option<(usize, usize)> {
        let total = self.total.load(Ordering::Relaxed);
        (total > 0).then(|| (self.done.load(Ordering::Relaxed).min(total), total))
    }
}

impl Look<'_> {
    /// One more part is seen.
    pub(crate) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.looks.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Look<'_> {
    fn drop(&mut self) {
        self.looks.total.fetch_sub(self.total, Ordering::Relaxed);
        self.looks.done.fetch_sub(self.done.load(Ordering::Relaxed), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_under_way_count_together_until_they_end() {
        let looks = Looks::default();
        assert_eq!(looks.now(), None);
        let first = looks.begin(10);
        first.step();
        let second = looks.begin(4);
        second.step();
        second.step();
        assert_eq!(looks.now(), Some((3, 14)));
        drop(first);
        assert_eq!(looks.now(), Some((2, 4)));
        drop(second);
        assert_eq!(looks.now(), None);
    }
}
