use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(filters = 8, 3)
    }
}

fn main() {}
