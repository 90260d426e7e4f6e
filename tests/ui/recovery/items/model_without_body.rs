use modelwright::model;

model! {
    model First(x: [8])

    model Second(x: [8]) {
        x -> Dens(4)
    }
}

fn main() {}
