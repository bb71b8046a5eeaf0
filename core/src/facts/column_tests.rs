use super::super::texts::{Texts, read_times, text_at};
use super::*;
use proptest::prelude::*;

fn written(texts: &[&str]) -> Vec<u8> {
    let mut writer = TextWriter::default();
    for text in texts {
        writer.push(text);
    }
    writer.column()
}

fn all(texts: &Texts) -> Vec<&str> {
    (0..texts.codes.len()).map(|row| texts.get(row)).collect()
}

#[test]
fn a_few_words_are_written_once_and_many_in_full() {
    let few = ["VP", "VP", "", "Manager", "VP", "Manager"];
    let many = ["a", "b", "", "d"];
    assert_eq!((written(&few)[0], written(&many)[0], written(&["", ""])[0]), (WORDS, PLAIN, BLANK));
    for texts in [&few[..], &many[..], &["", ""][..]] {
        assert_eq!(all(&Texts::read(&written(texts), texts.len()).unwrap()), texts);
    }
}

#[test]
fn what_does_not_add_up_is_damage() {
    let bytes = written(&["VP", "VP", "VP", "Manager"]);
    for len in 0..bytes.len() {
        assert!(Texts::read(&bytes[..len], 4).is_err(), "cut at {len}");
    }
    assert!(Texts::read(&bytes, 400).is_err());
    assert!(read_times(&[TIMES, 1, 2], 1).is_err());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-c]{1,2}", "\\PC{0,300}"]
}

proptest! {
    #[test]
    fn texts_come_back_as_they_were(texts in prop::collection::vec(text(), 0..300)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let bytes = written(&texts);
        let read = Texts::read(&bytes, texts.len()).unwrap();
        prop_assert_eq!(all(&read), texts.clone());
        for (row, text) in texts.iter().enumerate() {
            prop_assert_eq!(&text_at(&bytes, texts.len(), row).unwrap(), text);
        }
    }

    #[test]
    fn addresses_come_back_as_they_were(
        texts in prop::collection::vec(prop_oneof!["", "[a-d]{0,3}@[xy]{0,2}", "[a@]{0,4}"], 0..99),
    ) {
        let mut writer = AddressWriter::default();
        for text in &texts {
        writer.push(text);
    }
        let bytes = writer.column();
        let read = Texts::read(&bytes, texts.len()).unwrap();
        for row in 0..texts.len() {
            prop_assert_eq!(text_at(&bytes, texts.len(), row).unwrap(), read.get(row));
        }
        let said: Vec<_> = texts.iter().map(|text| text.strip_suffix('@').unwrap_or(text)).collect();
        prop_assert_eq!(all(&read), said);
    }

    #[test]
    fn times_come_back_as_they_were(
        times in prop::collection::vec(prop::option::of(-9_000_000_000_000_i64..9_000_000_000_000), 0..99),
        whole in any::<bool>(),
    ) {
        let times: Vec<_> =
            times.iter().map(|time| time.map(|time| if whole { time * 1_000 } else { time })).collect();
        prop_assert_eq!(read_times(&write_times(&times), times.len()).unwrap(), times);
    }

    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), rows in 0_usize..50) {
        let _ = (Texts::read(&bytes, rows), read_times(&bytes, rows), text_at(&bytes, rows, rows / 2));
    }
}
