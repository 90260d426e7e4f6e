use modelwright::model;

model! {
    model First(image: [28, 28, 1]) {
        image -> Conv2D(8, 30) -> Flatten -> Dense(10)
    }

    model Second(image: [28, 28, 1]) {
        image -> Flatten -> Dense(0)
    }

    model Right(image: [28, 28, 1]) {
        image -> Flatten -> Dense(1)
    }
}

const _: () = assert!(Right::PARAMS == 785);

fn main() {}
