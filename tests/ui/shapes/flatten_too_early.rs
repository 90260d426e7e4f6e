use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> MaxPooling2D(2)
    }
}

fn main() {}
