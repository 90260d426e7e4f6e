use modelwright::model;

model! {
    model Net(x: [8], x: [4]) {
        x -> Dense(4)
    }
}

fn main() {}
