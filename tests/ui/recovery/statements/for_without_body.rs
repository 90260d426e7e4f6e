use modelwright::model;

model! {
    model Net(x: [8]) {
        for i in 0..3
        let z = x -> Dens(4);
        z
    }
}

fn main() {}
