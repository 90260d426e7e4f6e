use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> TimeDistributed(Conv2D(8, 3))
    }
}

fn main() {}
