//! The versions of the schema that a build knows.

use super::SCHEMA_VERSION;
use super::engine::{Shape, Sqlite};
use crate::error::{Error, Result};

/// A schema with all versions that led to it. A version, once landed, never changes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema<'a> {
    /// Its version.
    pub(crate) version: i64,
    /// Everything each version holds, the first first.
    pub(crate) shapes: &'a [&'a str],
    /// The script that leads from version `n` to `n + 1` stands at index `n - 1`.
    pub(crate) scripts: &'a [&'a str],
}

/// The schema of this build.
pub(crate) const CURRENT: Schema<'static> =
    Schema { version: SCHEMA_VERSION, shapes: &SHAPES, scripts: &SCRIPTS };

/// What each version holds.
const SHAPES: [&str; 7] = [
    include_str!("shape/1.txt"),
    include_str!("shape/2.txt"),
    include_str!("shape/3.txt"),
    include_str!("shape/4.txt"),
    include_str!("shape/5.txt"),
    include_str!("shape/6.txt"),
    include_str!("shape/7.txt"),
];
/// What leads from each version to the next.
const SCRIPTS: [&str; 6] = [
    include_str!("upgrade/0002_programmes_and_reviews.sql"),
    include_str!("upgrade/0003_leads.sql"),
    include_str!("upgrade/0004_facts.sql"),
    include_str!("upgrade/0005_handoff.sql"),
    include_str!("upgrade/0006_numbers.sql"),
    include_str!("upgrade/0007_advocates.sql"),
];

impl Schema<'_> {
    /// What is there that the version does not have, or the other way round; in words.
    pub(super) fn differences(&self, session: &mut Sqlite, version: i64) -> Result<Vec<String>> {
        let shape = usize::try_from(version - 1).ok().and_then(|at| self.shapes.get(at));
        let shape = shape.ok_or_else(|| unknown(version))?;
        Ok(Shape::written(shape).differences(&session.shape()?))
    }

    /// The scripts that lead here from a version.
    pub(super) fn scripts_from(&self, version: i64) -> Result<&[&str]> {
        let scripts = usize::try_from(version - 1).ok().and_then(|first| self.scripts.get(first..));
        scripts.ok_or_else(|| unknown(version))
    }
}

fn unknown(version: i64) -> Error {
    Error::Damaged(format!("it names schema version {version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_has_its_shape_and_a_way_to_the_next() {
        let versions = usize::try_from(CURRENT.version).unwrap();
        assert_eq!(CURRENT.shapes.len(), versions);
        assert_eq!(CURRENT.scripts.len() + 1, versions);
    }
}
