use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image;
        x = Conv2D(16, 3)(x);
        x -> Flatten -> Dense(10)
    }
}

fn main() {}
