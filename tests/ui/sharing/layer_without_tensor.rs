use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = Dense(4);
        let z = y + 1.0;
        z
    }
}

fn main() {}
