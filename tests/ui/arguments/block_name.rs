use modelwright::model;

model! {
    fn stage(x: [_]) {
        x -> Dense(4)
    }

    model Net(x: [8]) {
        x -> stage(name = 1)
    }
}

fn main() {}
