//! Every kind of plan entity, with the fields it has: the one list that what is done to all of them
//! goes through.

/// Runs the body once for every kind: `each_kind!(F => load::<F>(…)?)`.
#[macro_export]
macro_rules! each_kind {
    ($fields:ident => $body:expr) => {
        $crate::each_kind!($fields => $body;
            WorkspaceFields MemberFields FormatFields PersonaFields InterviewFields InsightFields
            TriggerFields JourneyFields StageFields AssetFields PlacementFields VerdictFields
            ExclusionFields NeedFields MappingFields ReadingFields ProgrammeFields
            ProgrammeNoteFields RatingFields SnapshotFields ReviewFields DecisionFields
            BatchFields ScoringModelFields LeadAnswerFields AdvocateFields RoutingRuleFields
            AgreementFields)
    };
    ($fields:ident => $body:expr; $($kind:ident)+) => {{
        $({
            type $fields = $crate::model::$kind;
            $body;
        })+
    }};
}

/// Runs a generic function for the kind that a value names:
/// `by_kind!(row.kind, put_back_as(tx, row))`.
#[macro_export]
macro_rules! by_kind {
    ($kind:expr, $function:ident $arguments:tt) => {
        $crate::by_kind!($kind, $function $arguments;
            Workspace WorkspaceFields, Member MemberFields, Format FormatFields,
            Persona PersonaFields, Interview InterviewFields, Insight InsightFields,
            Trigger TriggerFields, Journey JourneyFields, Stage StageFields, Asset AssetFields,
            Placement PlacementFields, Verdict VerdictFields, Exclusion ExclusionFields,
            Need NeedFields, Mapping MappingFields, Reading ReadingFields,
            Programme ProgrammeFields, ProgrammeNote ProgrammeNoteFields, Rating RatingFields,
            Snapshot SnapshotFields, Review ReviewFields, Decision DecisionFields,
            Batch BatchFields, ScoringModel ScoringModelFields,
            LeadAnswer LeadAnswerFields, Advocate AdvocateFields,
            RoutingRule RoutingRuleFields, Agreement AgreementFields)
    };
    ($kind:expr, $function:ident $arguments:tt; $($name:ident $fields:ident),+) => {
        match $kind {
            $($crate::id::EntityKind::$name => $function::<$crate::model::$fields> $arguments,)+
        }
    };
}
