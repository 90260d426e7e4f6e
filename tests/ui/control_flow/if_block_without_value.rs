use modelwright::model;

model! {
    model Net(x: [8]) {
        let deep = true;
        let y = if deep { x -> Dense(8); } else { x };
        y -> Dense(2)
    }
}

fn main() {}
