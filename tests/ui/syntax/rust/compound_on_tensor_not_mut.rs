use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x -> Dense(8);
        y += x;
        y
    }
}

fn main() {}
