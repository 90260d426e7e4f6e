use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let options = (8, 3);
        image -> Conv2D(*options)
    }
}

fn main() {}
