use modelwright::model;

model! {
    layer Scale(x: [.., c]) -> [.., c] { gamma: [c], trainable = false }

    model Net(x: [8]) {
        x -> Scale
    }
}

fn main() {}
