use modelwright::model;

model! {
    fn Dense(x: [_]) { x -> Flatten }

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
