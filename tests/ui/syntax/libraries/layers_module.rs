use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> layers.Conv2D(16, 3)
    }
}

fn main() {}
