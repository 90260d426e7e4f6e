use modelwright::model;

model! {
    model Net(x: [8]) -> {
        x -> Dens(4)
    }
}

fn main() {}
