use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = if let Some(y) = image { y } else { image };
        x -> Flatten
    }
}

fn main() {}
