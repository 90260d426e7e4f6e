use modelwright::model;

model! {
    model Net(image: [28, 0, 1]) {
        image -> Flatten
    }
}

fn main() {}
