//! ViT-Ti/16, the smallest vision transformer (Dosovitskiy et al., 2020, <https://arxiv.org/abs/2010.11929>; Touvron et
//! al., 2020): two layers that Keras does not have are `layer` items, and the head reads the first token with
//! `x[0]`. The total is that of timm's `vit_tiny_patch16_224`.

use modelwright::model;

model! {
    /// Prepends a trainable class token.
    layer ClassToken(x: [n, width]) -> [n + 1, width] { token: [1, width] }

    /// Adds a trainable position embedding to each token.
    layer PositionEmbedding(x: [n, width]) -> [n, width] { embeddings: [n, width] }

    fn normalized(x: [_, _]) {
        x -> LayerNormalization(epsilon = 1e-6)
    }

    /// Splits an image into patches and embeds each as a token.
    fn patches(image: [height, width, _], size, width_of_token) -> [height / size * (width / size), width_of_token] {
        image
            -> Conv2D(width_of_token, size, strides = size, name = "patches")
            -> Reshape([height / size * (width / size), width_of_token])
    }

    /// Pre-norm transformer block: attention and a feed-forward network, each with a residual.
    fn encoder(x: [n, width], heads) -> [n, width] {
        let y = x -> normalized;
        let x = x + ((y, y) -> MultiHeadAttention(heads, width / heads));
        x + (x -> normalized -> Dense(4 * width, activation = gelu) -> Dense(width))
    }

    /// ViT-Ti/16 for ImageNet.
    #[name = "vit_tiny_patch16_224"]
    pub model VitTiny(image: [224, 224, 3]) -> [1000] {
        let mut x = image -> patches(16, 192) -> ClassToken -> PositionEmbedding;
        for i in 0..12 {
            x = x -> encoder(3, name = "block{i}");
        }
        let tokens: [197, 192] = x -> normalized;
        tokens[0] -> Dense(1000, name = "head")
    }
}

const _: () = assert!(VitTiny::PARAMS == 5_717_416);

fn main() {
    println!("{}", VitTiny::summary().terminal_width(112).layer_range("image", "block0/"));
    let [tokens, width] = vit_tiny::POSITION_EMBEDDING.weights[0].shape else { unreachable!() };
    println!("{tokens} tokens of {width}, {} parameters", VitTiny::PARAMS);
}
