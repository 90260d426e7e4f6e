use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut units = 11;
        units--;
        image -> Flatten -> Dense(units)
    }
}

fn main() {}
