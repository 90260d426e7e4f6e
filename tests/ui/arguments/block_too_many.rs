use modelwright::model;

model! {
    fn stage(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> stage(4, 2)
    }
}

fn main() {}
