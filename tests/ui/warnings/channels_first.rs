#![deny(deprecated)]

modelwright::model! {
    fn stage(x: [..], filters) {
        x -> Conv2D(filters, 3, use_bias = false) -> BatchNormalization -> ReLU
    }
    #[data_format = channels_first]
    pub model Net(image: [3, 32, 32]) {
        image -> stage(8) -> stage(16) -> Flatten -> Dense(10)
    }
    #[allow(deprecated)]
    #[data_format = channels_first]
    pub model Quiet(image: [3, 28, 28]) {
        image -> stage(8) -> Flatten -> Dense(10)
    }
    pub model Frozen(x: [5, 8]) {
        x -> TimeDistributed(Dense(3), trainable = false)
    }
}

fn main() {}
