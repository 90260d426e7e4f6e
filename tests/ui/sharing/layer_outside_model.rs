use modelwright::model;

model! {
    const TOWER: usize = Dense(4);

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
