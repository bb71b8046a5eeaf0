//! The fields of what facts are about. Each is one text; a time is epoch milliseconds, a day is the
//! time at which it begins, an amount is in minor units of its currency, yes and no are words.

use super::subject::{FactField, Subject};
use crate::model::words;

/// Fields of a subject, with their words.
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident of $subject:ident
        { $($(#[$vmeta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        words! { $(#[$meta])* $name { $($(#[$vmeta])* $variant = $word),* } }

        impl FactField for $name {
            const SUBJECT: Subject = Subject::$subject;
            const WORDS: &'static [&'static str] = &[$($word),*];
            fn at(self) -> usize {
                self as usize
            }
        }
    };
}

fields! {
    /// A field of a lead.
    LeadField of Lead {
        /// The e-mail address, folded: the identity.
        Email = "email",
        /// The id in the tool it came from: the identity where there is no address.
        ExternalId = "externalId",
        /// First and last name.
        Name = "name",
        /// The job title, by which personas are told.
        Title = "title",
        /// The level: C-level, VP, director, manager …
        Level = "level",
        /// The company.
        Company = "company",
        /// The company's industry.
        Industry = "industry",
        /// The country.
        Country = "country",
        /// The channel it came by first.
        Source = "source",
        /// Who is in charge of it.
        Owner = "owner",
        /// When it became a lead: epoch milliseconds.
        Created = "created",
        /// The stage that the file says it is in.
        Stage = "stage",
        /// The domain or address of the company's site.
        Domain = "domain",
        /// Whether it may be written to: yes or no.
        Consent = "consent",
        /// When what is known of it was last checked: epoch milliseconds.
        Verified = "verified",
    }
}

fields! {
    /// A field of an account.
    AccountField of Account {
        /// The id in the tool it came from.
        ExternalId = "externalId",
        /// The domain of its site.
        Domain = "domain",
        /// The company's name.
        Name = "name",
        /// The industry.
        Industry = "industry",
        /// How many people work there.
        Size = "size",
        /// The country.
        Country = "country",
        /// Who is in charge of it.
        Owner = "owner",
        /// Whether it fits the ideal customer profile: yes or no.
        Fits = "fits",
        /// When it was made: epoch milliseconds.
        Created = "created",
    }
}

fields! {
    /// A field of a deal.
    DealField of Deal {
        /// The id in the tool it came from.
        ExternalId = "externalId",
        /// Its name.
        Name = "name",
        /// The account: an id, a domain or a name.
        Account = "account",
        /// The addresses or ids of its leads, parted by semicolons.
        Leads = "leads",
        /// The value, in minor units of its currency.
        Value = "value",
        /// The currency of the value.
        Currency = "currency",
        /// When it was opened: epoch milliseconds.
        Opened = "opened",
        /// When it was or is to be closed: epoch milliseconds.
        Closed = "closed",
        /// open, won or lost.
        Outcome = "outcome",
        /// Why it was lost.
        Reason = "reason",
        /// The stage that the file says it is in.
        Stage = "stage",
        /// The pipeline it is in.
        Pipeline = "pipeline",
        /// Who is in charge of it.
        Owner = "owner",
        /// The channel it came by.
        Source = "source",
        /// The campaign it came by.
        Campaign = "campaign",
    }
}

fields! {
    /// A field of an e-mail that went out, counted.
    SendField of Send {
        /// The id in the tool it came from.
        ExternalId = "externalId",
        /// The campaign.
        Campaign = "campaign",
        /// When it went out: epoch milliseconds.
        Day = "day",
        /// The subject line.
        Title = "title",
        /// To whom it went: a list or a segment.
        List = "list",
        /// So many were sent.
        Sent = "sent",
        /// So many arrived.
        Delivered = "delivered",
        /// So many people opened it.
        Opened = "opened",
        /// So many people clicked in it.
        Clicked = "clicked",
        /// So many addresses are not there.
        HardBounces = "hardBounces",
        /// So many could not be reached for now.
        SoftBounces = "softBounces",
        /// So many want no more.
        Unsubscribed = "unsubscribed",
    }
}

fields! {
    /// A field of a day of a channel, counted.
    ChannelDayField of ChannelDay {
        /// The day; the last one of a longer time.
        Day = "day",
        /// The first day of a longer time.
        From = "from",
        /// The channel.
        Channel = "channel",
        /// The content, or none: as the file names it.
        Asset = "asset",
        /// The campaign.
        Campaign = "campaign",
        /// How often it was seen.
        Impressions = "impressions",
        /// What it cost, in minor units of the currency.
        Cost = "cost",
        /// The currency of the cost.
        Currency = "currency",
    }
}

fields! {
    /// A field of rows that carry no person and no id, counted by stage.
    StageCountField of StageCount {
        /// The day.
        Day = "day",
        /// The stage, won or lost.
        Stage = "stage",
        /// The channel.
        Channel = "channel",
        /// The campaign.
        Campaign = "campaign",
        /// The content: as the file names it.
        Asset = "asset",
        /// So many.
        Count = "count",
        /// Their value together, in minor units of the currency.
        Value = "value",
        /// The currency of the value.
        Currency = "currency",
    }
}

/// How many fields a lead has.
pub const FIELDS: usize = LeadField::WORDS.len();
