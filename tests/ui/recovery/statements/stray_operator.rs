use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x + ;
        let z = y -> Dens(4);
        z
    }
}

fn main() {}
