use modelwright::model;

model! {
    modle Net(image: [28, 28, 1]) {
        image -> Flatten
    }
}

fn main() {}
