use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(0, "3", paddin = same, activation = rleu, use_bias = 1)
    }
}

fn main() {}
