use modelwright::model;

model! {
    model Net(x: [8]) {
        let deep = true;
        let y = deep { x -> Dense(8) } else { x };
        y -> Dens(4)
    }
}

fn main() {}
