use modelwright::model;

model! {
    model Net(x: [8]) {
        let deep = true;
        if deep {
            let y = x -> Dense(8);
        }
        y -> Dense(2)
    }
}

fn main() {}
