use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x[:, 0] -> Dense(10)
    }
}

fn main() {}
