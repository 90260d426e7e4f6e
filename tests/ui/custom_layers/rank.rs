use modelwright::model;

model! {
    layer ClassToken(x: [n, d]) -> [n + 1, d] { token: [1, d] }

    model Net(x: [8]) {
        x -> ClassToken
    }
}

fn main() {}
