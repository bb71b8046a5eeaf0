//! The names by which columns of files of facts go, by what a file holds: English, German, French
//! and Spanish, folded, the surest first. Vendors are rows here.

use super::super::field::{fit_among, plain};
use super::column::FactColumn as C;
use crate::model::FactKind;

/// A column, and its names.
pub(super) type Named = (C, &'static [&'static str]);

#[rustfmt::skip]
const EMAIL: Named = (C::Email, &["email", "e mail", "email address", "e mail address", "work email",
    "business email", "contact email", "lead email", "associated contact email", "mail", "e mail adresse", "adresse e mail",
    "courriel", "correo electronico", "correo", "emailadresse", "recipient", "recipient email"]);
#[rustfmt::skip]
const LEAD_ID: Named = (C::ExternalId, &["external id", "record id", "lead id", "contact id", "record id contact",
    "mql id", "person id", "prospect id", "customer id", "id", "guid", "leid", "kennung", "datensatz id",
    "subscriber id", "associated contact ids", "who id"]);
#[rustfmt::skip]
const NAME: Named = (C::Name, &["name", "full name", "contact name", "lead name", "contact", "nom complet",
    "nombre completo", "vollstandiger name"]);
const FIRST_NAME: Named =
    (C::FirstName, &["first name", "firstname", "given name", "vorname", "prenom", "nombre"]);
#[rustfmt::skip]
const LAST_NAME: Named = (C::LastName, &["last name", "lastname", "surname", "family name", "nachname", "nom",
    "nom de famille", "apellidos", "apellido"]);
#[rustfmt::skip]
const TITLE: Named = (C::Title, &["job title", "title", "position", "job role", "jobtitle", "role",
    "berufsbezeichnung", "stelle", "funktion", "poste", "fonction", "cargo", "puesto"]);
#[rustfmt::skip]
const LEVEL: Named = (C::Level, &["job level", "level", "seniority", "management level", "seniority level",
    "job seniority", "hierarchieebene", "ebene", "niveau", "nivel"]);
#[rustfmt::skip]
const COMPANY: Named = (C::Company, &["company", "company name", "company account", "account name", "account",
    "organization", "organisation", "associated company", "employer", "unternehmen", "firma", "entreprise",
    "societe", "empresa"]);
#[rustfmt::skip]
const INDUSTRY: Named = (C::Industry, &["industry", "company industry", "sector", "branche", "industrie", "secteur",
    "sector industrial", "vertical", "business segment"]);
#[rustfmt::skip]
const COUNTRY: Named = (C::Country, &["country", "country region", "billing country", "mailing country", "land",
    "pays", "pais", "cc", "shipping country"]);
#[rustfmt::skip]
const DOMAIN: Named = (C::Domain, &["company domain name", "company domain", "domain", "associated company domain",
    "website", "website url", "web site", "webseite", "site web", "sitio web"]);
#[rustfmt::skip]
const SOURCE: Named = (C::Source, &["lead source", "original source", "original traffic source", "source", "origin",
    "channel", "acquisition channel", "first touch channel", "quelle", "herkunft", "canal", "origen"]);
#[rustfmt::skip]
const CREATED: Named = (C::Created, &["create date", "created date", "created", "created at", "date created",
    "lead created", "first contact date", "optin time", "erstellt am", "erstelldatum", "date de creation",
    "fecha de creacion", "open date", "opened date"]);
#[rustfmt::skip]
const MODIFIED: Named = (C::Modified, &["last modified date", "last modified", "modified date", "modified",
    "updated at", "last updated", "last activity date", "last changed", "system modstamp", "geandert am", "zuletzt geandert",
    "date de modification", "fecha de modificacion"]);
#[rustfmt::skip]
const REASON: Named = (C::Reason, &["closed lost reason", "lost reason", "loss reason", "reason", "reason lost",
    "grund", "verlustgrund", "raison", "motivo"]);
#[rustfmt::skip]
const CURRENCY: Named = (C::Currency, &["currency", "amount currency", "currency code", "currency iso code",
    "deal currency", "total amount currency", "cost currency", "wahrung", "devise", "moneda"]);
#[rustfmt::skip]
const CHANNEL: Named = (C::Channel, &["channel", "utm medium", "medium", "session medium",
    "session default channel group", "default channel group", "campaign channel", "kanal", "canal", "traffic source", "platform",
    "source medium"]);
#[rustfmt::skip]
const CAMPAIGN: Named = (C::Campaign, &["campaign", "campaign name", "utm campaign", "session campaign", "kampagne",
    "campagne", "campana", "program name", "program", "campaign id"]);
#[rustfmt::skip]
const CONTENT: Named = (C::Content, &["content", "asset", "content title", "asset title", "asset name",
    "content name", "offer", "content offer", "download", "requested content", "landing page", "landing page id", "campaign",
    "inhalt", "contenu", "contenido"]);
#[rustfmt::skip]
const STAGE: Named = (C::Stage, &["stage", "deal stage", "stage name", "lifecycle stage", "lead stage", "new stage",
    "to stage", "new value", "opportunity stage", "phase", "dealphase", "etape", "etapa", "lead status", "status"]);
const ENTERED: Named =
    (C::Entered, &["date entered", "hs v2 date entered", "hs date entered", "became a", "entered"]);

#[rustfmt::skip]
const LEADS: &[Named] = &[
    EMAIL, LEAD_ID, NAME, FIRST_NAME, LAST_NAME, TITLE,
    LEVEL, COMPANY, INDUSTRY, COUNTRY, SOURCE,
    (C::Owner, &["lead owner", "contact owner", "owner", "account owner", "assigned to", "sales rep", "sdr id",
        "zustandig", "inhaber", "proprietaire", "propietario"]),
    CREATED,
    (C::Stage, &["lifecycle stage", "lead stage", "stage", "phase", "lebenszyklusphase", "etape", "etapa"]),
    (C::Domain, &["associated company domain", "company domain name", "company domain", "domain", "company website"]),
    (C::Consent, &["consent", "opt in", "opted in", "marketing consent", "email opt in", "einwilligung", "consentement",
        "consentimiento"]),
    (C::Verified, &["verified", "verified on", "verified at", "last verified"]),
    CONTENT,
    (C::Requested, &["requested", "requested at", "request date", "request time", "requested on", "downloaded",
        "download date", "registered at", "registered", "conversion date", "form submitted at", "angefordert",
        "angefordert am", "demande le", "solicitado"]),
    (C::Opened, &["opened", "opened at", "open date", "first opened", "open time", "first open", "consumed at",
        "consumed", "viewed at", "geoffnet", "geoffnet am", "ouvert le", "abierto"]),
    ENTERED,
];

#[rustfmt::skip]
const ACCOUNTS: &[Named] = &[
    (C::ExternalId, &["company id", "account id", "record id", "record id company", "external id", "id", "guid",
        "unternehmens id"]),
    DOMAIN,
    (C::Company, &["company name", "account name", "company", "name", "account", "organization", "organisation", "firma",
        "unternehmensname", "nom de l entreprise", "nombre de la empresa", "empresa"]),
    INDUSTRY,
    (C::Size, &["number of employees", "employees", "company size", "size", "no of employees", "employee count", "headcount",
        "mitarbeiterzahl", "mitarbeiter", "effectif", "nombre d employes", "empleados"]),
    COUNTRY,
    (C::Owner, &["company owner", "account owner", "owner", "owner id", "inhaber", "proprietaire", "propietario"]),
    (C::Fits, &["icp", "is icp", "fits", "ideal customer profile", "icp fit", "target account"]),
    CREATED, MODIFIED,
];

#[rustfmt::skip]
const EVENTS: &[Named] = &[
    EMAIL,
    (C::ExternalId, &["lead id", "contact id", "person id", "prospect id", "record id contact", "record id", "external id",
        "subscriber id", "who id", "euid", "leid", "associated contact ids"]),
    NAME, FIRST_NAME, LAST_NAME, TITLE, LEVEL, COMPANY, COUNTRY,
    (C::Happened, &["activity date", "event time", "event date", "timestamp", "date", "time", "occurred at", "happened",
        "happened at", "event timestamp", "created at", "datetime", "action time", "datum", "zeitpunkt", "fecha"]),
    (C::Activity, &["activity type", "activity type id", "event type", "event", "event name", "activity", "action", "type",
        "interaction", "aktivitat", "aktion", "ereignis", "evenement", "evento"]),
    (C::Result, &["action result", "activity result"]),
    (C::ActivityId, &["activity id", "event id", "marketo guid", "guid", "id"]),
    (C::Attributes, &["attributes", "event properties"]),
    (C::Machine, &["is bot activity", "bot", "is bot", "machine", "machine open", "bot activity", "filtered event"]),
    (C::Content, &["primary attribute value", "content", "asset", "content title", "asset title", "asset name", "link", "url",
        "page", "page url", "page path", "call meeting title subject", "subject", "offer", "inhalt", "contenu", "contenido"]),
    CHANNEL,
    (C::Campaign, &["campaign", "campaign name", "utm campaign", "campaign id", "email campaign", "program", "mailing",
        "digest", "kampagne", "campagne", "campana"]),
];

#[rustfmt::skip]
const MOVES: &[Named] = &[
    EMAIL, LEAD_ID,
    (C::DealId, &["deal id", "opportunity id", "record id deal", "opportunity id 18", "opp id"]),
    (C::DealName, &["deal name", "opportunity name", "deal", "opportunity"]),
    COMPANY,
    (C::Stage, &["to stage", "new stage", "new value", "stage", "stage name", "deal stage", "lifecycle stage", "lead stage",
        "phase", "etape", "etapa"]),
    (C::Happened, &["edit date", "stage change date", "last stage change date", "changed at", "changed on", "date", "timestamp",
        "moved at", "moved on", "entered at", "entered on", "last modified", "datum", "fecha", "created date"]),
    REASON, ENTERED,
];

#[rustfmt::skip]
const DEALS: &[Named] = &[
    (C::DealId, &["deal id", "opportunity id", "record id", "record id deal", "id", "external id", "guid"]),
    (C::DealName, &["deal name", "opportunity name", "name", "deal", "opportunity", "dealname", "nom de la transaction",
        "nombre del negocio"]),
    (C::Company, &["account name", "company name", "company", "account", "associated company", "customer", "kunde",
        "unternehmen", "entreprise", "empresa"]),
    (C::AccountId, &["account id", "company id", "associated company ids", "associated company id"]),
    (C::Domain, &["associated company domain", "company domain", "domain"]),
    (C::Leads, &["associated contact email", "contact email", "primary contact email", "email", "associated contact ids",
        "contact id", "primary contact", "contact ids", "mql id", "lead id", "associated contact"]),
    (C::Value, &["amount", "deal amount", "total amount", "value", "deal value", "opportunity amount", "acv", "arr", "tcv",
        "pipeline amount", "closed won bookings amount", "betrag", "montant", "importe", "wert", "valeur", "valor"]),
    CURRENCY, CREATED, MODIFIED,
    (C::Closed, &["close date", "closed date", "closed at", "closed", "expected close date", "abschlussdatum",
        "date de cloture", "fecha de cierre"]),
    (C::WonOn, &["won date", "won at", "won on", "closed won date", "date won", "gewonnen am"]),
    STAGE,
    (C::Won, &["is won", "won", "is closed won"]),
    (C::IsClosed, &["is closed", "is deal closed"]),
    REASON,
    (C::Pipeline, &["pipeline", "deal pipeline", "record type"]),
    (C::Owner, &["deal owner", "opportunity owner", "owner", "owner id", "owner name", "sr id", "inhaber", "proprietaire",
        "propietario"]),
    (C::Source, &["lead source", "original traffic source", "original source", "source", "utm medium", "channel"]),
    (C::Campaign, &["primary campaign source", "campaign", "campaign name", "utm campaign", "campaign id"]),
    ENTERED,
];

#[rustfmt::skip]
const SENDS: &[Named] = &[
    (C::ExternalId, &["unique id", "campaign id", "email id", "id", "send id", "mailing id"]),
    (C::Campaign, &["title", "campaign name", "campaign", "email name", "name", "mailing", "kampagne", "campagne", "campana"]),
    (C::SubjectLine, &["subject", "subject line", "email subject", "betreff", "objet", "asunto"]),
    (C::List, &["list", "audience", "segment", "list name", "liste", "lista"]),
    (C::Happened, &["send date", "send time", "sent date", "sent at", "sent on", "date", "send date time", "versanddatum",
        "date d envoi", "fecha de envio"]),
    (C::Sent, &["total recipients", "sent", "recipients", "emails sent", "total sent", "gesendet", "envoyes", "enviados"]),
    (C::Delivered, &["successful deliveries", "delivered", "deliveries", "emails delivered", "zugestellt", "delivres",
        "entregados"]),
    (C::Opens, &["unique opens", "opened", "opens", "emails opened", "geoffnet", "ouvertures", "aperturas"]),
    (C::Clicks, &["unique clicks", "clicked", "clicks", "emails clicked", "geklickt", "clics"]),
    (C::HardBounces, &["hard bounces", "hard bounced", "bounces", "bounced", "total bounces"]),
    (C::SoftBounces, &["soft bounces", "soft bounced"]),
    (C::Unsubscribes, &["unsubscribes", "unsubscribed", "unsubscriptions", "opt outs", "abmeldungen", "desabonnements", "bajas"]),
];

#[rustfmt::skip]
const CHANNEL_DAYS: &[Named] = &[
    (C::Happened, &["date", "day", "end date", "reporting ends", "month", "week", "datum", "tag", "jour", "fecha", "dia"]),
    (C::From, &["start date", "reporting starts", "from"]),
    CHANNEL,
    (C::Content, &["page path and screen class", "page title and screen class", "page path", "page title", "landing page",
        "page", "page location", "content", "asset", "asset title", "url", "seitenpfad"]),
    (C::Campaign, &["campaign", "campaign name", "utm campaign", "session campaign", "kampagne", "campagne", "campana"]),
    (C::Impressions, &["impressions", "views", "screen page views", "pageviews", "page views", "sessions", "visits",
        "impressionen", "aufrufe", "seitenaufrufe", "vues", "visualizaciones"]),
    (C::Value, &["cost", "spend", "amount spent", "ad spend", "costs", "kosten", "ausgaben", "cout", "depenses", "coste",
        "gasto"]),
    CURRENCY,
];

#[rustfmt::skip]
const STAGE_COUNTS: &[Named] = &[
    (C::Happened, &["date", "created date", "create date", "marketing qualified date", "reached pipeline opportunity date",
        "close date", "day", "month", "week", "datum", "fecha"]),
    (C::Stage, &["stage", "lifecycle stage", "deal stage", "funnel stage", "phase", "etape", "etapa"]),
    CHANNEL, CAMPAIGN,
    (C::Content, &["content", "asset", "utm content", "landing page", "offer", "asset title"]),
    (C::Count, &["count", "n", "leads", "number", "quantity", "total", "anzahl", "nombre", "cantidad", "record count"]),
    (C::Value, &["amount", "value", "pipeline amount", "closed won bookings amount", "revenue", "bookings", "betrag", "umsatz",
        "montant", "importe"]),
    CURRENCY,
];

/// The columns that a file of a kind can have.
pub(super) fn columns(kind: FactKind) -> &'static [Named] {
    match kind {
        FactKind::Leads => LEADS,
        FactKind::Accounts => ACCOUNTS,
        FactKind::Events => EVENTS,
        FactKind::Moves => MOVES,
        FactKind::Deals => DEALS,
        FactKind::Sends => SENDS,
        FactKind::ChannelDays => CHANNEL_DAYS,
        FactKind::StageCounts => STAGE_COUNTS,
    }
}

/// How well a header names a column of a kind (0–1).
pub(super) fn fit(kind: FactKind, column: C, header: &str) -> Option<f32> {
    let names = columns(kind).iter().find(|(one, _)| *one == column)?;
    fit_among(names.1, &plain(header))
}

/// Whether a cell is a name that columns of facts go by.
pub(in crate::import) fn is_known_name(plain: &str) -> bool {
    use crate::model::Word;
    FactKind::ALL.iter().any(|kind| columns(*kind).iter().any(|(_, names)| names.contains(&plain)))
}

/// The stage that a column of times is named for: that in quotation marks, else what follows "date
/// entered" and the like.
pub(super) fn stage_of(header: &str) -> Option<String> {
    const QUOTES: &[char] = &['"', '\'', '“', '”', '„', '‘', '’', '«', '»'];
    const OPENINGS: &[&str] = &[
        "hs v2 date entered ",
        "hs date entered ",
        "date entered ",
        "entered ",
        "became a ",
        "became ",
    ];
    let quoted = header.split_once(QUOTES).and_then(|(_, rest)| {
        let end = rest.rfind(QUOTES)?;
        Some(
            rest[..end].trim_matches(|c: char| QUOTES.contains(&c) || c.is_whitespace()).to_owned(),
        )
    });
    let plain = plain(header);
    let opening = OPENINGS.iter().find_map(|opening| plain.strip_prefix(opening))?;
    let told = quoted
        .filter(|told| !told.is_empty())
        .unwrap_or_else(|| opening.trim_end_matches(" date").trim().to_owned());
    // "Demo (Sales Pipeline)": the pipeline is no part of the stage's name.
    let told = told.split(" (").next().unwrap_or_default().trim().to_owned();
    (!told.is_empty()).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;

    #[test]
    fn names_are_bare_words() {
        let all =
            FactKind::ALL.iter().flat_map(|kind| columns(*kind)).flat_map(|(_, names)| *names);
        for name in all {
            assert_eq!(plain(name), *name);
        }
    }

    #[test]
    fn columns_of_stages_are_known_with_any_quotes() {
        for (header, stage) in [
            ("Date entered \"Demo (Sales Pipeline)\"", "Demo"),
            ("Date entered 'Qualified to Buy'", "Qualified to Buy"),
            ("Date entered “Proposal”", "Proposal"),
            ("hs_v2_date_entered_closedwon", "closedwon"),
            ("Became a Marketing Qualified Lead Date", "marketing qualified lead"),
        ] {
            assert_eq!(stage_of(header).as_deref(), Some(stage), "{header}");
        }
        for header in ["Date", "Close Date", "Enter price"] {
            assert_eq!(stage_of(header), None, "{header}");
        }
    }
}
