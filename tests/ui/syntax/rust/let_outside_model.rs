use modelwright::model;

model! {
    let units = 64;

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
