use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Lambda(|x| x * 2.0) -> Flatten
    }
}

fn main() {}
