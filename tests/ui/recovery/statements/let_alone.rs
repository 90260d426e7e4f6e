use modelwright::model;

model! {
    model Net(x: [8]) {
        let
        let y = x -> Dens(4);
        y
    }
}

fn main() {}
