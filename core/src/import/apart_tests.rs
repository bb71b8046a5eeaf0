use super::*;

const GO_ON: Progress<'static> = &|_, _| ControlFlow::Continue(());

/// A sheet of the answer below: what a reader would say of two rows.
const HEAD: &str = r#"{"head":{"format":1,"sheets":["List"],"sheet":"List","headerLine":1,"columns":["Title","URL"],"notes":[],"rows":2}}"#;

/// What becomes of an answer, whatever it is.
fn answered(lines: &[&str]) -> Result<Sheet> {
    wire::gather(format!("{}\n", lines.join("\n")).as_bytes(), &wire::Far::default())
}

fn says_what_to_do(read: Result<Sheet>) {
    let said = read.unwrap_err().to_string();
    assert!(said.ends_with("a list of content can be saved as CSV too."), "{said}");
}

#[test]
fn a_sheet_comes_through_as_it_was_read() {
    let mut origin = super::super::sheet::Origin::of(super::super::sheet::SourceKind::Workbook);
    origin.sheet = Some("List".to_owned());
    let row = |line, cells: &[&str]| super::super::sheet::Row {
        line,
        file: None,
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
    };
    let rows = vec![
        row(3, &["Title", "URL"]),
        row(4, &["“Ä\n\u{1}", "x"]),
        row(9, &["b\u{fffd}", "y", "z"]),
    ];
    let rejected = vec![super::super::sheet::Rejection::at(7, "Too wide.")];
    let sheet = Sheet::laid_out(origin, rows, rejected);
    let mut said = Vec::new();
    wire::tell(Ok(sheet.clone()), &mut said).unwrap();
    let far = wire::Far::default();
    let back = wire::gather(said.as_slice(), &far).unwrap();
    assert_eq!(format!("{back:?}"), format!("{sheet:?}"));
    assert_eq!((back.rows.len(), back.rejected.len(), far.read()), (1, 2, (1, 1)));
}

#[test]
fn a_refusal_comes_through_in_its_words() {
    let why = "{\"refused\":[\"It holds more than 1000 files.\",false]}";
    assert_eq!(answered(&[why]).unwrap_err().to_string(), "It holds more than 1000 files.");
    let name = answered(&["{\"refused\":[\"There is no sheet.\",true]}"]).unwrap_err();
    assert!(matches!(name, Error::Invalid { field: Some("sheet"), .. }));
}

#[test]
fn an_answer_is_believed_no_more_than_a_file() {
    let (one, two, end) = (r#"{"row":[2,["a","b"]]}"#, r#"{"row":[3,["c"]]}"#, "\"end\"");
    assert_eq!(answered(&[HEAD, one, two, end]).unwrap().rows.len(), 2);
    for lines in [
        &[HEAD, one, two][..],
        &[HEAD, one, end],
        &[HEAD, one, two, two, end],
        &[HEAD, one, r#"{"row":[3,["a","b","c"]]}"#, end],
        &[HEAD, one, HEAD, end],
        &[HEAD, one, r#"{"rejected":[3,"no"]}"#, two, end],
        &[&HEAD.replace("\"format\":1", "\"format\":2"), one, two, end],
        &[&HEAD.replace("\"notes\"", "\"more\""), one, two, end],
        &[one, two, end],
        &["", "{}"],
        &["{\"row\":[2,[[[[[["],
    ] {
        says_what_to_do(answered(lines));
    }
    says_what_to_do(wire::gather(HEAD.as_bytes(), &wire::Far::default()));
}

#[test]
fn a_line_without_end_is_not_kept() {
    let endless = std::io::Read::chain(&b"{\"refused\":[\""[..], std::io::repeat(b'a'));
    says_what_to_do(wire::gather(endless, &wire::Far::default()));
}

#[cfg(unix)]
mod processes {
    use super::*;

    fn run(script: &str, patience: Duration, reader: &Reader<'_>) -> Result<Sheet> {
        let mut program = Command::new("sh");
        program.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        follow(program.spawn().unwrap(), &vec![b'x'; 4 << 20], patience, reader)
    }

    const NONE: Reader<'static> =
        Reader { workbooks: &|| Err(Error::NoWorkspace), progress: GO_ON };

    #[test]
    fn however_a_process_ends_it_is_one_error_that_says_what_to_do() {
        for script in ["exit 0", "exit 3", "kill -9 $$", "echo garbage", "yes '{\"row\":[1,[]]}'"] {
            says_what_to_do(run(script, PATIENCE, &NONE));
        }
    }

    #[test]
    fn a_process_that_waits_is_ended() {
        says_what_to_do(run("exec sleep 60", Duration::from_millis(60), &NONE));
    }

    #[test]
    fn a_process_is_ended_once_it_is_not_wanted() {
        let reader = Reader { progress: &|_, _| ControlFlow::Break(()), ..NONE };
        assert!(matches!(run("exec sleep 60", PATIENCE, &reader), Err(Error::Cancelled)));
    }

    #[test]
    fn a_program_that_is_not_there_says_what_to_do() {
        let workbooks = || Ok(Command::new("/nowhere/throughline"));
        let read = read(b"PK", None, &Reader { workbooks: &workbooks, progress: GO_ON });
        assert!(read.unwrap_err().to_string().contains("save the sheet as CSV"));
    }
}
