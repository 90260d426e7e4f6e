use modelwright::model;

model! {
    #[budget(params <= 1_000, macs <= 50_000, peak_activation_bytes <= 8 * 1024)]
    model Digits(image: [28, 28, 1]) -> [10] {
        image -> Conv2D(8, 3) -> MaxPooling2D -> Flatten -> Dense(10)
    }
}

const _: () = assert!(Digits::OUTPUT_SHAPE[0] == 10);

fn main() {}
