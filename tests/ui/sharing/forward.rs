use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let dense = Dense(10);
        let x = image -> Flatten;
        dense.forward(x)
    }
}

fn main() {}
