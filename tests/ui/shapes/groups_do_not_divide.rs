use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(8, 3) -> Conv2D(12, 3, groups = 5)
    }
}

fn main() {}
