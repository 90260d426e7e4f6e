use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let y = image -> MaxPooling2D((2, 1));
        (image, y) -> Concatenate
    }
}

fn main() {}
