use modelwright::model;

model! {
    model Net(x: [8]) {
        # two layers
        x -> Dense(10)
    }
}

fn main() {}
