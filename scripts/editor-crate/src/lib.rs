//! Models that `scripts/editor-test` asks rust-analyzer about.
//!
//! A comment below a line asks about the token above its caret:
//!
//! ```text
//! //^ hover: text          the text shown when hovering has this in it
//! //^ goto: 12:9           line and column of the definition, or `file.rs` where it is in another file
//! //^ complete: a, b       completions behind the caret's token have these
//! //^ complete: !a         and not this
//! ```
//!
//! A comment of several carets asks about the first. `type:` before `complete:` types a text at the caret first.

modelwright::model! {
    /// Classes.
    pub const DIGITS: usize = 10;
    //        ^ hover: Classes.

    /// A convolution and its activation.
    fn stage(x: [_, _, c], filters) {
        //   ^ hover: Tensor, one after the other: `[28, 28, 1]`, `[14, 14, 16]`.
        //             ^ hover: one after the other: `1`, `16`
        //                 ^ hover: one after the other: `16`, `32`
        let wide = x -> Conv2D(filters, 3, padding = same);
        //  ^ hover: `[28, 28, 16]`, `[14, 14, 32]`
        //         ^ goto: fn stage(x
        //              ^ hover: Slides kernels over an image
        //              ^ hover: strides = 1
        //              ^ goto: editor.rs
        //                     ^ goto: fn stage(x: [_, _, c], filters
        //                                 ^ hover: `valid` for none
        //                                 ^ hover: Default: `valid`
        //                                           ^ complete: same, valid, !relu
        wide -> ReLU -> MaxPooling2D(2)
        //                            ^ type: ,  complete: pool_size, strides, padding, name, !filters
        //             ^ type: Glo complete: GlobalAveragePooling2D, stage
    }

    /// Scales by a weight.
    layer Scale(x: [.., c], factor = 1) -> [.., c] { gamma: [c] }

    /// Handwritten digits.
    pub model LeNet(image: [28, 28, 1]) -> [DIGITS] {
        //    ^ hover: Handwritten digits.
        //    ^ hover: |`conv2d`|`Conv2D`|`[28, 28, 16]`|160|
        //          ^ hover: `[28, 28, 1]`
        //                                  ^ goto: pub const DIGITS
        let mut x = image;
        //          ^ goto: pub model LeNet(image
        for filters in [16, 32] {
            //^ hover: `16`, `32`
            x = x -> stage(filters = filters);
            //       ^ goto: fn stage
            //       ^ hover: A convolution and its activation.
            //             ^ goto: fn stage(x: [_, _, c], filters
            //                       ^ goto: for filters
            //  ^ goto: let mut x
        }
        let x = x -> Scale(factor = 2);
        //  ^ hover: Tensor `[7, 7, 32]`.
        //           ^ hover: Scales by a weight.
        //           ^ goto: layer Scale
        //                 ^ goto: layer Scale(x: [.., c], factor
        x -> Flatten -> Dense(DIGITS, activation = softmax)
        //              ^ hover: Dense(units
        //                    ^ goto: pub const DIGITS
        //                                         ^ hover: An activation
        //                                         ^ complete: softmax, relu, !same
        // (The last `x`.)
    }

    pub model Twice(image: [28, 28, 1]) {
        let net = LeNet;
        //        ^ goto: pub model LeNet
        image -> net
    }
}

// The same with mistakes in it, in a function body.
pub fn with_mistakes() {
    modelwright::model! {
        model Broken(image: [28, 28, 1]) -> [10] {
            let features = image -> Conv2D(8, 3, activaton = relu) -> Flatten;
            //  ^ hover: there is an error
            //                      ^ hover: Slides kernels over an image
            //                                   ^ complete: activation, kernel_size
            //                                                         ^ hover: Flatten
            let other = image -> Conv2(8, 3) -> ;
            //          ^ goto: model Broken(image
            //                   ^ complete: Conv2D, Conv2DTranspose
            //                                 ^ type: Den complete: Dense
            let pooled = image -> GlobalAveragePooling2D;
            //  ^ hover: Tensor `[1]`.
            features -> Dense(10, ) -> Softm
            //^ goto: let features
            //                   ^ type:  act complete: activation, use_bias
            //                         ^ complete: Softmax
        }
    }
}
