use modelwright::model;

model! {
    layer Scale(x: [.., c]) -> [.., c] { gamma: [d] }

    model Net(x: [8]) {
        x -> Scale
    }
}

fn main() {}
