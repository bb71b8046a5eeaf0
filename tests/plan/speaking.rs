//! Who speaks on a terminal.

use serde_json::json;
use throughline_core::api::speaking;
use throughline_tests::host::TestHost;

#[test]
fn the_first_on_the_team_speaks_unless_another_is_named() {
    let host = TestHost::default();
    assert_eq!(speaking(&host, None).unwrap(), None, "nothing is open");
    let host = TestHost::with_workspace();
    let kim = json!({ "fields": { "name": "A. Kim", "role": "sales" } });
    let kim = host.call("member.create", kim)["value"]["id"].clone();
    let id = |name| json!(speaking(&host, name).unwrap().unwrap());
    let members = host.call("member.list", json!({}));
    assert_eq!(id(None), members[0]["id"]);
    assert_eq!(id(Some("A. Kim")), kim);
    let error = speaking(&host, Some("A. Kin")).unwrap_err().to_string();
    assert!(error.contains("Mara Ruiz, A. Kim"), "{error}");
}
