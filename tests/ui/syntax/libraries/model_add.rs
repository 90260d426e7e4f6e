use modelwright::model;

model! {
    model Net(x: [8]) {
        model.add(Dense(64));
        x -> Dense(10)
    }
}

fn main() {}
