use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = Input(shape = [8]);
        x -> Dense(4)
    }
}

fn main() {}
