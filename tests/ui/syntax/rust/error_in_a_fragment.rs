use modelwright::model;

macro_rules! head {
    ($units:expr, $layer:expr) => {
        model! {
            model Head(x: [4]) { x -> $layer -> Dense($units * 2) }
        }
    };
}

head!(3 - 5, Conv2D(8, 3 + 1));

fn main() {}
