use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        while true { }
        image -> Flatten
    }
}

fn main() {}
