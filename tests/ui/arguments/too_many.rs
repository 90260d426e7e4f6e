use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(10, relu, true, zeros, zeros, None, None, None, None, None, None, None, None, 1)
    }
}

fn main() {}
