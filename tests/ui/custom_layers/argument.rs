use modelwright::model;

model! {
    layer Scale(x: [.., c], init = 1.0) -> [.., c] { gamma: [c] }

    model Net(x: [8]) {
        x -> Scale(initial = 0.1)
    }
}

fn main() {}
