use modelwright::model;

model! {
    struct Net {
        dense: Dense,
    }
}

fn main() {}
