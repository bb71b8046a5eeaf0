//! What a column of a file of leads can be read as, and the names other tools give it.

use super::super::field::{Names, fit_among, plain};
use crate::facts::field::LeadField;
use crate::model::words;

words! {
    /// What a column of a file of leads is read as.
    LeadColumn {
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
        /// The company's industry.
        Industry = "industry",
        /// The country.
        Country = "country",
        /// The channel it came by first.
        Source = "source",
        /// Who is in charge of it.
        Owner = "owner",
        /// When it became a lead.
        Created = "created",
        /// The content that was asked for.
        Content = "content",
        /// When it was asked for.
        Requested = "requested",
        /// When it was first opened.
        Opened = "opened",
    }
}

#[rustfmt::skip]
const NAMES: &[Names<LeadColumn>] = &[
    (LeadColumn::Email, "email", &["email", "e mail", "email address", "e mail address", "work email",
        "business email", "contact email", "lead email", "mail", "e mail adresse", "adresse e mail", "courriel",
        "correo electronico", "correo", "emailadresse"]),
    (LeadColumn::ExternalId, "externalId", &["external id", "record id", "lead id", "contact id", "record id contact",
        "mql id", "person id", "prospect id", "customer id", "id", "guid", "leid", "marketo guid", "kennung",
        "datensatz id"]),
    (LeadColumn::Name, "name", &["name", "full name", "contact name", "lead name", "contact", "nom complet", "nombre completo",
        "vollstandiger name"]),
    (LeadColumn::FirstName, "firstName", &["first name", "firstname", "given name", "vorname", "prenom", "nombre"]),
    (LeadColumn::LastName, "lastName", &["last name", "lastname", "surname", "family name", "nachname", "nom",
        "nom de famille", "apellidos", "apellido"]),
    (LeadColumn::Title, "title", &["job title", "title", "position", "job role", "jobtitle", "role", "berufsbezeichnung",
        "stelle", "funktion", "poste", "fonction", "cargo", "puesto"]),
    (LeadColumn::Level, "level", &["job level", "level", "seniority", "management level", "seniority level", "job seniority",
        "hierarchieebene", "ebene", "niveau", "nivel"]),
    (LeadColumn::Company, "company", &["company", "company name", "company account", "account name", "account", "organization",
        "organisation", "associated company", "employer", "unternehmen", "firma", "entreprise", "societe", "empresa"]),
    (LeadColumn::Industry, "industry", &["industry", "company industry", "sector", "branche", "industrie", "secteur", "sector industrial",
        "vertical", "business segment"]),
    (LeadColumn::Country, "country", &["country", "country region", "mailing country", "land", "pays", "pais", "cc"]),
    (LeadColumn::Source, "source", &["lead source", "original source", "original traffic source", "source", "origin", "channel",
        "acquisition channel", "first touch channel", "quelle", "herkunft", "canal", "origen"]),
    (LeadColumn::Owner, "owner", &["lead owner", "contact owner", "owner", "account owner", "assigned to", "sales rep", "sdr id",
        "zustandig", "inhaber", "proprietaire", "propietario"]),
    (LeadColumn::Created, "created", &["create date", "created date", "created", "created at", "date created", "lead created",
        "first contact date", "optin time", "erstellt am", "erstelldatum", "date de creation", "fecha de creacion"]),
    (LeadColumn::Content, "content", &["content", "asset", "content title", "asset title", "asset name", "content name", "offer",
        "content offer", "download", "requested content", "landing page", "landing page id", "campaign", "inhalt", "contenu",
        "contenido"]),
    (LeadColumn::Requested, "requested", &["requested", "requested at", "request date", "request time", "requested on", "downloaded",
        "download date", "registered at", "registered", "conversion date", "form submitted at", "angefordert", "angefordert am",
        "demande le", "solicitado"]),
    (LeadColumn::Opened, "opened", &["opened", "opened at", "open date", "first opened", "open time", "first open", "consumed at",
        "consumed", "viewed at", "geoffnet", "geoffnet am", "ouvert le", "abierto"]),
];

impl LeadColumn {
    /// The field of the lead that it fills as it is; `None` where it takes part in one, or in an event.
    pub(super) fn field(self) -> Option<LeadField> {
        Some(match self {
            Self::Email => LeadField::Email,
            Self::ExternalId => LeadField::ExternalId,
            Self::Name => LeadField::Name,
            Self::Title => LeadField::Title,
            Self::Level => LeadField::Level,
            Self::Company => LeadField::Company,
            Self::Industry => LeadField::Industry,
            Self::Country => LeadField::Country,
            Self::Source => LeadField::Source,
            Self::Owner => LeadField::Owner,
            Self::Created => LeadField::Created,
            Self::FirstName | Self::LastName | Self::Content | Self::Requested | Self::Opened => {
                return None;
            }
        })
    }

    /// Whether its cells are moments.
    pub(super) fn is_time(self) -> bool {
        matches!(self, Self::Created | Self::Requested | Self::Opened)
    }

    /// How well a column of that name fits (0–1).
    pub(super) fn fit(self, header: &str) -> Option<f32> {
        let names = NAMES.iter().find(|(column, ..)| *column == self)?;
        fit_among(names.2, &plain(header))
    }
}

/// Whether a cell is a name that columns of leads go by.
pub(in crate::import) fn is_known_name(plain: &str) -> bool {
    NAMES.iter().any(|(.., names)| names.contains(&plain))
}
