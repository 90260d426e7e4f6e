use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let a = image -> Conv2D(8, 30);
        let b = image -> Dense(units = 0);
        let c = image -> Flaten;
        let d = a -> Flatten -> Dense(10, activation = rleu);
        (a, b, c, d)
    }
}

fn main() {}
