use modelwright::model;

model! {
    block(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> block(4) -> Dens(4)
    }
}

fn main() {}
