use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Linear(10)
    }
}

fn main() {}
