//! Lists of content as people really have them, from a file to the plan.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod any_order;
mod asked;
mod attack;
mod canaries;
mod deals;
mod duck;
mod duck_funnel;
mod duck_kpi;
mod duck_return;
mod duck_revenue;
mod effect;
mod erased;
mod erased_files;
mod facts;
mod files;
mod frozen;
mod funnel;
mod handoff;
mod hot;
mod kpi;
mod kpi_behind;
mod kpi_costs;
mod kpi_families;
mod leads;
mod northwind;
mod prices;
mod quality;
mod real;
mod real_facts;
mod real_funnel;
mod real_kpi;
mod real_leads;
mod record;
mod scoring;
mod small_among_many;
