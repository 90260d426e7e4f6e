use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = Sequential(Flatten -> Dense(64))(image);
        x -> Dense(10)
    }
}

fn main() {}
