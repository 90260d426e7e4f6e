use modelwright::model;

model! {
    model Net(image: [28, 28, 1]): [10] {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}
