use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image;
        x = Conv2D(16, 3, padding = "same")(x);
        x = MaxPool2D(2)(x);
        x = Flatten()(x);
        x -> Dense(10)
    }
}

fn main() {}
