use modelwright::model;

model! {
    fn block(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        block(4, x)
    }
}

fn main() {}
