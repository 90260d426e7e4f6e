use modelwright::model;

model! {
    model Net(: [28, 28, 1], hint: [8]) {
        let y = image -> Flatten;
        hint -> Dens(4)
    }
}

fn main() {}
