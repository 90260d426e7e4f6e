use modelwright::model;

model! {
    fn block(x: [_]) { x -> Dense(4) }
    fn block(x: [_]) { x -> Dense(8) }

    model Net(x: [8]) {
        x -> block
    }
}

fn main() {}
