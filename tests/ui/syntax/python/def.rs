use modelwright::model;

model! {
    def block(x: [_], units) {
        x -> Dense(units)
    }

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
