use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let a, b = (image, image);
        a + b
    }
}

fn main() {}
