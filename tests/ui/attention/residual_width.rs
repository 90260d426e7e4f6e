use modelwright::model;

model! {
    model Net(x: [20, 60]) {
        let y = (x, x) -> MultiHeadAttention(8, 8, output_shape = 64);
        x + y -> LayerNormalization
    }
}

fn main() {}
