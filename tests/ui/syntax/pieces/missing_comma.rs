use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(16, 3 padding = same)
    }
}

fn main() {}
