use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = if true;
        let z = x -> Dens(4);
        y + z
    }
}

fn main() {}
