//! What a file of facts holds, told by its header, and what its rows are about.

use super::super::sheet::Sheet;
use super::column::FactColumn;
use super::mapping::Columns;
use super::names::fit;
use crate::facts::identity::is_address;
use crate::facts::subject::Subject;
use crate::model::FactKind;

/// How sure a name must be.
const SURE: f32 = 0.6;
/// How many rows are looked at.
const LOOKED_AT: usize = 200;

/// What the rows of a file are about.
pub(super) fn subject(kind: FactKind, columns: &Columns) -> Subject {
    match kind {
        FactKind::Leads | FactKind::Events => Subject::Lead,
        FactKind::Accounts => Subject::Account,
        FactKind::Deals => Subject::Deal,
        FactKind::Moves => {
            let person = columns.has(FactColumn::Email);
            let deal = columns.has(FactColumn::DealId) || columns.has(FactColumn::DealName);
            if deal && !person { Subject::Deal } else { Subject::Lead }
        }
        FactKind::Sends => Subject::Send,
        FactKind::ChannelDays => Subject::ChannelDay,
        FactKind::StageCounts => Subject::StageCount,
    }
}

/// What a file seems to hold.
pub(super) fn told(head: &Sheet) -> FactKind {
    use FactColumn as C;
    use FactKind as K;
    let look = Look { head };
    let counts = [C::Sent, C::Delivered, C::Opens, C::Clicks, C::HardBounces, C::Unsubscribes];
    let has_person = look.has_person();
    let has_deal = look.names(&["deal id", "deal name", "opportunity id", "opportunity name"]);
    let has_value = look.has(K::Deals, C::Value);
    let has_id = look.has(K::Deals, C::DealId) || look.has(K::Leads, C::ExternalId);
    if counts.iter().filter(|one| look.has(K::Sends, **one)).count() >= 3 && !has_person {
        K::Sends
    } else if look.names(&["activity date", "activity type", "activity type id", "event type"])
        || look.has(K::Events, C::Activity) && look.has(K::Events, C::Happened) && !has_deal
    {
        K::Events
    } else if look.names(&["to stage", "new stage", "new value", "edit date", "stage change date"])
        && look.has(K::Moves, C::Happened)
    {
        K::Moves
    } else if has_deal
        || look.has(K::Deals, C::WonOn)
        || has_value && has_id && (look.has(K::Deals, C::Stage) || look.has(K::Deals, C::Closed))
    {
        K::Deals
    } else if !has_person {
        look.without_persons(has_id)
    } else {
        K::Leads
    }
}

/// A look at a header.
struct Look<'a> {
    head: &'a Sheet,
}

impl Look<'_> {
    fn has(&self, kind: FactKind, column: FactColumn) -> bool {
        let names = self.head.columns.iter().map(|column| &column.name);
        names.into_iter().any(|name| fit(kind, column, name).is_some_and(|fit| fit >= SURE))
    }

    fn names(&self, names: &[&str]) -> bool {
        let plain = |column: &super::super::sheet::Column| super::super::field::plain(&column.name);
        self.head.columns.iter().map(plain).any(|name| names.contains(&name.as_str()))
    }

    /// Whether the rows name persons.
    fn has_person(&self) -> bool {
        let addresses = |at: usize| {
            let said = || self.head.said(at).take(LOOKED_AT);
            said().count() > 0
                && said().filter(|cell| is_address(cell)).count() * 2 > said().count()
        };
        let owner = |at: usize| {
            let name = &self.head.columns[at].name;
            fit(FactKind::Leads, FactColumn::Owner, name).is_some()
                || fit(FactKind::Accounts, FactColumn::Owner, name).is_some()
        };
        self.has(FactKind::Leads, FactColumn::Email)
            || self.has(FactKind::Leads, FactColumn::LastName)
            || (0..self.head.columns.len()).any(|at| addresses(at) && !owner(at))
    }

    fn without_persons(&self, has_id: bool) -> FactKind {
        use FactColumn as C;
        use FactKind as K;
        let company = self.names(&["company id", "company name", "account id", "account name"]);
        if company && !self.has(K::Leads, C::Title) || self.has(K::Accounts, C::Size) {
            return K::Accounts;
        }
        let counted = self.has(K::ChannelDays, C::Impressions)
            || self.names(&["cost", "spend", "amount spent", "ad spend"]);
        if counted && !has_id {
            return K::ChannelDays;
        }
        let channel = self.has(K::StageCounts, C::Channel) || self.has(K::StageCounts, C::Campaign);
        if channel && !has_id && self.has(K::StageCounts, C::Happened) {
            return K::StageCounts;
        }
        K::Leads
    }
}
