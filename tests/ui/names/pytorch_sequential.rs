use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> nn.Sequential(nn.Linear(8, 4), nn.ReLU())
    }
}

fn main() {}
