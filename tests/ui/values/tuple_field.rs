use modelwright::model;

model! {
    model Net(x: [8]) {
        let pair = (32, 64);
        x -> Dense(pair.2)
    }
}

fn main() {}
