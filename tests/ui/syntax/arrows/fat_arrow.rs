use modelwright::model;

model! {
    model Net(x: [8]) {
        x => Dense(10)
    }
}

fn main() {}
