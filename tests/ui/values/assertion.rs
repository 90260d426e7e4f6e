use modelwright::model;

model! {
    fn half(x: [c]) {
        assert!(c % 2 == 0, "{c} channels cannot be halved");
        x -> Dense(c / 2)
    }

    model Net(x: [7]) {
        x -> half
    }
}

fn main() {}
