use modelwright::model;

model! {
    fn block(x: [_, c]) {
        assert_eq!(c, 8);
        x -> Dense(c)
    }

    model Net(x: [20, 8]) {
        x -> block
    }
}

fn main() {}
