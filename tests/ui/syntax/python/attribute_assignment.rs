use modelwright::model;

model! {
    model Net(x: [8]) {
        let dense = Dense(64);
        dense.trainable = false;
        x -> dense
    }
}

fn main() {}
