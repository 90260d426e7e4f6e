use modelwright::model;

model! {
    fn stage(x: [_], units, depth) {
        x -> Dense(units * depth)
    }

    model Net(x: [8]) {
        x -> stage(4)
    }
}

fn main() {}
