use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image -> Flatten;
        x = x -> Dense(10)
    }
}

fn main() {}
