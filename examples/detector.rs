//! YOLOv3 (Redmon and Farhadi, 2018, <https://arxiv.org/abs/1804.02767>), a detector for images of any size that is a
//! multiple of 32: `h` and `w` are symbols, and the three scales match for all their values. The total is that of
//! the published weights, for the 80 classes of COCO.

use modelwright::model;

model! {
    const CLASSES: usize = 80;
    /// Three boxes per cell: four coordinates, objectness, and class scores.
    const PREDICTIONS: usize = 3 * (5 + CLASSES);

    fn convolution(x: [_, _, _], filters, kernel, strides = 1, padding = same) {
        x
            -> Conv2D(filters, kernel, strides = strides, padding = padding, use_bias = false)
            -> BatchNormalization
            -> LeakyReLU(0.1)
    }

    /// A stage of Darknet-53: halves height and width, then applies residual blocks.
    fn stage(x: [_, _, _], filters, blocks) {
        let mut x = x -> ZeroPadding2D(((1, 0), (1, 0))) -> convolution(filters, 3, strides = 2, padding = valid);
        for _ in 0..blocks {
            x = x + (x -> convolution(filters / 2, 1) -> convolution(filters, 3));
        }
        x
    }

    /// Alternating 1x1 and 3x3 convolutions, the start of the next scale.
    fn neck(x: [h, w, _], filters) -> [h, w, filters] {
        x
            -> convolution(filters, 1)
            -> convolution(2 * filters, 3)
            -> convolution(filters, 1)
            -> convolution(2 * filters, 3)
            -> convolution(filters, 1)
    }

    fn head(x: [h, w, c]) -> [h, w, PREDICTIONS] {
        x -> convolution(2 * c, 3) -> Conv2D(PREDICTIONS, 1)
    }

    /// Upsamples and concatenates the features of the backbone.
    fn merged(x: [h, w, c], skip: [2 * h, 2 * w, _]) {
        (x -> convolution(c / 2, 1) -> UpSampling2D(2), skip) -> Concatenate
    }

    /// YOLOv3: large, medium and small objects.
    #[name = "yolov3"]
    pub model YoloV3(image: [32 * h, 32 * w, 3])
        -> ([h, w, PREDICTIONS], [2 * h, 2 * w, PREDICTIONS], [4 * h, 4 * w, PREDICTIONS])
    {
        let x = image -> convolution(32, 3) -> stage(64, 1) -> stage(128, 2);
        let fine = x -> stage(256, 8);
        let middle = fine -> stage(512, 8);
        let large = middle -> stage(1024, 4) -> neck(512);
        let medium = (large, middle) -> merged -> neck(256);
        let small = (medium, fine) -> merged -> neck(128);
        (large -> head, medium -> head, small -> head)
    }
}

const _: () = assert!(YoloV3::PARAMS == 62_001_757);
const _: () = assert!(YoloV3::output_shape(13, 13).2[0] == 52);

fn main() {
    println!("{}", YoloV3::summary().terminal_width(112).layer_range("image", "add"));
    for (height, width) in [(416, 416), (608, 352)] {
        let (large, medium, small) = YoloV3::output_shape(height / 32, width / 32);
        println!("{height}x{width}: {large:?}, {medium:?}, {small:?}");
    }
}
