//! What leads do, and what is done with them.

use super::word::words;

words! {
    /// What happened.
    EventKind {
        /// Content was asked for.
        Request = "request",
        /// Content that was asked for was opened.
        Open = "open",
        /// Something was shown.
        Impression = "impression",
        /// A page was looked at.
        View = "view",
        /// A link was followed.
        Click = "click",
        /// An e-mail was sent.
        EmailSent = "emailSent",
        /// An e-mail arrived.
        EmailDelivered = "emailDelivered",
        /// An e-mail was opened.
        EmailOpened = "emailOpened",
        /// A link in an e-mail was followed.
        EmailClicked = "emailClicked",
        /// An e-mail came back: the address is not there.
        EmailBouncedHard = "emailBouncedHard",
        /// An e-mail came back for now.
        EmailBouncedSoft = "emailBouncedSoft",
        /// No more e-mails were wanted.
        EmailUnsubscribed = "emailUnsubscribed",
        /// A webinar or an event was attended.
        Webinar = "webinar",
        /// A demo was asked for.
        DemoRequest = "demoRequest",
        /// A quote was asked for.
        QuoteRequest = "quoteRequest",
        /// Sales was asked to get in touch.
        ContactRequest = "contactRequest",
        /// Sales called, wrote or met.
        SalesTouch = "salesTouch",
        /// Sales was answered.
        Reply = "reply",
        /// Something else.
        Other = "other",
        /// A stage was reached: the content is the stage, the campaign the reason.
        Move = "move",
    }
}

impl EventKind {
    /// Whether it is something that a person did of their own accord: more than being shown or sent
    /// something, or than what sales and the tools did.
    pub fn is_engagement(self) -> bool {
        match self {
            Self::Request
            | Self::Open
            | Self::View
            | Self::Click
            | Self::EmailOpened
            | Self::EmailClicked
            | Self::Webinar
            | Self::DemoRequest
            | Self::QuoteRequest
            | Self::ContactRequest
            | Self::Reply
            | Self::Other => true,
            Self::Impression
            | Self::EmailSent
            | Self::EmailDelivered
            | Self::EmailBouncedHard
            | Self::EmailBouncedSoft
            | Self::EmailUnsubscribed
            | Self::SalesTouch
            | Self::Move => false,
        }
    }

    /// Whether it makes a lead hot at once.
    pub fn is_hot(self) -> bool {
        matches!(self, Self::DemoRequest | Self::QuoteRequest | Self::ContactRequest)
    }
}
