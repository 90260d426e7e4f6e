use modelwright::model;

model! {
    pub const CLASSES: usize = 10;
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(CLASES)
    }
}

const _: usize = CLASSES;

fn main() {}
