use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> BatchNormalization(momentum = "0.9")
    }
}

fn main() {}
