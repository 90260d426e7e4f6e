use modelwright::model;

model! {
    fn block(x:, units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> block(4) -> Dens(4)
    }
}

fn main() {}
