//! BERT-base (Devlin et al., 2018, <https://arxiv.org/abs/1810.04805>) for sequences of any length: `seq` is a
//! symbol, and every shape of the network depends on it. The total is that of the published checkpoint: 12 layers
//! of width 768 and a pooler, without the training heads.

use modelwright::model;

model! {
    const VOCABULARY: usize = 30_522;
    const LONGEST: usize = 512;
    const WIDTH: usize = 768;
    const HEADS: usize = 12;

    /// Adds a trainable position embedding to each step.
    layer PositionEmbedding(x: [steps, width], longest) -> [steps, width] { embeddings: [longest, width] }

    fn normalized(x: [_, _]) {
        x -> LayerNormalization(epsilon = 1e-12)
    }

    /// Post-norm transformer block: attention and a feed-forward network, each with a residual.
    fn encoder(x: [tokens, width], heads) -> [tokens, width] {
        let attended = (x, x) -> MultiHeadAttention(heads, width / heads, dropout = 0.1);
        let x = x + attended -> normalized;
        let y = x -> Dense(4 * width, activation = gelu) -> Dense(width) -> Dropout(0.1);
        x + y -> normalized
    }

    /// BERT-base, uncased: a vector per token and a pooled vector.
    #[name = "bert_base"]
    pub model BertBase(tokens: i32[seq], segments: i32[seq]) -> ([seq, WIDTH], [WIDTH]) {
        let words = tokens -> Embedding(VOCABULARY, WIDTH, name = "words");
        let kinds = segments -> Embedding(2, WIDTH, name = "kinds");
        let mut x = words + kinds -> PositionEmbedding(LONGEST) -> normalized -> Dropout(0.1);
        for i in 1..=12 {
            x = x -> encoder(HEADS, name = "layer{i}");
        }
        (x, x[0] -> Dense(WIDTH, activation = tanh, name = "pooler"))
    }
}

const _: () = assert!(BertBase::PARAMS == 109_482_240);
const _: () = assert!(BertBase::output_shape(128).0[0] == 128);

fn main() {
    println!("{}", BertBase::summary().terminal_width(120).layer_range("tokens", "layer1/"));
    println!("{} MB of weights", BertBase::PARAM_BYTES >> 20);
    for seq in [16, 512] {
        println!("{seq} tokens: {:?}", BertBase::output_shape(seq));
    }
}
