//! What other tools call what happened.

use super::super::field::plain;
use crate::model::EventKind as K;

/// What a word says of what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    /// This happened.
    Of(K),
    /// Nothing that counts: a note, a changed field, a lead that was made.
    Nothing,
}

/// Names of activities, folded: English words and the numbers of Marketo's types.
#[rustfmt::skip]
const NAMES: &[(K, &[&str])] = &[
    (K::Impression, &["impression", "ad impression", "impresion"]),
    (K::Request, &["request", "requested", "fill out form", "form submission", "form submitted", "form fill", "download",
        "downloaded", "content request", "registration", "registered", "2", "anfrage", "demande", "solicitud"]),
    (K::Open, &["open", "opened", "content opened", "asset opened", "consumed", "read"]),
    (K::View, &["view", "viewed", "page view", "visit webpage", "visited", "pageview", "visit", "web visit", "1", "aufruf"]),
    (K::Click, &["click", "clicked", "click link", "link click", "3", "klick", "clic"]),
    (K::EmailSent, &["email sent", "send email", "sent", "sent email", "send", "6", "gesendet"]),
    (K::EmailDelivered, &["email delivered", "delivered", "delivery", "delivered email", "7", "zugestellt"]),
    (K::EmailOpened, &["email opened", "open email", "opened email", "email open", "10", "e mail geoffnet"]),
    (K::EmailClicked, &["email clicked", "click email", "clicked email", "email click", "11", "e mail geklickt"]),
    (K::EmailBouncedHard, &["email bounced", "hard bounce", "bounced hard", "bounce", "bounced", "email bounced hard", "8"]),
    (K::EmailBouncedSoft, &["soft bounce", "email bounced soft", "bounced soft", "27"]),
    (K::EmailUnsubscribed, &["unsubscribe", "unsubscribed", "unsubscribe email", "email unsubscribed", "opt out", "9",
        "abgemeldet"]),
    (K::Webinar, &["webinar", "webinar attended", "attended webinar", "attended event", "event attended", "attended"]),
    (K::DemoRequest, &["demo request", "demo requested", "requested demo", "demo", "request demo"]),
    (K::QuoteRequest, &["quote request", "quote requested", "pricing request", "quote", "request quote"]),
    (K::ContactRequest, &["contact request", "contact requested", "contact us", "contact sales", "requested contact"]),
    (K::SalesTouch, &["call", "email", "meeting", "sales call", "sales email", "sales touch", "outbound call", "linkedin message",
        "sms", "anruf", "besprechung", "appel", "llamada", "reunion"]),
    (K::Reply, &["reply", "replied", "email reply", "inbound email", "incoming email", "responded", "antwort"]),
];

/// What is no activity of a lead. The numbers are Marketo's: a lead made, merged, deleted, a field or
/// a score changed, and what its campaigns do.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "task", "note", "notes", "new lead", "change data value", "change score", "delete lead", "merge leads",
    "12", "13", "22", "24", "25", "29", "32", "34", "35", "36", "37", "104", "110", "111", "113",
];

/// What happened, in words.
pub(super) fn label(kind: K) -> &'static str {
    match kind {
        K::Request => "Requested content",
        K::Open => "Opened content",
        K::Impression => "Was shown something",
        K::View => "Looked at a page",
        K::Click => "Followed a link",
        K::EmailSent => "Was sent an e-mail",
        K::EmailDelivered => "Received an e-mail",
        K::EmailOpened => "Opened an e-mail",
        K::EmailClicked => "Clicked in an e-mail",
        K::EmailBouncedHard => "E-mail bounced for good",
        K::EmailBouncedSoft => "E-mail bounced for now",
        K::EmailUnsubscribed => "Unsubscribed",
        K::Webinar => "Attended a webinar or an event",
        K::DemoRequest => "Asked for a demo",
        K::QuoteRequest => "Asked for a quote",
        K::ContactRequest => "Asked to be contacted",
        K::SalesTouch => "Was called, written to or met by sales",
        K::Reply => "Answered sales",
        K::Other => "Something else",
        K::Move => "Reached a stage",
    }
}

/// What a word says, if it is known.
pub(super) fn happening(word: &str) -> Option<Happening> {
    let word = plain(word);
    if NOTHING.contains(&word.as_str()) {
        return Some(Happening::Nothing);
    }
    let found = NAMES.iter().find(|(_, names)| names.contains(&word.as_str()));
    found.map(|(kind, _)| Happening::Of(*kind))
}

/// What a file is about by its name, as in `marketo_activity_click_email_data.csv`: the longest name
/// that it holds.
pub(super) fn told_by_file(name: &str) -> Option<K> {
    let name = format!(" {} ", plain(name));
    let named = NAMES.iter().flat_map(|(kind, names)| names.iter().map(move |one| (*kind, *one)));
    let held = named.filter(|(_, one)| one.len() > 3 && name.contains(&format!(" {one} ")));
    held.max_by_key(|(_, one)| one.len()).map(|(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_several_tools_are_known() {
        for (word, kind) in [
            ("Click Email", K::EmailClicked),
            ("10", K::EmailOpened),
            ("emailDelivered", K::EmailDelivered),
            ("Form Submission", K::Request),
            ("Meeting", K::SalesTouch),
        ] {
            assert_eq!(happening(word), Some(Happening::Of(kind)), "{word}");
        }
        assert_eq!(happening("Task"), Some(Happening::Nothing));
        assert_eq!(happening("Interesting Moment"), None);
        let file = told_by_file("marketo_activity_click_email_data.csv");
        assert_eq!(file, Some(K::EmailClicked));
        assert_eq!(told_by_file("export.csv"), None);
    }
}
