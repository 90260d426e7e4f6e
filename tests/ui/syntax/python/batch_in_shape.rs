use modelwright::model;

model! {
    model Net(image: [None, 28, 28, 1]) {
        image -> Flatten
    }
}

fn main() {}
