//! GPT-2 small (Radford et al., 2019, "Language Models are Unsupervised Multitask Learners") for prompts of every
//! length. The logits are products with the token embeddings (weight tying; Press and Wolf, 2016,
//! <https://arxiv.org/abs/1608.05859>), so the last layer has no weights of its own. The total is that of the published
//! checkpoint.

use modelwright::model;

model! {
    const VOCABULARY: usize = 50_257;
    const CONTEXT: usize = 1024;
    const WIDTH: usize = 768;

    /// Adds a trainable position embedding to each step.
    layer PositionEmbedding(x: [steps, width], longest) -> [steps, width] { embeddings: [longest, width] }

    /// Logits: products with the embeddings of all tokens. The weights belong to the embedding layer; a layer
    /// cannot be called in two ways, so this item has no weights and declares its MACs.
    layer TiedScores(x: [steps, WIDTH]) -> [steps, VOCABULARY] { macs = steps * WIDTH * VOCABULARY }

    fn normalized(x: [_, _]) {
        x -> LayerNormalization(epsilon = 1e-5)
    }

    /// Pre-norm transformer block: causal attention and a feed-forward network, each with a residual.
    fn decoder(x: [seq, width], heads) -> [seq, width] {
        let y = x -> normalized;
        let x = x + ((y, y) -> MultiHeadAttention(heads, width / heads, dropout = 0.1, use_causal_mask = true));
        let y = x -> normalized -> Dense(4 * width, activation = gelu) -> Dense(width) -> Dropout(0.1);
        x + y
    }

    /// Next-token prediction at every step.
    #[name = "gpt2"]
    pub model Gpt2(tokens: i32[seq]) -> [seq, VOCABULARY] {
        let mut x = tokens
            -> Embedding(VOCABULARY, WIDTH, name = "wte")
            -> PositionEmbedding(CONTEXT, name = "wpe")
            -> Dropout(0.1);
        for i in 0..12 {
            x = x -> decoder(12, name = "h{i}");
        }
        x -> normalized -> TiedScores
    }
}

const _: () = assert!(Gpt2::PARAMS == 124_439_808);
const _: () = assert!(Gpt2::output_shape(77)[0] == 77);

/// Twelve blocks, each with four projections, two products over all pairs of steps, and a feed-forward network four times as wide; then
/// the logits.
const fn macs(steps: u64) -> u64 {
    const WIDTH: u64 = 768;
    let block = 4 * steps * WIDTH * WIDTH + 2 * steps * steps * WIDTH + 8 * steps * WIDTH * WIDTH;
    12 * block + steps * WIDTH * 50_257
}

const _: () = assert!(Gpt2::macs(1024) == macs(1024));

fn main() {
    println!("{}", Gpt2::summary().terminal_width(112).layer_range("tokens", "h0/"));
    println!("scores of a full context: {:?}", Gpt2::output_shape(1024));
    println!("MACs of a full context: {}", Gpt2::macs(1024));
}
