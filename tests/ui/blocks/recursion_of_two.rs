use modelwright::model;

model! {
    fn odd(x: [_, _, _]) {
        x -> even
    }

    fn even(x: [_, _, _]) {
        x -> odd
    }

    model Net(image: [28, 28, 1]) {
        image -> odd
    }
}

fn main() {}
