//! Whether two plans hold the same.

use throughline_core::model::{
    Architecture, AssetFields, ExclusionFields, FormatFields, InsightFields, InterviewFields,
    JourneyFields, Kept, MappingFields, MemberFields, NeedFields, PersonaFields, PlacementFields,
    StageFields, TriggerFields, VerdictFields, WorkspaceFields,
};

/// Whether two plans hold the same entities.
pub(super) fn same(one: &Architecture, other: &Architecture) -> bool {
    [
        table::<WorkspaceFields>,
        table::<MemberFields>,
        table::<FormatFields>,
        table::<PersonaFields>,
        table::<InterviewFields>,
        table::<InsightFields>,
        table::<TriggerFields>,
        table::<JourneyFields>,
        table::<StageFields>,
        table::<AssetFields>,
        table::<PlacementFields>,
        table::<VerdictFields>,
        table::<ExclusionFields>,
        table::<NeedFields>,
        table::<MappingFields>,
    ]
    .iter()
    .all(|table| table(one, other))
}

fn table<F: Kept>(one: &Architecture, other: &Architecture) -> bool {
    F::table(one).iter().eq(F::table(other).iter())
}
