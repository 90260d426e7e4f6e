use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(8, 3, strides = 2, dilation_rate = 2)
    }
}

fn main() {}
