use modelwright::model;

model! {
    model Net(x: [8]) {
        let tower = x -> Dense(4);
        x -> tower
    }
}

fn main() {}
