use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = image -> ;
        let y = image -> Flaten;
        y
    }
}

fn main() {}
