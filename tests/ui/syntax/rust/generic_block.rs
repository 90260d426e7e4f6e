use modelwright::model;

model! {
    fn block<const N: usize>(x: [_]) {
        x -> Dense(N)
    }

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
