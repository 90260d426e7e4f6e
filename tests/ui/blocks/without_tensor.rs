use modelwright::model;

model! {
    fn block(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        let head = Flatten -> block(4);
        x -> head
    }
}

fn main() {}
