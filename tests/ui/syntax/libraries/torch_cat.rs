use modelwright::model;

model! {
    model Net(a: [8], b: [8]) {
        torch.cat((a, b), dim = 1)
    }
}

fn main() {}
