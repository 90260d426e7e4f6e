use modelwright::model;

model! {
    model Net(x: [8]) {
        let deep = true;
        let y = if deep: x -> Dense(4);
        y
    }
}

fn main() {}
