//! Sequence to sequence (Sutskever et al., 2014, <https://arxiv.org/abs/1409.3215>): a layer with several outputs
//! whose final states initialize the second network. Lengths are unknown: `_` is Keras's `None`.

use modelwright::model;

model! {
    const SOURCE: usize = 71;
    const TARGET: usize = 93;

    /// Character-level translation with teacher forcing: the second input is the translation, delayed by one step.
    #[name = "seq2seq"]
    pub model Seq2Seq(source: [_, SOURCE], target: [_, TARGET]) -> [_, TARGET] {
        let (_, h, c) = source -> LSTM(256, return_state = true, name = "encoder");
        let (y, _, _) = (target, h, c) -> LSTM(256, return_sequences = true, return_state = true, name = "decoder");
        y -> Dense(TARGET, activation = softmax, name = "characters")
    }
}

const _: () = assert!(Seq2Seq::PARAMS == 718_173);
const _: () = assert!(Seq2Seq::OUTPUT_SHAPE[0].is_none());

fn main() {
    println!("{}", Seq2Seq::summary().terminal_width(112));
    println!("the states: {:?}", seq2_seq::ENCODER.output_shapes);
}
