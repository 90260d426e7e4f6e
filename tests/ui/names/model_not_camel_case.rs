use modelwright::model;

model! {
    model lenet(image: [28, 28, 1]) {
        image -> Flatten
    }
}

fn main() {}
