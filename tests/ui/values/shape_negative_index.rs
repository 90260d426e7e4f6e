use modelwright::model;

model! {
    model Net(image: [28, 28, 3]) {
        image -> Conv2D(image.shape[-1], 3)
    }
}

fn main() {}
