use modelwright::model;

model! {
    fn doubled(n) {
        2 * n
    }

    model Net(x: [8]) {
        x -> doubled
    }
}

fn main() {}
