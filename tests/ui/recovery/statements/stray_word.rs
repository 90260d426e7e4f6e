use modelwright::model;

model! {
    model Net(x: [8]) {
        den
        let z = x -> Dens(4);
        z
    }
}

fn main() {}
