use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> LayerNormalization(normalized_shape = 8)
    }
}

fn main() {}
