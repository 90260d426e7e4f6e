use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x ->
        let z = x -> Dens(4);
        z
    }
}

fn main() {}
