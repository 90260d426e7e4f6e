use modelwright::model;

model! {
    model Net(x: [8]) {
        let y
        let z = x -> Dens(4);
        y + z
    }
}

fn main() {}
