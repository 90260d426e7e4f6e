//! U-Net (Ronneberger et al., 2015, <https://arxiv.org/abs/1505.04597>) with the sizes of the paper: convolutions are
//! not padded, so every level crops its skip connection; the crop is computed from the shapes.

use modelwright::model;

model! {
    /// Two 3x3 convolutions, which reduce height and width by four pixels.
    fn level(x: [h, w, _], filters) -> [h - 4, w - 4, filters] {
        x -> Conv2D(filters, 3, activation = relu) -> Conv2D(filters, 3, activation = relu)
    }

    /// Upsamples and concatenates the center of `skip`.
    fn up(x: [h, w, c], skip: [full_h, full_w, c / 2]) -> [2 * h, 2 * w, c] {
        let (dh, dw) = (full_h - 2 * h, full_w - 2 * w);
        assert!(dh % 2 == 0 && dw % 2 == 0, "cannot cut {dh} x {dw} pixels evenly");
        let cropped = skip -> Cropping2D((dh / 2, dw / 2));
        (cropped, x -> Conv2DTranspose(c / 2, 2, strides = 2, activation = relu)) -> Concatenate
    }

    /// Segmentation into two classes.
    #[name = "unet"]
    pub model UNet(image: [572, 572, 1]) -> [388, 388, 2] {
        let mut x = image;
        let mut skips = [];
        for filters in [64, 128, 256, 512] {
            let y = x -> level(filters);
            skips.push(y);
            x = y -> MaxPooling2D(2);
        }
        x = x -> level(1024);
        for (filters, skip) in [512, 256, 128, 64].zip(skips.rev()) {
            x = (x, skip) -> up -> level(filters);
        }
        x -> Conv2D(2, 1, activation = softmax)
    }
}

const _: () = assert!(UNet::PARAMS == 31_030_658);

fn main() {
    println!("{}", UNet::summary().terminal_width(112));
    let [height, width, classes] = UNet::OUTPUT_SHAPE;
    println!("{classes} classes for {height} x {width} pixels");
}
