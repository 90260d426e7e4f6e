use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> MaxPooling2D(2, strides = Some(2))
    }
}

fn main() {}
