//! Values of theirs and what they are with us: statuses, formats, purposes, lists of names.

use super::field::plain;
use crate::model::{Purpose, Status, Word};

/// Words that tools use for where a piece stands, folded: English, German, French, Spanish.
#[rustfmt::skip]
const STATUSES: &[(Status, &[&str])] = &[
    (Status::Published, &["published", "publish", "live", "public", "active", "online", "done", "complete",
        "completed", "released", "true", "yes", "y", "1", "veroffentlicht", "aktiv", "wahr", "ja", "publie",
        "en ligne", "vrai", "oui", "publicado", "activo", "si", "verdadero"]),
    (Status::InProduction, &["draft", "in production", "in progress", "in review", "review", "writing", "editing",
        "design", "scheduled", "pending", "wip", "false", "no", "n", "0", "entwurf", "in arbeit", "falsch", "nein",
        "brouillon", "en cours", "faux", "non", "borrador", "en curso", "falso"]),
    (Status::Planned, &["planned", "to do", "todo", "briefed", "assigned", "not started", "approved", "geplant",
        "prevu", "planifie", "planificado", "pendiente"]),
    (Status::Idea, &["idea", "ideas", "backlog", "proposed", "proposal", "pitch", "concept", "idee", "vorschlag"]),
    (Status::Retired, &["archived", "retired", "deleted", "unpublished", "expired", "deprecated", "trash",
        "inactive", "removed", "sunset", "offline", "archiviert", "geloscht", "archive", "archivee", "hors ligne", "archivado",
        "eliminado"]),
];

/// Groups of names for the same kind of content, folded and in the singular.
#[rustfmt::skip]
const FORMATS: &[&[&str]] = &[
    &["blog post", "blog", "blogpost", "post", "article", "blog article", "blogartikel", "blogbeitrag", "artikel",
        "beitrag", "news", "actualite", "articulo", "entrada", "entrada de blog", "article de blog"],
    &["case study", "customer story", "success story", "customer success story", "customer case study",
        "client story", "fallstudie", "referenz", "etude de ca", "temoignage", "caso de exito", "caso de estudio",
        "customer"],
    &["white paper", "whitepaper", "livre blanc", "libro blanco"],
    &["e book", "ebook", "e buch"],
    &["guide", "buyer guide", "buyer s guide", "handbook", "leitfaden", "ratgeber", "guia"],
    &["webinar", "webcast", "webinaire", "seminario web", "webinar recording"],
    &["podcast", "podcast episode", "episode", "audio"],
    &["video", "screencast", "film"],
    &["press release", "pressrelease", "pressemitteilung", "communique de presse", "nota de prensa", "press"],
    &["infographic", "infografik", "infographie", "infografia"],
    &["template", "vorlage", "modele", "plantilla"],
    &["checklist", "checkliste", "liste de controle", "lista de verificacion"],
    &["toolkit", "tool kit"],
    &["datasheet", "data sheet", "product sheet", "datenblatt", "fiche produit", "ficha de producto"],
    &["product page", "produktseite", "page produit", "pagina de producto"],
    &["landing page", "landingpage", "page d atterrissage"],
    &["calculator", "roi calculator", "rechner", "calculateur", "calculadora"],
    &["demo", "demonstration", "product demo"],
    &["report", "research report", "study", "studie", "bericht", "rapport", "etude", "informe", "estudio"],
    &["how to", "tutorial", "anleitung", "tutoriel", "howto"],
    &["newsletter", "email newsletter"],
    &["battlecard", "battle card"],
    &["presentation", "slide", "slide deck", "deck", "prasentation", "presentacion"],
    &["faq", "faqs"],
    &["comparison", "vergleich", "comparatif", "comparativa"],
    &["event", "veranstaltung", "evenement", "evento"],
];

/// The status a value of theirs means. A column named "draft" says the opposite of the others.
pub(super) fn status_of(theirs: &str, column: &str) -> Option<Status> {
    let word = plain(theirs);
    let found =
        STATUSES.iter().find(|(_, words)| words.contains(&&*word)).map(|(status, _)| *status);
    match (found, plain(column).as_str()) {
        (Some(Status::Published), "draft") => Some(Status::InProduction),
        (Some(Status::InProduction), "draft") => Some(Status::Published),
        (found, _) => found.or_else(|| Status::from_word(&word)),
    }
}

/// The purpose a value of theirs means.
pub(super) fn purpose_of(theirs: &str) -> Option<Purpose> {
    let word = plain(theirs);
    Purpose::ALL
        .iter()
        .copied()
        .find(|purpose| purpose.as_word() == word || word.starts_with(purpose.as_word()))
}

/// The one of `names` that means the same kind of content as `theirs`, and how sure that is.
pub(super) fn format_like<'a>(
    theirs: &str,
    names: &(impl Iterator<Item = &'a str> + Clone),
) -> Option<(&'a str, f32)> {
    let whole = singular(theirs);
    let closed = |words: &str| words.replace(' ', "");
    let same = |theirs: &str| names.clone().find(|name| closed(&singular(name)) == closed(theirs));
    if let Some(name) = same(&whole) {
        return Some((name, 1.0));
    }
    let alike = |theirs: &str| {
        let group = FORMATS.iter().find(|group| group.contains(&theirs)).copied();
        same(theirs).or_else(|| group.unwrap_or_default().iter().find_map(|word| same(word)))
    };
    if let Some(name) = alike(&whole) {
        return Some((name, 0.9));
    }
    let parts = theirs.split(['/', ':', ',', '(', ')', '|', '>']).map(singular);
    parts.filter(|part| !part.is_empty()).find_map(|part| alike(&part)).map(|name| (name, 0.7))
}

/// Whether a value names a kind of content that the field knows.
pub(super) fn is_known_format(theirs: &str) -> bool {
    let word = singular(theirs);
    FORMATS.iter().any(|group| group.contains(&word.as_str()))
}

/// Bare words, each without the s of a plural.
fn singular(text: &str) -> String {
    let words = plain(text);
    let words = words.split(' ').map(|word| match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if word.len() > 3 && !word.ends_with("ss") => word.trim_end_matches('s').to_owned(),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The one of `names` that a value of theirs means.
pub(super) fn name_like<'a>(
    theirs: &str,
    names: &(impl Iterator<Item = &'a str> + Clone),
) -> Option<(&'a str, f32)> {
    let word = singular(theirs);
    if word.is_empty() {
        return None;
    }
    if let Some(name) = names.clone().find(|name| singular(name) == word) {
        return Some((name, 1.0));
    }
    let framed = format!(" {word} ");
    let mut within = names.clone().filter(|name| {
        let ours = format!(" {} ", singular(name));
        framed.contains(&ours) || ours.contains(&framed)
    });
    let only = within.next()?;
    within.next().is_none().then_some((only, 0.6))
}

/// The parts of a cell that names several things. A comma parts them only where the whole is no
/// name by itself.
pub(super) fn parts(cell: &str, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let cell = cell.trim();
    if is_name(cell) {
        return vec![cell];
    }
    let mut found = Vec::new();
    for part in cell.split([';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if is_name(part) {
            found.push(part);
        } else {
            found.extend(part.split(',').map(str::trim).filter(|part| !part.is_empty()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 5] = ["Blog post", "Case study", "E-book", "Webinar", "Press release"];

    #[test]
    fn content_types_find_their_format() {
        for (theirs, ours) in [
            ("Blog post", Some("Blog post")),
            ("blogposts", Some("Blog post")),
            ("Articles", Some("Blog post")),
            ("Customer Stories", Some("Case study")),
            ("Fallstudie", Some("Case study")),
            ("eBook / gated resource", Some("E-book")),
            ("Event: Webinar", Some("Webinar")),
            ("press", Some("Press release")),
            ("Conference liveblog", None),
            ("Lab", None),
        ] {
            let found = format_like(theirs, &OURS.iter().copied()).map(|(name, _)| name);
            assert_eq!(found, ours, "{theirs}");
        }
    }

    #[test]
    fn statuses_are_understood() {
        for (theirs, column, status) in [
            ("Live", "Status", Some(Status::Published)),
            ("TRUE", "published_flag", Some(Status::Published)),
            ("false", "published", Some(Status::InProduction)),
            ("true", "draft", Some(Status::InProduction)),
            ("false", "Draft", Some(Status::Published)),
            ("Archivé", "Statut", Some(Status::Retired)),
            ("Archived", "Status", Some(Status::Retired)),
            ("Entwurf", "Status", Some(Status::InProduction)),
            ("in production", "Status", Some(Status::InProduction)),
            ("whatever", "Status", None),
        ] {
            assert_eq!(status_of(theirs, column), status, "{theirs}");
        }
    }

    #[test]
    fn several_names_in_a_cell_are_parted() {
        let known = |text: &str| text == "Sales, EMEA";
        assert_eq!(parts("CFO; CTO|Champion\nUser", known), ["CFO", "CTO", "Champion", "User"]);
        assert_eq!(parts("CFO, CTO", known), ["CFO", "CTO"]);
        assert_eq!(parts("Sales, EMEA; CFO", known), ["Sales, EMEA", "CFO"]);
    }

    #[test]
    fn names_are_found_whole_or_within() {
        let ours = ["CFO", "Head of Engineering", "Engineer"];
        let found = |theirs| name_like(theirs, &ours.iter().copied()).map(|(name, _)| name);
        assert_eq!(found("cfos"), Some("CFO"));
        assert_eq!(found("CFO (economic buyer)"), Some("CFO"));
        assert_eq!(found("Engineering"), Some("Head of Engineering"));
        assert_eq!(found("Chef"), None);
    }
}
