use super::*;
use std::ops::ControlFlow;

const READER: Reader<'static> =
    Reader { workbooks: &|| Err(Error::NoWorkspace), progress: &|_, _| ControlFlow::Continue(()) };
use proptest::prelude::*;

fn read_one(path: &str, text: &str) -> Sheet {
    read(&[(path.to_owned(), text.as_bytes().to_vec())], &READER).unwrap()
}

fn cell<'a>(sheet: &'a Sheet, column: &str) -> &'a str {
    &sheet.rows[0].cells[sheet.column(column).unwrap()]
}

#[test]
fn yaml_keys_become_columns() {
    let sheet = read_one(
        "blog/2024/how-we-ship.md",
        "---\ntitle: 'How we ship: slowly'\npublishDate: 2021-03-24T06:00\ntags: [blog, release]\n\
         draft: false\nseo:\n  description: Short\nchanges:\n  - a: b\n---\n\n# Heading\n\nBody.\n",
    );
    for (column, value) in [
        ("title", "How we ship: slowly"),
        ("publishDate", "2021-03-24T06:00"),
        ("tags", "blog; release"),
        ("draft", "false"),
        ("seo.description", "Short"),
        (PATH, "blog/2024/how-we-ship.md"),
        (FOLDER, "blog/2024"),
        (SECTION, "blog"),
        (STEM, "how-we-ship"),
        (HEADING, "Heading"),
        (PARAGRAPH, "Body."),
    ] {
        assert_eq!(cell(&sheet, column), value, "{column}");
    }
    assert_eq!(sheet.column("changes"), None);
}

#[test]
fn toml_keys_become_columns() {
    let sheet =
        read_one("a.md", "+++\ntitle = \"A\"\ndate = 2024-03-01\ntags = [\"x\", \"y\"]\n+++\n");
    assert_eq!((cell(&sheet, "date"), cell(&sheet, "tags")), ("2024-03-01", "x; y"));
}

#[test]
fn an_index_is_the_page_of_its_folder() {
    let sheet = read_one("blog/launch-plan/index.md", "Body");
    assert_eq!((cell(&sheet, FOLDER), cell(&sheet, STEM)), ("blog", "launch-plan"));
    let top = read_one("launch-plan/index.md", "Body");
    assert_eq!((cell(&top, FOLDER), cell(&top, STEM)), ("", "launch-plan"));
}

#[test]
fn prose_is_told_from_the_rest() {
    let sheet = read_one(
        "a.md",
        "import X from 'x'\n\nTitle here\n==========\n```\n# no heading\n```\n![pic](p.png)\n\n\
         We **built** a [small](https://a.example) thing.\nAnd shipped it.\n\nMore.\n",
    );
    assert_eq!(cell(&sheet, HEADING), "Title here");
    let plain =
        read_one("b.md", "## Sub\n\nWe **built** a [small](https://a.example) thing.\nYes.\n");
    assert_eq!(cell(&plain, PARAGRAPH), "We built a small thing. Yes.");
}

#[test]
fn a_broken_front_matter_is_reported_and_the_rest_goes_in() {
    let files = [
        ("b.md".to_owned(), b"---\ntitle: fine\n---\n".to_vec()),
        ("a.mdx".to_owned(), b"---\ntitle: 'never closed\nx: y\n---\n".to_vec()),
        ("c.txt".to_owned(), b"not Markdown".to_vec()),
    ];
    let sheet = read(&files, &READER).unwrap();
    assert_eq!((sheet.rows.len(), sheet.rejected.len()), (1, 1));
    assert_eq!(sheet.rejected[0].file.as_deref(), Some("a.mdx"));
}

#[test]
fn front_matter_made_to_grow_is_refused_and_the_rest_goes_in() {
    let laughs: Vec<_> = (1..30)
        .map(|at| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", ")))
        .collect();
    let long = "x".repeat(70_000);
    let deep = |open: &str, close: &str| format!("a: {}{}\n", open.repeat(500), close.repeat(500));
    let nested: Vec<_> = (0..200).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    let fronts = [
        format!("a0: &a0 {}\n{}", "x".repeat(1_000), laughs.concat()),
        format!("title: {long}\n"),
        deep("[", "]"),
        deep("{a: ", "}"),
        nested.concat(),
    ];
    let mut files: Vec<_> = fronts.iter().map(|front| format!("---\n{front}---\n")).collect();
    files.push(format!("+++\na = {}{}\n+++\n", "[".repeat(5_000), "]".repeat(5_000)));
    files.push("---\nowner: &ada Ada\nauthor: *ada\n---\n".to_owned());
    let files = files.iter().enumerate();
    let files: Vec<_> =
        files.map(|(at, text)| (format!("{at}.md"), text.clone().into_bytes())).collect();
    let sheet = read(&files, &READER).unwrap();
    let refused: Vec<_> = sheet.rejected.iter().filter_map(|one| one.file.as_deref()).collect();
    assert_eq!(refused, ["0.md", "1.md", "2.md", "3.md", "4.md", "5.md"]);
    assert_eq!(cell(&sheet, "author"), "Ada");
}

#[test]
fn counts_and_sizes_are_bounded() {
    let large = ("a.md".to_owned(), vec![b'x'; SIZE_LIMIT + 1]);
    assert!(read(&[large], &READER).unwrap().rejected[0].reason.contains("4 MiB"));
    let many: Vec<_> = (0..=FILE_LIMIT).map(|at| (format!("{at}.md"), Vec::new())).collect();
    assert!(read(&many, &READER).unwrap_err().to_string().contains("50000"));
    let keys: Vec<_> = (0..2_000).map(|at| format!("k{at}: 1\n")).collect();
    let sheet = read_one("a.md", &format!("---\n{}---\n", keys.concat()));
    // Of 1,024 columns, six are told from the file itself.
    assert_eq!(sheet.columns.len(), COLUMN_LIMIT);
    assert_eq!(sheet.notes, ["982 more keys were left out: 1018 are read."]);
}

#[cfg(unix)]
#[test]
fn what_lies_outside_the_folder_is_not_read() {
    let (outside, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(outside.path().join("secret.md"), "# Secret").unwrap();
    std::fs::write(folder.path().join("own.md"), "# Own").unwrap();
    let link = |from: &std::path::Path, to: &str| {
        std::os::unix::fs::symlink(from, folder.path().join(to)).unwrap();
    };
    link(&outside.path().join("secret.md"), "linked.md");
    link(outside.path(), "linked");
    link(folder.path(), "round");
    let files = files_in(folder.path(), &READER).unwrap();
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["own.md"]);
}

#[test]
fn quoted_lines_need_no_indentation() {
    let sheet = read_one(
        "a.md",
        "---\ntitle: 'It''s here'\nnote: don't mind\ndescription: \"One \\\"line\\\"\n\n- two: 'x\nthree\"\n\
         slug: a\n---\n",
    );
    assert_eq!((cell(&sheet, "title"), cell(&sheet, "slug")), ("It's here", "a"));
    assert!(cell(&sheet, "description").ends_with("three"));
    assert_eq!(cell(&sheet, "note"), "don't mind");
}

#[test]
fn a_bomb_of_aliases_is_refused() {
    let mut text = String::from("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let above = format!("*a{}, ", level - 1).repeat(10);
        text += format!("a{level}: &a{level} [{above}]\n").as_str();
    }
    text.push_str("---\n");
    let sheet = read_one("bomb.md", &text);
    assert_eq!((sheet.rows.len(), sheet.rejected.len()), (0, 1));
}

proptest! {
    #[test]
    fn any_page_is_read_without_panic(front in "[a-z:&*\\[\\]{} '\"\n|>-]{0,80}", body in ".{0,80}") {
        read_one("a.md", &format!("---\n{front}\n---\n{body}"));
        read_one("a.md", &format!("+++\n{front}\n+++\n{body}"));
    }
}
