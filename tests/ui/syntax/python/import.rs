use modelwright::model;

model! {
    from keras import layers;

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
