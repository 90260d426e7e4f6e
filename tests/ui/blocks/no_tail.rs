use modelwright::model;

model! {
    fn block(x: [_]) {
        x -> Dense(4);
    }

    model Net(x: [8]) {
        x -> block
    }
}

fn main() {}
