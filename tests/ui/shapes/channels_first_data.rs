use modelwright::model;

model! {
    model Net(image: [3, 224, 224]) {
        image -> Conv2D(64, 7, strides = 2)
    }
}

fn main() {}
