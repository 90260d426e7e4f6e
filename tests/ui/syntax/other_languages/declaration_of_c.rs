use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        Tensor x = image -> Flatten;
        x -> Dense(10)
    }
}

fn main() {}
