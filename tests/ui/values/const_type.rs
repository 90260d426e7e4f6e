use modelwright::model;

model! {
    pub const SCALE: usize = 0.5;
    model Net(image: [28, 28, 1]) {
        image -> Flatten
    }
}

const _: usize = SCALE + 1;

fn main() {}
