use modelwright::model;

model! {
    UNITS: usize = 4;

    model Net(x: [8]) -> [UNITS] {
        x -> Dense(UNITS) -> Dens(4)
    }
}

fn main() {}
