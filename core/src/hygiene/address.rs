//! E-mail addresses that are nobody's in particular, or somebody's for an hour.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Domains that hand out addresses to throw away, one a line, in order. Public domain (CC0):
/// <https://github.com/disposable-email-domains/disposable-email-domains>, 21 August 2026.
const DISPOSABLE: &str = include_str!("disposable.txt");

/// What stands before the `@` of an address that a role reads, not a person: RFC 2142 and what is
/// usual in English, German, French, Spanish, Italian and Dutch. Without dots and dashes.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "abuse", "accounting", "accounts", "accountspayable", "accueil", "admin", "administracion",
    "administration", "administrator", "anfrage", "anfragen", "ap", "bestellung", "bewerbung",
    "billing", "bonjour", "booking", "buchhaltung", "buero", "careers", "commercial", "compras",
    "comercial", "comptabilite", "contact", "contacto", "contactus", "contatto", "customercare",
    "customerservice", "datenschutz", "direction", "donotreply", "einkauf", "empfang", "engineering",
    "enquiries", "enquiry", "events", "everyone", "facturacion", "factures", "feedback", "finance",
    "frontdesk", "ftp", "general", "hallo", "hello", "help", "helpdesk", "hola", "hostmaster", "hr",
    "humanresources", "info", "infos", "informacion", "information", "inquiries", "inquiry", "invoice",
    "invoices", "it", "jobs", "kontakt", "legal", "list", "mail", "mailbox", "mailerdaemon",
    "management", "marketing", "media", "news", "newsletter", "noc", "noreply", "office", "oficina",
    "operations", "orders", "payroll", "personal", "postmaster", "post", "presse", "press", "privacy",
    "procurement", "purchasing", "rechnung", "rechnungen", "reception", "recepcion", "recruiting",
    "recruitment", "root", "sales", "secretariat", "security", "sekretariat", "service", "shop",
    "soporte", "staff", "subscribe", "support", "sysadmin", "team", "tech", "technik", "unsubscribe",
    "usenet", "uucp", "ventas", "vente", "ventes", "verkauf", "verkoop", "vendite", "vertrieb", "web",
    "webmaster", "welcome", "www",
];

/// Whether a role reads an address, not a person.
pub(super) fn is_role(local: &str) -> bool {
    let local = local.split('+').next().unwrap_or_default();
    let plain: String = local.chars().filter(|letter| !matches!(letter, '.' | '-' | '_')).collect();
    let plain = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
    ROLES.contains(&plain)
}

/// Whether a domain, or one it belongs to, hands out addresses to throw away.
pub(super) fn is_disposable(domain: &str) -> bool {
    static KNOWN: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| DISPOSABLE.lines().collect());
    let mut rest = Some(domain);
    while let Some(domain) = rest {
        if known.contains(domain) {
            return true;
        }
        rest = domain.split_once('.').map(|(_, parent)| parent);
    }
    false
}
