//! A plan without its people: whoever works on it is told by role and number, whoever else is named
//! by a number, and what was said in confidence is left out. What the plan is about stays as it is,
//! and so do its figures. `METHOD.md` says what becomes of what.

mod mention;
mod people;
mod told;

use crate::each_kind;
use crate::id::EntityKind;
use crate::model::{Architecture, Entity, Fields, Kept, LINE_LIMIT};
use mention::Mentions;
use people::People;
use told::Told;

/// The same plan without its people.
pub fn nameless(plan: &Architecture) -> Architecture {
    let people = People::of(plan);
    let mentions = Mentions::of(people.written());
    let mut bare = Architecture::default();
    each_kind!(F => for entity in F::table(plan).iter() {
        // What is remembered of files holds the headings and words of others.
        if F::KIND != EntityKind::Mapping && F::KIND.travels() {
            bare.put(without::<F>(entity, &people, &mentions));
        }
    });
    bare
}

fn without<F: Kept + Told>(
    entity: &Entity<F>,
    people: &People,
    mentions: &Mentions<'_>,
) -> Entity<F> {
    let mut bare = entity.clone();
    bare.fields.call(people);
    bare.fields.texts(&mut |text| {
        let Some(mut told) = mentions.replaced(text) else { return };
        // A new name may be longer than the old one, and the text as long as it may be.
        if told.len() > LINE_LIMIT && told.len() > text.len() {
            told.truncate(told.floor_char_boundary(text.len()));
        }
        *text = told;
    });
    bare.fields.tidy();
    bare
}
