use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = ;
        y -> Dens(4)
    }
}

fn main() {}
