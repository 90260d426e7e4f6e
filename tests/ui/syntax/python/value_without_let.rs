use modelwright::model;

model! {
    model Net(x: [8]) {
        y = x -> Dense(4);
        y -> Dense(2)
    }
}

fn main() {}
