//! The tables of all plan entities.

use super::table::stored;

stored!(WorkspaceFields in "workspace": name, currency, rates, fiscal_year_start, working_days,
    work_starts, work_ends, holidays, time_zone, quality, numbers);
stored!(MemberFields in "member": name, email, role, former);
stored!(FormatFields in "format": name, shelf_life_days, purpose, interactive, visual);
stored!(PersonaFields in "persona": name, role, weight, title_patterns, challenges, goals,
    channels, notes;
    preferred_formats by "persona_format" ("persona_id", "format_id"));
stored!(InterviewFields in "interview": persona_id, held_on, who, preferences, process, problems,
    notes);
stored!(InsightFields in "insight": persona_id, text, author, said_on);
stored!(TriggerFields in "buying_trigger": name, description, signal;
    persona_ids by "trigger_persona" ("trigger_id", "persona_id"));
stored!(JourneyFields in "journey": name);
stored!(StageFields in "stage": journey_id, name, phase, owner, exit_criterion, kind, handoff,
    known_as);
stored!(AssetFields in "asset": title, url, format_id, purpose, interactive, visual, on_demand,
    channels, language, themes, owner, status, due_on, published_on, reviewed_on, cost, takeaways,
    maintain, deepen, editorial, funding, budget, external_id, summary);
stored!(PlacementFields in "placement": asset_id, persona_id, stage_id, maintain, deepen;
    trigger_ids by "placement_trigger" ("placement_id", "trigger_id"));
stored!(VerdictFields in "verdict": placement_id, member_id, entered_by, side, answer, reason,
    answered_at);
stored!(ExclusionFields in "exclusion": persona_id, stage_id, reason);
stored!(NeedFields in "need": stage_id, persona_id, kind, text, importance, author_id, declined;
    answer_ids by "need_answer" ("need_id", "asset_id"));
stored!(MappingFields in "mapping": header, columns, mapped_values, choices);
stored!(ReadingFields in "reading": asset_id, member_id, takeaways, read_at);
stored!(ProgrammeFields in "programme": name, goal, journey_id, phase, channels, campaigns, owner,
    state, months, for_sales;
    persona_ids by "programme_persona" ("programme_id", "persona_id"),
    asset_ids by "programme_asset" ("programme_id", "asset_id"));
stored!(ProgrammeNoteFields in "programme_note": programme_id, noted_on, text, author_id);
stored!(RatingFields in "rating": question, level, evidence, member_id, rated_at);
stored!(SnapshotFields in "snapshot": name, as_of, taken_at, last_edit, figures);
stored!(ReviewFields in "review": name, held_on, before_id, after_id, notes);
stored!(DecisionFields in "decision": review_id, text, owner, due_on, done_on);
stored!(BatchFields in "batch": number, file, as_of, rows, added, updated, events, builds_on, kind);
stored!(ScoringModelFields in "scoring_model": name, state, applied_at, recipe);
stored!(LeadAnswerFields in "lead_answer": lead, answer, reason, answered_at, handed_at, touched_at,
    note, member_id);
stored!(AdvocateFields in "advocate": lead, note, marked_at, member_id);
stored!(RoutingRuleFields in "routing_rule": accounts, countries, owner_id;
    persona_ids by "routing_rule_persona" ("routing_rule_id", "persona_id"));
stored!(AgreementFields in "agreement": starts_on, definitions, profile, marketing, sales,
    marketing_quota, sales_quota, notes, marketing_signer, sales_signer);
