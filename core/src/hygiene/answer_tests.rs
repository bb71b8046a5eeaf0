//! Answers that cannot be true, told from those that only look odd.

use super::*;
use crate::model::ProfileField as F;

fn reason(field: F, text: &str) -> Option<FlagReason> {
    let answers = match field {
        F::Email => Answers { email: text, ..Answers::default() },
        F::Name => Answers { name: text, ..Answers::default() },
        F::Company => Answers { company: text, ..Answers::default() },
        _ => Answers { title: text, ..Answers::default() },
    };
    let found = flags(&answers);
    assert!(found.iter().all(|flag| flag.field == field), "{text}: {found:?}");
    assert!(found.len() < 2, "{text}: {found:?}");
    found.first().map(|flag| flag.reason)
}

#[test]
fn what_says_nothing_is_thrown_away() {
    for name in
        ["Test", "test test", "Test User", "none", "N/A", "No name", "xxx", "asdf", "qwerty"]
    {
        assert_eq!(reason(F::Name, name), Some(FlagReason::Throwaway), "{name}");
    }
    for name in ["John Doe", "Max Mustermann", "Test 123", "-", "..."] {
        assert_eq!(reason(F::Name, name), Some(FlagReason::Throwaway), "{name}");
    }
    for title in ["n/a", "None", "unknown"] {
        assert_eq!(reason(F::Title, title), Some(FlagReason::Throwaway), "{title}");
    }
    for name in ["Zachary Test", "Bar Refaeli", "Noa Na", "Li", "Ng", "Anna User", "李小龙", ""]
    {
        assert_eq!(reason(F::Name, name), None, "{name}");
    }
    for title in ["Test engineer", "Tester", "Temp", "QA testing", "No-code developer"] {
        assert_eq!(reason(F::Title, title), None, "{title}");
    }
}

#[test]
fn keys_beside_each_other_are_a_run_on_three_layouts() {
    // QWERTY and its home row, QWERTZ, AZERTY, back and forth, and several runs.
    for name in ["asdfg", "sdfgh", "poiuy", "qwertzu", "azerty", "qsdf", "wxcv", "lkjhg", "hjkl"] {
        assert_eq!(reason(F::Name, name), Some(FlagReason::KeyboardRun), "{name}");
    }
    for name in ["asdasd", "qweasd", "asdfjkl", "Zxcv Asdf"] {
        assert_eq!(reason(F::Name, name), Some(FlagReason::KeyboardRun), "{name}");
    }
    // Words and names that lie on a row by chance, or only begin there.
    for name in ["Wert", "Trew", "Azer", "Power", "Sad", "Fred", "Kjhgo", "Were", "Tree", "Polo"] {
        assert_eq!(reason(F::Name, name), None, "{name}");
    }
}

#[test]
fn digits_and_one_letter_are_no_name_and_may_be_a_company() {
    for name in ["123", "12-34", "aaaa", "Xxxx", "11111"] {
        let found = reason(F::Name, name);
        assert_eq!(found, Some(FlagReason::Repeated), "{name}");
    }
    assert_eq!(reason(F::Title, "1"), Some(FlagReason::Repeated));
    assert_eq!(reason(F::Title, "xy"), None);
    assert_eq!(reason(F::Company, "eeee"), Some(FlagReason::Repeated));
    for company in ["3M", "AAA Auto", "1010", "7-Eleven", "20 20"] {
        assert_eq!(reason(F::Company, company), None, "{company}");
    }
    assert_eq!(reason(F::Name, "Aa"), None);
    assert_eq!(reason(F::Name, "Louis XIV"), None);
}

#[test]
fn an_address_that_a_role_reads_is_nobodys_own() {
    for local in ["info", "sales", "no-reply", "Vertrieb", "support+eu", "hr2", "customer.service"]
    {
        let address = format!("{}@acme.example", local.to_lowercase());
        assert_eq!(reason(F::Email, &address), Some(FlagReason::RoleAddress), "{address}");
    }
    for address in ["ana@acme.example", "sales.ana@acme.example", "infomar@acme.example", "nobody"]
    {
        assert_eq!(reason(F::Email, address), None, "{address}");
    }
}

#[test]
fn addresses_to_throw_away_are_told_by_domain_and_by_what_stands_before_it() {
    for address in ["ana@mailinator.com", "ana@any.mailinator.com", "ana@10minutemail.com"] {
        assert_eq!(reason(F::Email, address), Some(FlagReason::DisposableAddress), "{address}");
    }
    for address in ["ana@gmail.com", "ana@mailinator.acme.example", "ana@mailinator.com.example"] {
        assert_eq!(reason(F::Email, address), None, "{address}");
    }
    assert_eq!(reason(F::Email, "test@acme.example"), Some(FlagReason::Throwaway));
    assert_eq!(reason(F::Email, "test12@acme.example"), Some(FlagReason::Throwaway));
    assert_eq!(reason(F::Email, "lkjh@acme.example"), Some(FlagReason::KeyboardRun));
    assert_eq!(reason(F::Email, "xxxx@acme.example"), Some(FlagReason::Repeated));
    // Some providers number their users; short ones are initials.
    assert_eq!(reason(F::Email, "12345678@qq.example"), None);
    assert_eq!(reason(F::Email, "na@acme.example"), None);
}

#[test]
fn a_title_that_is_the_name_or_the_company_says_nothing_of_the_work() {
    let twice = |title, name, company| {
        flags(&Answers { name, title, company, ..Answers::default() })
            .iter()
            .any(|flag| flag.reason == FlagReason::SaidTwice && flag.field == F::Title)
    };
    assert!(twice("Ana Sánchez", "ana sanchez", "Acme"));
    assert!(twice("ACME, Inc.", "Ana", "Acme Inc"));
    assert!(!twice("Owner", "Ana", "Acme"));
    assert!(!twice("", "", ""));
}

#[test]
fn a_title_and_a_level_three_rungs_apart_contradict_each_other() {
    let against = |title, level| {
        flags(&Answers { title, level, ..Answers::default() })
            .iter()
            .any(|flag| flag.reason == FlagReason::TitleAgainstLevel)
    };
    for (title, level) in [
        ("Student", "C-level"),
        ("Intern", "VP"),
        ("Intern", "Director"),
        ("Chief Financial Officer", "Manager"),
        ("CEO & Founder", "Individual contributor"),
        ("Vice President, Sales", "Entry level"),
        ("Receptionist", "C-Suite"),
        ("Geschäftsführer", "Staff"),
        ("Executive assistant to the CEO", "C-level"),
    ] {
        assert!(against(title, level), "{title} as {level}");
    }
    for (title, level) in [
        ("CFO", "C-level"),
        ("Vice President", "VP"),
        ("Vice President", "Director"),
        ("Managing Director", "C-level"),
        ("Art director", "Staff"),
        ("Account manager", "VP"),
        ("Product owner", "Staff"),
        ("Assistant vice president", "VP"),
        ("Director of Student Affairs", "Director"),
        ("Marketing manager intern", "Intern"),
        ("Chief of Staff", "Manager"),
        ("Something else", "C-level"),
        ("Intern", "Something else"),
        ("Intern", ""),
        ("", "C-level"),
    ] {
        assert!(!against(title, level), "{title} as {level}");
    }
}

#[test]
fn every_flag_is_told_and_only_some_are_no_answer() {
    let answers = Answers {
        email: "info@mailinator.com",
        name: "asdf jkl",
        title: "Intern",
        level: "C-level",
        company: "none",
    };
    let flag = |reason, field| AnswerFlag { reason, field };
    assert_eq!(
        flags(&answers),
        [
            flag(FlagReason::Throwaway, F::Company),
            flag(FlagReason::TitleAgainstLevel, F::Title),
            flag(FlagReason::RoleAddress, F::Email),
            flag(FlagReason::DisposableAddress, F::Email),
        ]
    );
    assert!(FlagReason::Throwaway.is_no_answer() && !FlagReason::RoleAddress.is_no_answer());
}
