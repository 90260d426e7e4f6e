use modelwright::model;

model! {
    pub const CLASSES: usize = 10 / 0;

    /// Wrong in the middle.
    pub model Net(image: [28, 28, 1]) -> [CLASSES] {
        image -> Conv2D(8, 30, name = "wide") -> Flatten -> Dense(CLASSES)
    }
}

const _: () = assert!(Net::PARAMS == 1234);
static WEIGHTS: [f32; Net::PARAMS] = [0.0; Net::PARAMS];
const LAYER: &modelwright::Layer = net::WIDE;
const CLASSES_AND_ONE: usize = CLASSES + 1;

pub fn weights() -> (&'static [f32], &'static str, usize) {
    let _ = (Net::summary(), Net::INPUT_SHAPE, Net::OUTPUT_SHAPE, Net::LAYERS[0]);
    (&WEIGHTS, LAYER.name, CLASSES_AND_ONE)
}

fn main() {}
