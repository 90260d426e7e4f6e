//! BERT-base (Devlin et al., 2018, <https://arxiv.org/abs/1810.04805>): the encoder of the transformer (Vaswani et al.,
//! 2017), twelve times, and the sum of the published parameters.

use modelwright::model;

model! {
    const TOKENS: usize = 512;
    const WIDTH: usize = 768;
    const HEADS: usize = 12;

    fn normalized(x: [_, _]) {
        x -> LayerNormalization(epsilon = 1e-12)
    }

    /// Attention and a feed-forward network, each with a residual and a normalization.
    fn encoder(x: [tokens, width], heads) -> [tokens, width] {
        let attended = (x, x) -> MultiHeadAttention(heads, width / heads, dropout = 0.1);
        let x = x + attended -> normalized;
        let y = x -> Dense(4 * width, activation = gelu) -> Dense(width) -> Dropout(0.1);
        x + y -> normalized
    }

    /// BERT-base, uncased; the positions of the tokens are an input of their own.
    #[name = "bert_base"]
    pub model BertBase(
        tokens: i32[TOKENS],
        positions: i32[TOKENS],
        segments: i32[TOKENS],
    ) -> ([TOKENS, WIDTH], [WIDTH]) {
        let mut x = (
            tokens -> Embedding(30_522, WIDTH),
            positions -> Embedding(TOKENS, WIDTH),
            segments -> Embedding(2, WIDTH),
        ) -> Add -> normalized -> Dropout(0.1);
        for i in 1..=12 {
            x = x -> encoder(HEADS, name = "layer{i}");
        }
        (x, x[0] -> Dense(WIDTH, activation = tanh, name = "pooler"))
    }
}

const _: () = assert!(BertBase::PARAMS == 109_482_240);

fn main() {
    println!("{}", BertBase::summary().terminal_width(120).layer_range("tokens", "layer1/"));
    println!("{} MB of weights", BertBase::PARAM_BYTES >> 20);
}
