//! VGG-16 (Simonyan and Zisserman, 2014, <https://arxiv.org/abs/1409.1556>): loops, blocks and interpolated
//! names. Layers are named as in `keras.applications`.

use modelwright::model;

model! {
    /// 3x3 convolutions followed by max pooling.
    fn stage(x: [h, w, _], number, filters, convolutions) -> [h / 2, w / 2, filters] {
        let mut x = x;
        for i in 1..=convolutions {
            x = x -> Conv2D(filters, 3, padding = same, activation = relu, name = "block{number}_conv{i}");
        }
        x -> MaxPooling2D(2, name = "block{number}_pool")
    }

    /// VGG-16 for ImageNet.
    #[name = "vgg16"]
    pub model VGG16(input_layer: [224, 224, 3]) -> [1000] {
        let mut x = input_layer;
        for (number, (filters, convolutions)) in
            (1..=5).zip([(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)])
        {
            x = x -> stage(number, filters, convolutions);
        }
        let features: [7, 7, 512] = x;
        features
            -> Flatten
            -> Dense(4096, activation = relu, name = "fc1")
            -> Dense(4096, activation = relu, name = "fc2")
            -> Dense(1000, activation = softmax, name = "predictions")
    }
}

const _: () = assert!(VGG16::PARAMS == 138_357_544);

fn main() {
    println!("{}", VGG16::summary());
    let share = 100 * vgg16::FC1.params / VGG16::PARAMS;
    println!("{share} of 100 parameters are those of the first dense layer");
}
