use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(4, bias = false)
    }
}

fn main() {}
