use modelwright::model;

model! {
    layer Scale(x: [.., c]) -> [.., c] { gamma: [c] }

    model Net(x: [_]) {
        x -> Scale
    }
}

fn main() {}
