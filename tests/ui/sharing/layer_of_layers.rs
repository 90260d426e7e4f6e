use modelwright::model;

model! {
    model Net(a: [8]) {
        let tower = Dense(4) -> Dense(2);
        a -> Dense(3) -> tower -> tower
    }
}

fn main() {}
