use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image.Conv2D(8, 3).Flatten()
    }
}

fn main() {}
