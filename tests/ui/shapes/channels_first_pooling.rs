use modelwright::model;

model! {
    model Net(image: [1, 28, 28]) {
        image -> Conv2D(8, 3, padding = same) -> MaxPooling2D(2)
    }
}

fn main() {}
