use modelwright::model;

model! {
    model Net(x: [8]) {
        let double = |y| y * 2.0;
        x -> Dense(4)
    }
}

fn main() {}
