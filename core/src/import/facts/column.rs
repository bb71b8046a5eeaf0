//! What a column of a file of facts can be read as.

use crate::facts::field::{
    AccountField, ChannelDayField, DealField, LeadField, SendField, StageCountField,
};
use crate::facts::subject::{FactField, Subject};
use crate::model::words;

words! {
    /// What a column of a file of facts is read as.
    FactColumn {
        /// The e-mail address.
        Email = "email",
        /// The id in the tool it came from.
        ExternalId = "externalId",
        /// First and last name.
        Name = "name",
        /// The first name.
        FirstName = "firstName",
        /// The last name.
        LastName = "lastName",
        /// The job title.
        Title = "title",
        /// The level.
        Level = "level",
        /// The company.
        Company = "company",
        /// The domain of the company's site.
        Domain = "domain",
        /// The company's industry.
        Industry = "industry",
        /// How many people work there.
        Size = "size",
        /// The country.
        Country = "country",
        /// The channel it came by first.
        Source = "source",
        /// Who is in charge of it.
        Owner = "owner",
        /// When it was made.
        Created = "created",
        /// When it was last changed.
        Modified = "modified",
        /// The stage it is in, or reached.
        Stage = "stage",
        /// When it reached the stage that the column is named for.
        Entered = "entered",
        /// Whether it may be written to.
        Consent = "consent",
        /// When what is known was last checked.
        Verified = "verified",
        /// Whether it fits the ideal customer profile.
        Fits = "fits",
        /// The content.
        Content = "content",
        /// When it was asked for.
        Requested = "requested",
        /// When it was first opened.
        Opened = "opened",
        /// When it happened; the day of what is counted.
        Happened = "happened",
        /// The first day of what is counted over a longer time.
        From = "from",
        /// What happened.
        Activity = "activity",
        /// What became of it: what was skipped or failed did not happen.
        Result = "result",
        /// The id of what happened.
        ActivityId = "activityId",
        /// More about what happened, as JSON.
        Attributes = "attributes",
        /// Whether a machine did it.
        Machine = "machine",
        /// The channel.
        Channel = "channel",
        /// The campaign.
        Campaign = "campaign",
        /// The deal's id.
        DealId = "dealId",
        /// The deal's name.
        DealName = "dealName",
        /// The account's id.
        AccountId = "accountId",
        /// The addresses or ids of the deal's leads.
        Leads = "leads",
        /// An amount of money.
        Value = "value",
        /// Its currency.
        Currency = "currency",
        /// When the deal was or is to be closed.
        Closed = "closed",
        /// When the deal was won.
        WonOn = "wonOn",
        /// Whether the deal is won.
        Won = "won",
        /// Whether the deal is closed.
        IsClosed = "isClosed",
        /// Why.
        Reason = "reason",
        /// The pipeline.
        Pipeline = "pipeline",
        /// The subject line.
        SubjectLine = "subjectLine",
        /// To whom it went.
        List = "list",
        /// So many were sent.
        Sent = "sent",
        /// So many arrived.
        Delivered = "delivered",
        /// So many opened it.
        Opens = "opens",
        /// So many clicked.
        Clicks = "clicks",
        /// So many addresses are not there.
        HardBounces = "hardBounces",
        /// So many could not be reached for now.
        SoftBounces = "softBounces",
        /// So many want no more.
        Unsubscribes = "unsubscribes",
        /// How often it was seen.
        Impressions = "impressions",
        /// So many.
        Count = "count",
    }
}

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// As a text.
    Text,
    /// As a moment.
    Time,
    /// As an amount of money.
    Amount,
    /// As a whole number.
    Count,
    /// As yes or no.
    Flag,
}

impl FactColumn {
    /// How its cells are read.
    pub(super) fn cell(self) -> Cell {
        match self {
            Self::Created
            | Self::Modified
            | Self::Entered
            | Self::Verified
            | Self::Requested
            | Self::Opened
            | Self::Happened
            | Self::From
            | Self::Closed
            | Self::WonOn => Cell::Time,
            Self::Value => Cell::Amount,
            Self::Sent
            | Self::Delivered
            | Self::Opens
            | Self::Clicks
            | Self::HardBounces
            | Self::SoftBounces
            | Self::Unsubscribes
            | Self::Impressions
            | Self::Count => Cell::Count,
            Self::Consent | Self::Fits | Self::Machine | Self::Won | Self::IsClosed => Cell::Flag,
            _ => Cell::Text,
        }
    }

    /// Whether its cells are moments.
    pub(super) fn is_time(self) -> bool {
        self.cell() == Cell::Time
    }

    /// Whether its moments say as of when the file speaks: not those that may lie ahead, nor those
    /// of another time than the rest.
    pub(super) fn tells_as_of(self) -> bool {
        self.is_time() && !matches!(self, Self::Closed | Self::From)
    }

    /// The place of the field of a subject that its cells fill; `None` where they take part in one,
    /// or in what happened.
    pub(super) fn field_of(self, subject: Subject) -> Option<usize> {
        match subject {
            Subject::Lead => self.of_lead().map(FactField::at),
            Subject::Account => self.of_account().map(FactField::at),
            Subject::Deal => self.of_deal().map(FactField::at),
            Subject::Send => self.of_send().map(FactField::at),
            Subject::ChannelDay => self.of_channel_day().map(FactField::at),
            Subject::StageCount => self.of_stage_count().map(FactField::at),
        }
    }

    fn of_lead(self) -> Option<LeadField> {
        Some(match self {
            Self::Email => LeadField::Email,
            Self::ExternalId => LeadField::ExternalId,
            Self::Name => LeadField::Name,
            Self::Title => LeadField::Title,
            Self::Level => LeadField::Level,
            Self::Company => LeadField::Company,
            Self::Domain => LeadField::Domain,
            Self::Industry => LeadField::Industry,
            Self::Country => LeadField::Country,
            Self::Source => LeadField::Source,
            Self::Owner => LeadField::Owner,
            Self::Created => LeadField::Created,
            Self::Stage => LeadField::Stage,
            Self::Consent => LeadField::Consent,
            Self::Verified => LeadField::Verified,
            _ => return None,
        })
    }

    fn of_account(self) -> Option<AccountField> {
        Some(match self {
            Self::ExternalId => AccountField::ExternalId,
            Self::Domain => AccountField::Domain,
            Self::Company => AccountField::Name,
            Self::Industry => AccountField::Industry,
            Self::Size => AccountField::Size,
            Self::Country => AccountField::Country,
            Self::Owner => AccountField::Owner,
            Self::Fits => AccountField::Fits,
            Self::Created => AccountField::Created,
            _ => return None,
        })
    }

    fn of_deal(self) -> Option<DealField> {
        Some(match self {
            Self::DealId => DealField::ExternalId,
            Self::DealName => DealField::Name,
            Self::Leads => DealField::Leads,
            Self::Value => DealField::Value,
            Self::Created => DealField::Opened,
            Self::Closed | Self::WonOn => DealField::Closed,
            Self::Stage => DealField::Stage,
            Self::Reason => DealField::Reason,
            Self::Pipeline => DealField::Pipeline,
            Self::Owner => DealField::Owner,
            Self::Source => DealField::Source,
            Self::Campaign => DealField::Campaign,
            _ => return None,
        })
    }

    fn of_send(self) -> Option<SendField> {
        Some(match self {
            Self::ExternalId => SendField::ExternalId,
            Self::Campaign => SendField::Campaign,
            Self::Happened => SendField::Day,
            Self::SubjectLine => SendField::Title,
            Self::List => SendField::List,
            Self::Sent => SendField::Sent,
            Self::Delivered => SendField::Delivered,
            Self::Opens => SendField::Opened,
            Self::Clicks => SendField::Clicked,
            Self::HardBounces => SendField::HardBounces,
            Self::SoftBounces => SendField::SoftBounces,
            Self::Unsubscribes => SendField::Unsubscribed,
            _ => return None,
        })
    }

    fn of_channel_day(self) -> Option<ChannelDayField> {
        Some(match self {
            Self::Happened => ChannelDayField::Day,
            Self::From => ChannelDayField::From,
            Self::Channel => ChannelDayField::Channel,
            Self::Content => ChannelDayField::Asset,
            Self::Campaign => ChannelDayField::Campaign,
            Self::Impressions => ChannelDayField::Impressions,
            Self::Value => ChannelDayField::Cost,
            _ => return None,
        })
    }

    fn of_stage_count(self) -> Option<StageCountField> {
        Some(match self {
            Self::Happened => StageCountField::Day,
            Self::Stage => StageCountField::Stage,
            Self::Channel => StageCountField::Channel,
            Self::Campaign => StageCountField::Campaign,
            Self::Content => StageCountField::Asset,
            Self::Count => StageCountField::Count,
            Self::Value => StageCountField::Value,
            _ => return None,
        })
    }
}

/// The place of the field that says in which currency the amounts of a subject are.
pub(super) fn currency_of(subject: Subject) -> Option<usize> {
    match subject {
        Subject::Deal => Some(DealField::Currency.at()),
        Subject::ChannelDay => Some(ChannelDayField::Currency.at()),
        Subject::StageCount => Some(StageCountField::Currency.at()),
        Subject::Lead | Subject::Account | Subject::Send => None,
    }
}
