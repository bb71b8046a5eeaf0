//! What a hand does reaches the page: drags, keys, and files picked in the system's own dialog.

use serde_json::json;
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::save;
use throughline_tests::window::{journey, wait};

const TWO_BOXES: &str = r"
document.body.innerHTML = '<main><h1>Boxes</h1><div id=card draggable=true>Card</div><div id=cell>Cell</div></main>';
for (const [id, x] of [['card', 40], ['cell', 400]])
  Object.assign(document.getElementById(id).style,
    { position: 'absolute', left: `${x}px`, top: '200px', width: '200px', height: '80px' });
card.addEventListener('dragstart', (e) => e.dataTransfer.setData('text/plain', 'the card'));
cell.addEventListener('dragover', (e) => e.preventDefault());
cell.addEventListener('drop', (e) => { e.preventDefault(); cell.textContent = e.dataTransfer.getData('text/plain'); });";

#[test]
fn a_card_can_be_dragged_with_the_mouse() {
    journey("drag", &[], async |window| {
        window.script(TWO_BOXES, vec![]).await;
        let (card, cell) = (window.by_css("#card").await, window.by_css("#cell").await);
        window.drag(&card, &cell).await;
        assert_eq!(cell.text().await.unwrap(), "the card");
    });
}

#[test]
fn a_file_can_be_picked_in_the_native_dialog_which_the_page_cannot_ask_itself() {
    journey("pick", &[], async |window| {
        let file = window.home().join("content plan.throughline");
        save(&northwind().architecture, &file);
        let ask = "window.refused = undefined;
            window.__TAURI_INTERNALS__.invoke('plugin:dialog|open', { options: {} })
              .catch((reason) => { window.refused = String(reason); });
            const open = { command: 'file.open', payload: {}, speaker: null };
            window.__TAURI_INTERNALS__.invoke('rpc', open)
              .then(({ open }) => { window.picked = open.location.path; });";
        window.script(ask, vec![]).await;
        window.pick_file(&file).await;
        let picked = wait::until("the picked path", async || {
            window.script("return window.picked", vec![]).await.as_str().map(str::to_owned)
        });
        assert_eq!(json!(picked.await), json!(file));
        let refused = window.script("return window.refused", vec![]).await;
        assert!(refused.as_str().is_some_and(|why| why.contains("not allowed")), "{refused}");
    });
}
