use modelwright::model;

model! {
    fn block(x: [_]) {
        x -> Dense(8, name = "inner")
    }

    model Net(x: [8]) {
        x -> block -> block
    }
}

fn main() {}
