use modelwright::model;

model! {
    layer Scale(x: [.., c]) { gamma: [c] }

    model Net(x: [8]) {
        x -> Scale
    }
}

fn main() {}
