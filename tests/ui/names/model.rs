use modelwright::model;

model! {
    model Backbone(x: [8]) {
        x -> Dense(4)
    }

    model Net(x: [8]) {
        x -> Backbon -> Dense(2)
    }
}

fn main() {}
