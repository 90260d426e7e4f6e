use modelwright::model;

model! {
    model Net(x: [8]) {
        let deep = false;
        let y = if deep { x -> Dense(8) };
        y -> Dense(2)
    }
}

fn main() {}
