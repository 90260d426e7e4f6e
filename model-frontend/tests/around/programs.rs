//! Programs by what is in them, read from the files beside this one.

use crate::named::{CALL, USES};
use crate::{Place, Program};

/// A model of a fixed size, and one with a symbol, as small as they can be.
const NET: &str = "modelwright::model! { model Net(image: [28, 28, 1]) -> [10] { image -> Flatten -> Dense(10) } }";
const OPEN: &str = "modelwright::model! { model Net(x: [seq, 4]) -> [seq, 2] { x -> Dense(2) } }";

pub(crate) fn all() -> Vec<Program> {
    let files = [
        (Place::Module, include_str!("modules.rs")),
        (Place::Crate, include_str!("crates.rs")),
        // An error of name resolution keeps the compiler from the lints of the whole crate.
        (Place::Crate, include_str!("refused.rs")),
    ];
    let programs = files.into_iter().flat_map(|(place, text)| read(place, text));
    let programs: Vec<Program> = programs.collect();
    assert!(programs.len() > 60, "{} programs", programs.len());
    programs
}

fn read(place: Place, text: &str) -> impl Iterator<Item = Program> {
    text.split("\n//# ").skip(1).map(move |section| {
        let (name, code) = section.split_once('\n').expect("code after a name");
        let (mut head, mut body, mut expected) = (String::new(), String::new(), Vec::new());
        for line in code.lines() {
            match line.strip_prefix("//~ ") {
                Some(message) => expected.push(message.to_string()),
                None if line.starts_with("#![") && place == Place::Crate => {
                    head += &(line.to_string() + "\n")
                }
                None => body += &(line.to_string() + "\n"),
            }
        }
        // These words are in none of the texts they stand for.
        for (word, text) in [("CALL", CALL), ("USES", USES), ("OPEN", OPEN), ("NET", NET)] {
            body = body.replace(word, text);
        }
        Program { name: name.to_string(), place, head, code: body, expected }
    })
}
