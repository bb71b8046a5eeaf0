//! What people write who do not want to say.

/// Words that say nothing, folded.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "aaa", "abc", "abcd", "abcde", "anon", "anonym", "anonyme", "anonymous", "asd", "asdf", "blah",
    "blank", "bla", "delete", "deleteme", "dontknow", "dummy", "empty", "fake", "foo",
    "foobar", "fubar", "kein", "keine", "keiner", "na", "nada", "nil", "nix", "no", "nobody",
    "nomail", "noemail", "noname", "none", "nope", "nothing", "notgiven", "null", "qwe",
    "qwerty", "qwertz", "spam", "test", "teste", "testing", "testtest", "tst",
    "unbekannt", "undefined", "unknown", "whatever", "xx", "xxx", "xyz", "zzz",
];

/// Words that say nothing beside one that says nothing: "test user", "no name".
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "account", "a", "bar", "company", "contact", "customer", "email", "first", "firma", "firstname", "here",
    "last", "lastname", "lead", "mail", "me", "name", "of", "one", "person", "record", "test", "tester", "the", "this",
    "title", "user", "your",
];

/// Names of nobody, folded.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "donald duck", "erika mustermann", "first last", "first name last name", "firstname lastname",
    "fulano de tal", "hans mustermann", "jane doe", "joe bloggs", "john doe",
    "max mustermann", "mickey mouse", "n a", "not applicable", "santa claus",
];

/// Whether words, folded, say nothing.
pub(super) fn says_nothing(words: &[&str]) -> bool {
    let letters = |word: &&&str| word.chars().any(char::is_alphabetic);
    let words: Vec<&str> = words.iter().filter(letters).copied().collect();
    let one = words.iter().any(|word| WORDS.contains(word));
    let all = words.iter().all(|word| WORDS.contains(word) || BESIDE.contains(word));
    one && all || NOBODY.contains(&words.join(" ").as_str())
}

/// Whether the part of an address before the `@` says nothing. Short ones may be initials.
pub(super) fn is_throwaway_local(local: &str) -> bool {
    let word = local.trim_end_matches(|letter: char| letter.is_ascii_digit());
    word.len() >= 4 && WORDS.contains(&word)
}
