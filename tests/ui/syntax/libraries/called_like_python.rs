use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = Conv2D(8, 3)(image);
        x -> Flatten
    }
}

fn main() {}
