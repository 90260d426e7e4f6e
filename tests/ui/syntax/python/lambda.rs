use modelwright::model;

model! {
    model Net(x: [8]) {
        let double = lambda y: y * 2;
        x -> Dense(4)
    }
}

fn main() {}
