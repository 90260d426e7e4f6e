use modelwright::model;

model! {
    fn stage(x: [_], units, depth = 2) {
        x -> Dense(units * depth)
    }

    model Net(x: [8]) {
        x -> stage(4, dept = 3)
    }
}

fn main() {}
