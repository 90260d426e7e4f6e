use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        x := image -> Flatten;
        x -> Dense(10)
    }
}

fn main() {}
