use modelwright::model;

model! {
    fn block(x: [_]) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        let units = 4;
        x -> block
    }
}

fn main() {}
