use modelwright::model;

model! {
    model Net(x: [8]) {
        fn block(x: [_]) { x -> Dense(4) }
        x -> block
    }
}

fn main() {}
