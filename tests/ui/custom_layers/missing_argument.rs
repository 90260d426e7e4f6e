use modelwright::model;

model! {
    layer Project(x: [.., c], units) -> [.., units] { kernel: [c, units] }

    model Net(x: [8]) {
        x -> Project
    }
}

fn main() {}
