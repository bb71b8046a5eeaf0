//! The fields of ours that a column can fill, and the names other tools give them.

use crate::error::{Error, Result};
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The title.
    Title,
    /// The address, whole or from the root of a site.
    Url,
    /// The last part of the address.
    Slug,
    /// The folder, whose place on the web is asked.
    Folder,
    /// The content type, which becomes a format.
    Format,
    /// When it came out.
    PublishedOn,
    /// When it was last reviewed or updated.
    ReviewedOn,
    /// When it should be out.
    DueOn,
    /// Who is in charge of it.
    Owner,
    /// Tags.
    Themes,
    /// Where it stands.
    Status,
    /// What it says, in short.
    Summary,
    /// Its language.
    Language,
    /// What it is for.
    Purpose,
    /// Its id in the tool it came from.
    ExternalId,
    /// What it cost.
    Cost,
    /// For whom: one or several personas.
    Persona,
    /// Where in the journey: one or several stages.
    Stage,
}

/// A field, its word in a mapping, and the names by which columns for it go: English, German,
/// French, Spanish, folded, the surest first.
pub(super) type Names<F> = (F, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const NAMES: &[Names<Field>] = &[
    (Field::Title, "title", &["title", "title 1", "page title", "content title", "asset title", "post title",
        "asset name", "content name", "headline", "titel", "titel 1", "seitentitel", "uberschrift", "titre",
        "titre 1", "titulo", "titulo 1", "name", "nom", "nombre", "content", "asset"]),
    (Field::Url, "url", &["url", "page url", "content url", "asset url", "live url", "published url", "full url",
        "address", "page address", "web address", "permalink", "loc", "link", "landing page", "webadresse",
        "internetadresse", "adresse", "adresse url", "direccion url", "lien", "enlace", "direccion", "page path",
        "page path and screen class", "page", "path"]),
    (Field::Slug, "slug", &["slug", "url slug", "page slug"]),
    (Field::Folder, "folder", &["folder"]),
    (Field::Format, "format", &["content type", "asset type", "content format", "format", "type", "post type",
        "resource type", "media type", "inhaltstyp", "inhaltsart", "inhaltsformat", "medientyp",
        "type de contenu", "format de contenu", "tipo de contenido", "formato", "typ", "tipo", "art", "kind",
        "medium", "layout", "section"]),
    (Field::PublishedOn, "publishedOn", &["published date", "publish date", "publication date", "date published",
        "published on", "published at", "published time", "pub date", "go live date", "live date", "release date",
        "post date", "veroffentlichungsdatum", "veroffentlicht am", "erscheinungsdatum", "date de publication",
        "publie le", "fecha de publicacion", "publicado el", "published", "veroffentlicht", "date", "datum",
        "fecha", "published raw", "go live", "went live", "live since"]),
    (Field::ReviewedOn, "reviewedOn", &["last reviewed", "reviewed on", "review date", "last review date",
        "last updated", "updated on", "updated at", "updated", "update date", "last update", "date modified",
        "modified date", "last modified", "modified", "lastmod", "zuletzt gepruft",
        "zuletzt aktualisiert", "aktualisiert am", "geandert am", "anderungsdatum", "derniere mise a jour",
        "mis a jour le", "derniere revision", "date de modification", "ultima actualizacion", "actualizado el",
        "fecha de actualizacion"]),
    (Field::DueOn, "dueOn", &["due date", "due on", "due", "deadline", "planned date", "target date", "fallig am",
        "falligkeitsdatum", "echeance", "date limite", "fecha limite"]),
    (Field::Owner, "owner", &["owner", "content owner", "asset owner", "responsible", "verantwortlich", "zustandig",
        "responsable", "propietario", "author", "authors", "author name", "written by", "autor", "autorin",
        "auteur", "creator"]),
    (Field::Themes, "themes", &["themes", "tags", "topics", "theme", "topic", "tag", "themen", "thema",
        "schlagworter", "schlagworte", "etiquettes", "mots cles", "temas", "etiquetas", "palabras clave",
        "categories", "category", "kategorien", "kategorie", "categorie", "categoria", "keywords",
        "meta keywords 1"]),
    (Field::Status, "status", &["status", "publication status", "publish status", "content status",
        "workflow status", "state", "published flag", "is published", "veroffentlichungsstatus", "zustand",
        "statut", "etat", "estado", "published", "draft"]),
    (Field::Summary, "summary", &["summary", "description", "abstract", "excerpt", "teaser", "synopsis",
        "meta description", "meta description 1", "zusammenfassung", "beschreibung", "kurzbeschreibung",
        "resume", "resumen", "descripcion", "brief"]),
    (Field::Language, "language", &["language", "lang", "locale", "sprache", "langue", "idioma"]),
    (Field::Purpose, "purpose", &["purpose", "content purpose", "zweck", "finalite", "proposito"]),
    (Field::ExternalId, "externalId", &["external id", "asset id", "content id", "post id", "page id", "item id",
        "record id", "id", "guid", "uid", "kennung", "inhalts id", "identifiant", "identificador"]),
    (Field::Cost, "cost", &["production cost", "cost", "costs", "kosten", "produktionskosten", "cout",
        "cout de production", "coste", "costo"]),
    (Field::Persona, "persona", &["persona", "personas", "buyer persona", "buyer personas", "target persona",
        "target personas", "audience", "target audience", "zielgruppe", "zielgruppen", "public cible",
        "audience cible", "publico objetivo", "persona cible", "buyer", "buyers", "buyer role", "target buyer"]),
    (Field::Stage, "stage", &["stage", "stages", "buyer stage", "buying stage", "buyer s journey stage",
        "buyers journey stage", "buyer journey stage", "journey stage", "funnel stage", "deal stage",
        "sales stage", "lifecycle stage", "kaufphase", "phase", "phasen", "etape", "etape du parcours",
        "etapa", "fase"]),
];

impl Field {
    /// Every field, in the order shown to people.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(field, _, _)| *field)
    }

    /// Its word in a mapping.
    pub fn word(self) -> &'static str {
        self.names().1
    }

    /// The field that a mapping calls so; a name that columns go by is understood too, so that
    /// `type=Kind` works as well as `format=Kind`.
    pub fn called(name: &str) -> Result<Self> {
        let plain = plain(name);
        let by_word = NAMES.iter().find(|(_, word, _)| fold(word) == fold(name.trim()));
        let found = by_word.or_else(|| NAMES.iter().find(|(.., names)| names.contains(&&*plain)));
        found.map(|(field, _, _)| *field).ok_or_else(|| {
            let words: Vec<_> = NAMES.iter().map(|(_, word, _)| *word).collect();
            let message =
                format!("\"{name}\" is not a field. The fields are: {}.", words.join(", "));
            Error::invalid_field("mapping", message)
        })
    }

    /// Whether a column of that name is meant for this field: 1 for the surest name, somewhat less
    /// for the others, little for a longer name that holds one of them, else `None`.
    pub(super) fn fit(self, header: &str) -> Option<f32> {
        fit_among(self.names().2, &plain(header))
    }

    fn names(self) -> &'static Names<Self> {
        let found = NAMES.iter().find(|(field, _, _)| *field == self);
        found.unwrap_or(&NAMES[0])
    }
}

/// How well a plain header fits some names: 1 for the surest one, somewhat less for the others, little
/// for a longer name that holds one of them, else `None`.
pub(super) fn fit_among(names: &[&str], header: &str) -> Option<f32> {
    if let Some(at) = names.iter().position(|name| *name == header) {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen names")]
        return Some(1.0 - at as f32 * 0.01);
    }
    let framed = format!(" {header} ");
    let within = |name: &&&str| name.len() > 3 && framed.contains(&format!(" {name} "));
    names.iter().take(16).find(within).map(|_| 0.5)
}

/// Whether a cell is a name that columns go by.
pub(super) fn is_known_name(cell: &str) -> bool {
    if cell.len() > 60 {
        return false;
    }
    let plain = plain(cell);
    let known = || NAMES.iter().any(|(.., names)| names.contains(&&*plain));
    !plain.is_empty() && (known() || super::facts::is_known_name(&plain))
}

/// A header as its bare words: `publishDate`, `Publish-Date` and `PUBLISH DATE` are the same.
pub fn plain(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 4);
    let mut lower_before = false;
    for c in header.chars() {
        if c.is_uppercase() && lower_before {
            spaced.push(' ');
        }
        lower_before = c.is_lowercase();
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
    }
    fold(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_several_languages_and_spellings_are_known() {
        for (header, field) in [
            ("publishDate", Field::PublishedOn),
            ("Veröffentlichungsdatum", Field::PublishedOn),
            ("content_type", Field::Format),
            ("Étape", Field::Stage),
            ("Zielgruppe", Field::Persona),
            ("Título", Field::Title),
            ("Meta Description 1", Field::Summary),
        ] {
            assert!(field.fit(header).is_some_and(|fit| fit > 0.7), "{header}");
        }
        assert_eq!(Field::Title.fit("H2-1 Length"), None);
    }

    #[test]
    fn a_mapping_names_fields_by_their_word_or_by_a_usual_name() {
        assert_eq!(Field::called("publishedOn").unwrap(), Field::PublishedOn);
        assert_eq!(Field::called("type").unwrap(), Field::Format);
        assert_eq!(Field::called("author").unwrap(), Field::Owner);
        assert!(Field::called("colour").is_err());
    }

    #[test]
    fn every_field_has_names() {
        for field in Field::all() {
            assert_eq!(Field::called(field.word()).unwrap(), field);
        }
    }
}
