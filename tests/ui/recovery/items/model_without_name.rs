use modelwright::model;

model! {
    model (x: [8]) {
        x -> Dense(4)
    }

    model Second(x: [8]) {
        x -> Dens(4)
    }
}

fn main() {}
