use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let features: [7, 7, c] = image -> Conv2D(8, 3, strides = 2, padding = same);
        features -> Flatten -> Dense(c)
    }
}

fn main() {}
