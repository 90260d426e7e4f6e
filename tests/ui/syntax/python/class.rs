use modelwright::model;

model! {
    class Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
