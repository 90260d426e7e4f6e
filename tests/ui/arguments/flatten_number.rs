use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten(1)
    }
}

fn main() {}
