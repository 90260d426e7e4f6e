use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = image.flatten();
        x -> Dense(10)
    }
}

fn main() {}
