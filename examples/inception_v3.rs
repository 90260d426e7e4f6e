//! Inception v3 (Szegedy et al., 2015, <https://arxiv.org/abs/1512.00567>): parallel branches. Almost nothing
//! is named: layers get Keras's automatic names in the order of their calls.

use modelwright::model;

model! {
    fn convolution(x: [_, _, _], filters, kernel, strides = 1, padding = same) {
        x
            -> Conv2D(filters, kernel, strides = strides, padding = padding, use_bias = false)
            -> BatchNormalization(scale = false)
            -> Activation(relu)
    }

    /// Average pooling followed by a 1x1 convolution.
    fn pooled(x: [_, _, _], filters) {
        x -> AveragePooling2D(3, strides = 1, padding = same) -> convolution(filters, 1)
    }

    /// 35x35: branches with a 5x5 and with two 3x3 convolutions.
    fn block35(x: [h, w, _], features, label) -> [h, w, 224 + features] {
        let one = x -> convolution(64, 1);
        let five = x -> convolution(48, 1) -> convolution(64, 5);
        let twice_three = x -> convolution(64, 1) -> convolution(96, 3) -> convolution(96, 3);
        (one, five, twice_three, x -> pooled(features)) -> Concatenate(name = label)
    }

    /// 17x17: 7x7 convolutions factorized into 1x7 and 7x1.
    fn block17(x: [h, w, _], width, label) -> [h, w, 768] {
        let one = x -> convolution(192, 1);
        let seven = x -> convolution(width, 1) -> convolution(width, (1, 7)) -> convolution(192, (7, 1));
        let twice_seven = x
            -> convolution(width, 1)
            -> convolution(width, (7, 1))
            -> convolution(width, (1, 7))
            -> convolution(width, (7, 1))
            -> convolution(192, (1, 7));
        (one, seven, twice_seven, x -> pooled(192)) -> Concatenate(name = label)
    }

    /// 8x8: branches that split again.
    fn block8(x: [h, w, _], number) -> [h, w, 2048] {
        let one = x -> convolution(320, 1);
        let three = x -> convolution(384, 1);
        let split = (three -> convolution(384, (1, 3)), three -> convolution(384, (3, 1)));
        let split_three = split -> Concatenate(name = "mixed9_{number}");
        let twice_three = x -> convolution(448, 1) -> convolution(384, 3);
        let split = (twice_three -> convolution(384, (1, 3)), twice_three -> convolution(384, (3, 1)));
        let split_twice_three = split -> Concatenate;
        let block = 9 + number;
        (one, split_three, split_twice_three, x -> pooled(192)) -> Concatenate(name = "mixed{block}")
    }

    /// Inception v3 for ImageNet.
    #[name = "inception_v3"]
    pub model InceptionV3(input_layer: [299, 299, 3]) -> [1000] {
        let stem: [35, 35, 192] = input_layer
            -> convolution(32, 3, strides = 2, padding = valid)
            -> convolution(32, 3, padding = valid)
            -> convolution(64, 3)
            -> MaxPooling2D(3, strides = 2)
            -> convolution(80, 1, padding = valid)
            -> convolution(192, 3, padding = valid)
            -> MaxPooling2D(3, strides = 2);

        let x = stem -> block35(32, "mixed0") -> block35(64, "mixed1") -> block35(64, "mixed2");

        let three = x -> convolution(384, 3, strides = 2, padding = valid);
        let twice_three = x
            -> convolution(64, 1)
            -> convolution(96, 3)
            -> convolution(96, 3, strides = 2, padding = valid);
        let x: [17, 17, 768] =
            (three, twice_three, x -> MaxPooling2D(3, strides = 2)) -> Concatenate(name = "mixed3");

        let x = x
            -> block17(128, "mixed4")
            -> block17(160, "mixed5")
            -> block17(160, "mixed6")
            -> block17(192, "mixed7");

        let three = x -> convolution(192, 1) -> convolution(320, 3, strides = 2, padding = valid);
        let seven_three = x
            -> convolution(192, 1)
            -> convolution(192, (1, 7))
            -> convolution(192, (7, 1))
            -> convolution(192, 3, strides = 2, padding = valid);
        let x: [8, 8, 1280] =
            (three, seven_three, x -> MaxPooling2D(3, strides = 2)) -> Concatenate(name = "mixed8");

        x
            -> block8(0)
            -> block8(1)
            -> GlobalAveragePooling2D(name = "avg_pool")
            -> Dense(1000, activation = softmax, name = "predictions")
    }
}

const _: () = assert!(InceptionV3::PARAMS == 23_851_784);

fn main() {
    println!("{}", InceptionV3::summary().layer_range("max_pooling2d_1", "mixed0"));
    println!("{} layers", InceptionV3::LAYERS.len());
}
