use modelwright::model;

model! {
    model Net(image: [28, 20, 3]) {
        image -> Permute((2, 0, 1))
    }
}

fn main() {}
