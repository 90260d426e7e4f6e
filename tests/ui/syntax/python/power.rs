use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(2 ** 5)
    }
}

fn main() {}
