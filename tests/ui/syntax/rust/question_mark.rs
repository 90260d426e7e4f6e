use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x -> Dense(4)?;
        y
    }
}

fn main() {}
