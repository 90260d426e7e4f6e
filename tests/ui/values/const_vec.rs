use modelwright::model;

model! {
    const WIDTHS: Vec<usize> = vec![8, 16];

    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(WIDTHS[0])
    }
}

fn main() {}
