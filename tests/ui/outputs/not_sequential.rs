use modelwright::model;

model! {
    #[sequential]
    model Net(image: [28, 28, 1]) {
        image + image
    }
}

fn main() {}
