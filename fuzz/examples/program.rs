//! Prints the program that the target `words` makes of a file:
//! `cargo run --manifest-path fuzz/Cargo.toml --example program ARTIFACT`

use std::io;

use modelwright_testing::words::Words;

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or(io::ErrorKind::InvalidInput)?;
    println!("{}", Words::read().program(&std::fs::read(path)?));
    Ok(())
}
