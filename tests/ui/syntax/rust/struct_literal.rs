use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense { units: 10 }
    }
}

fn main() {}
