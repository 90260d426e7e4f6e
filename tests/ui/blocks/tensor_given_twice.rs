use modelwright::model;

model! {
    fn block(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> block(x, 4)
    }
}

fn main() {}
