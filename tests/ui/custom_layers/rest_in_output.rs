use modelwright::model;

model! {
    layer Mean(x: [n, c]) -> [.., c] { }

    model Net(x: [4, 8]) {
        x -> Mean
    }
}

fn main() {}
