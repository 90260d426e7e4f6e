use modelwright::model;

model! {
    const UNITS: usize = ;

    model Net(x: [8]) {
        x -> Dense(UNITS) -> Dens(4)
    }
}

fn main() {}
