use modelwright::model;

model! {
    #[data_frmat = channels_first]
    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}
