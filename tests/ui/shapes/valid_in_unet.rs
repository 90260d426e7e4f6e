use modelwright::model;

model! {
    model Net(image: [64, 64, 1]) {
        let down = image -> Conv2D(8, 3);
        let deep = down -> MaxPooling2D(2) -> Conv2D(16, 3, padding = same);
        let up = deep -> Conv2DTranspose(8, 3, strides = 2);
        (up, down) -> Concatenate
    }
}

fn main() {}
