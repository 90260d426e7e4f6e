use modelwright::model;

model! {
    model Net(x: [8]) {
        x + Dense(8)
    }
}

fn main() {}
