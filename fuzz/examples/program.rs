//! Prints the program that the target `words` makes of a file:
//! `cargo run --manifest-path fuzz/Cargo.toml --example program ARTIFACT`

#[path = "../../model-frontend/src/tests/words.rs"]
mod words;

use std::io;

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or(io::ErrorKind::InvalidInput)?;
    println!("{}", words::Words::new().program(&std::fs::read(path)?));
    Ok(())
}
