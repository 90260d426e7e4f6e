use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        try { image } catch { image }
        image -> Flaten
    }
}

fn main() {}
