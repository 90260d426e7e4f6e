use modelwright::model;

model! {
    fn block(x: [_])

    model Net(x: [8]) {
        x -> block -> Dens(4)
    }
}

fn main() {}
