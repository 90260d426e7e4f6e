use modelwright::model;

model! {
    #[cfg(feature = "large")]
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}
