use modelwright::model;

model! {
    model Net(image: [28, 28, 16]) {
        image -> BatchNormalization(16)
    }
}

fn main() {}
