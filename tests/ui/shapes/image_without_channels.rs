use modelwright::model;

model! {
    model Net(image: [28, 28]) {
        image -> Conv2D(8, 3)
    }
}

fn main() {}
