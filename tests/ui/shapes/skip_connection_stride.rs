use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let y = image -> Conv2D(1, 3, strides = 2, padding = same);
        y + image
    }
}

fn main() {}
