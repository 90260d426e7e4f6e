use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Net
    }
}

fn main() {}
