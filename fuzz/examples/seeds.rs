//! Writes the `model!` calls of the repository where the fuzzers of the front end start from:
//! `cargo run --manifest-path fuzz/Cargo.toml --example seeds`

use std::fs;
use std::io;
use std::path::Path;

use modelwright_testing::calls::calls;
use modelwright_testing::words::Words;

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["text", "words"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    let words = Words::read();
    let calls = calls();
    for (number, (_, call)) in calls.iter().enumerate() {
        fs::write(corpus.join(format!("text/seed{number}")), call.to_string())?;
        fs::write(corpus.join(format!("words/seed{number}")), words.bytes(call.clone()))?;
    }
    println!("{} calls", calls.len());
    Ok(())
}
