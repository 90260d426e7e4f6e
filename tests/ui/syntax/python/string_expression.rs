use modelwright::model;

model! {
    model Net(x: [8]) {
        let i = 1;
        x -> Dense(4, name = "dense{i + 1}")
    }
}

fn main() {}
