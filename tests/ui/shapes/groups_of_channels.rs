use modelwright::model;

model! {
    model Net(image: [28, 28, 3]) {
        image -> Conv2D(8, 3, groups = 2)
    }
}

fn main() {}
