use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = Flatten(x);
        y -> Dense(4)
    }
}

fn main() {}
