//! What is known of a lead: one text a field.

use crate::model::words;

words! {
    /// A field of a lead.
    LeadField {
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
    }
}

impl LeadField {
    /// Its place among all fields.
    pub fn at(self) -> usize {
        self as usize
    }
}

/// How many fields there are.
pub const FIELDS: usize = <LeadField as crate::model::Word>::ALL.len();
