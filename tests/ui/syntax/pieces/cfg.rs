use modelwright::model;

model! {
    #[cfg(feature = "large")]
    fn head(x: [_]) {
        x -> Dense(10)
    }
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> head
    }
}

fn main() {}
