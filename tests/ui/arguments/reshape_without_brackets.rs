use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Reshape(7, 7, 16)
    }
}

fn main() {}
