use modelwright::model;

model! {
    #[sequential]
    model Net(x: [8]) {
        let dense = Dense(8);
        x -> dense -> dense
    }
}

fn main() {}
