use modelwright::model;

model! {
    model Net(image: [28, , 1]) {
        image -> Conv2D(8, 3) -> Dens(4)
    }
}

fn main() {}
