use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        Flatten <- image
    }
}

fn main() {}
