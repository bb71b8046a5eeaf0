//! A cell from every side: what is dragged into it and out of it, and its rail.

use crate::architecture::{assert_as_drawn, on_the_map, until_cell};
use serde_json::json;
use throughline_tests::window::{Theme, Window, wait};

const GUARANTEE: &str = "Three-year price guarantee, explained";

/// Opens a cell in the rail, and there the one that is placed.
async fn open_placed(window: &Window, cell: &str, title: &str) {
    window.click("gridcell", cell).await;
    window.by_role("heading", cell).await;
    window.click("button", title).await;
    window.shows("Your answer, for marketing").await;
}

/// What was told last stands over the rail for a while, and takes clicks.
async fn until_told(window: &Window) {
    wait::until("the toasts to go", async || {
        window.names("alertdialog").await.is_empty().then_some(())
    })
    .await;
}

#[test]
fn a_placed_asset_is_dragged_to_another_cell() {
    on_the_map("cell-move", async |window| {
        window.click("gridcell", "CFO at Proposal").await;
        let placed = window.by_role("button", GUARANTEE).await;
        let target = window.by_role("gridcell", "CFO at Evaluation").await;
        window.drag_over(&placed, &target).await;
        window.shows("Move to CFO at Evaluation").await;
        window.picture("cell-moving").await;
        window.drop_on(&target).await;
        window.by_role("dialog", "Deal check").await;
        window.press("Escape").await;
        window.gone("dialog", "Deal check").await;
        // The only piece of the one is now the only piece of the other: planned, nothing live.
        until_cell(window, "CFO at Evaluation", "planned, 1 asset, 3 open must-needs").await;
        until_cell(window, "CFO at Proposal", "empty, 0 assets").await;
        window.press("Control+z").await;
        until_cell(window, "CFO at Proposal", "planned, 1 asset").await;
        assert_as_drawn(window).await;
    });
}

#[test]
fn several_cards_are_dragged_together() {
    on_the_map("cell-several", async |window| {
        let card = window.by_role("option", "How Fabrikam cut audit time by half").await;
        window.click("option", "How Fabrikam cut audit time by half").await;
        window.press("Shift+ArrowRight").await;
        window.shows("2 chosen").await;
        let target = window.by_role("gridcell", "CISO at Negotiation").await;
        window.drag(&card, &target).await;
        window.by_role("dialog", "Deal check").await;
        window.shows("2 assets").await;
        window.press("y").await;
        window.gone("dialog", "Deal check").await;
        // The case study is live with a yes, the template is in production: covered.
        until_cell(window, "CISO at Negotiation", "covered, 2 assets").await;
        window.press("Control+z").await;
        until_cell(window, "CISO at Negotiation", "unproven, 2 assets").await;
        window.press("Control+z").await;
        until_cell(window, "CISO at Negotiation", "empty, 0 assets").await;
    });
}

#[test]
fn a_drag_says_whom_it_would_cost() {
    on_the_map("cell-thins", async |window| {
        // What else they have there, the checklist, they share with the IT Manager.
        window.click("gridcell", "VP Operations at MQL").await;
        let own = window.by_role("button", "Migration readiness check").await;
        let target = window.by_role("gridcell", "CISO at MQL").await;
        window.drag_over(&own, &target).await;
        window.shows("VP Operations at MQL turns thin").await;
        window.picture("cell-thins").await;
        window.drop_on(&target).await;
        window.by_role("dialog", "Deal check").await;
        window.press("Escape").await;
        window.gone("dialog", "Deal check").await;
        until_cell(window, "VP Operations at MQL", "thin, 1 asset").await;
    });
}

#[test]
fn a_placement_is_answered_led_on_and_moved_in_the_rail() {
    on_the_map("cell-placement", async |window| {
        open_placed(window, "CFO at Proposal", GUARANTEE).await;
        window.assert_accessible("a placement in the rail").await;
        window.click("button", "Change here: Deepens it").await;
        window.fill("textbox", "Deepens it: in words", "Ask for a quote").await;
        window.press("Enter").await;
        window.shows("Next step changed, here alone").await;
        window.assert_accessible("a next step in the rail").await;
        until_told(window).await;
        window.pictures("cell-placement").await;
        window.click("button", "Done: Deepens it").await;
        window.shows("Ask for a quote").await;
        window.shows("(here alone)").await;
        window.click("button", "Change here: Deepens it").await;
        window.click("button", "Offer what the asset offers elsewhere").await;
        window.click("button", "Done: Deepens it").await;
        window.shows("See it with your own data").await;
        until_told(window).await;
        window.fill("textbox", "Why, in a line", "Buyers ask for it").await;
        window.click("button", "Partly").await;
        window.shows("partly (M. Ruiz): “Buyers ask for it”").await;
        until_told(window).await;
        window.click("button", "Answers so far").await;
        window.by_role("list", "Answers so far").await;
        window.click("button", "Move…").await;
        window.fill("combobox", "At which stage", "Negotiation").await;
        window.assert_accessible("the Move dialog").await;
        window.press("ArrowDown").await;
        window.press("Enter").await;
        window.by_role("dialog", "Move").await;
        window.click("button", "Move").await;
        window.gone("dialog", "Move").await;
        until_cell(window, "CFO at Proposal", "empty, 0 assets").await;
    });
}

#[test]
fn a_cell_is_set_not_applicable_and_back() {
    on_the_map("cell-not-applicable", async |window| {
        window.click("gridcell", "CISO at Proposal").await;
        window.click("button", "Set not applicable…").await;
        window.fill("textbox", "Why nothing is needed here", "They never see an offer").await;
        window.press("Enter").await;
        window.gone("dialog", "Set not applicable").await;
        until_cell(window, "CISO at Proposal", "not applicable").await;
        window.shows("They never see an offer").await;
        // 56 of 123 − 4 of weight.
        window.shows("Coverage 47 · 10 of 33 cells covered · 11 have nothing live").await;
        window.click("button", "Applicable again").await;
        until_cell(window, "CISO at Proposal", "empty, 0 assets").await;
    });
}

#[test]
fn the_rail_counts_what_the_map_counts() {
    on_the_map("cell-filtered", async |window| {
        window.click("button", "Filter").await;
        window.fill("combobox", "Format", "Calc").await;
        window.by_role("option", "Calculator").await;
        window.assert_accessible("the filter").await;
        window.picture("cell-filter").await;
        window.press("Enter").await;
        window.press("Escape").await;
        // Calculators: the cost calculator, the readiness check, and the ROI model of the tray.
        window.shows("The map counts only 3 of 54 assets.").await;
        window.click("gridcell", "CFO at MQL").await;
        window.shows("2 more do not pass the filter.").await;
        window.click("gridcell", "CFO at Inquiry").await;
        // Nothing counts there. Of the gaps with weight 5, those at Evaluation and at SAL have
        // open must-needs and go before.
        window.shows("Gap 3, at 100 of 100.").await;
        window.pictures("cell-filtered").await;
    });
}

#[test]
fn a_need_is_declined_and_a_piece_next_door_reused() {
    on_the_map("cell-needs", async |window| {
        window.click("gridcell", "CFO at Evaluation").await;
        window.click("button", "Answer, decline or delete “What if usage").await;
        window.click("menuitem", "Decline…").await;
        window.fill("textbox", "Why", "Priced per year").await;
        window.press("Enter").await;
        window.gone("dialog", "Decline the need").await;
        until_cell(window, "CFO at Evaluation", "empty, 0 assets, 2 open must-needs").await;
        window.shows("“Priced per year”").await;
        window.click("tab", "Gaps").await;
        window.click("button", "Reuse for CFO at Evaluation").await;
        window.click("button", "Place TCO worksheet for storage here").await;
        window.by_role("dialog", "Place").await;
        window.click("button", "Place").await;
        window.gone("dialog", "Place").await;
        until_cell(window, "CFO at Evaluation", "unproven, 1 asset, 2 open must-needs").await;
    });
}

#[test]
fn themes_against_personas() {
    on_the_map("cell-themes", async |window| {
        for (title, theme) in [("TCO worksheet", "Cost"), ("Sizing guide", "Capacity")] {
            let all = window.call("asset.list", json!({ "filter": { "text": title } })).await;
            let asset = &all["rows"][0]["asset"];
            let set = json!({ "themes": [theme] });
            let change = json!({ "id": asset["id"], "version": asset["version"], "set": set });
            window.call("asset.update", change).await;
        }
        window.click("radio", "Themes").await;
        window.by_role("gridcell", "Cost for CFO: 1 asset, 1 live, 1 with a yes").await;
        window.by_role("gridcell", "Capacity for CFO: nothing").await;
        window.pictures("cell-themes").await;
        for theme in [Theme::Light, Theme::Dark] {
            window.set_theme(theme).await;
            window.assert_accessible(&format!("themes, {theme:?}")).await;
        }
        window.click("gridcell", "Cost for CFO").await;
        window.shows("The map counts only 1 of 54 assets.").await;
    });
}
