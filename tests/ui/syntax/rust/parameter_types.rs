use modelwright::model;

model! {
    fn block(x: Tensor, units: usize) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
