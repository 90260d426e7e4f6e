use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Reshape(vec![784])
    }
}

fn main() {}
