use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let y = image -> (8, 3, padding = same);
        y -> Flatten -> Dens(4)
    }
}

fn main() {}
