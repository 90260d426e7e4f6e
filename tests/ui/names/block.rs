use modelwright::model;

model! {
    fn residual(x: [_]) {
        x + (x -> Dense(8))
    }

    model Net(x: [8]) {
        x -> residul
    }
}

fn main() {}
