// case: shapes/rank_one_into_conv
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 8], [3, 3]).init(&device);
    let x: Tensor<2> = Tensor::zeros([1, 784], &device);
    conv.forward(x);
}

// case: shapes/forgotten_flatten_before_dense
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 8], [3, 3]).init(&device);
    let pool = MaxPool2dConfig::new([2, 2]).init();
    let hidden = LinearConfig::new(8 * 13 * 13, 64).init(&device);
    let output = LinearConfig::new(64, 10).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let forward = |image: Tensor<4>| -> Tensor<2> {
        let x = pool.forward(conv.forward(image));
        output.forward(Relu::new().forward(hidden.forward(x)))
    };
    forward(image);
}

// case: shapes/kernel_larger_than_input
fn main() {
    let device = Device::default();
    let conv1 = Conv2dConfig::new([1, 8], [3, 3]).init(&device);
    let pool = MaxPool2dConfig::new([4, 4]).init();
    let conv2 = Conv2dConfig::new([8, 16], [3, 3]).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let x = conv1.forward(image);
    let x = pool.forward(pool.forward(x));
    conv2.forward(x);
}

// case: shapes/channels_first_data
// burn's layers are channels first: data with its channels last is the same mistake.
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([3, 64], [7, 7]).with_stride([2, 2]).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 224, 224, 3], &device);
    conv.forward(image);
}

// case: shapes/skip_connection_channels
fn residual(x: Tensor<4>, channels: usize, filters: usize) -> Tensor<4> {
    let device = x.device();
    let conv = Conv2dConfig::new([channels, filters], [3, 3])
        .with_padding(PaddingConfig2d::Same)
        .init(&device);
    let norm = BatchNormConfig::new(filters).init(&device);
    let y = norm.forward(conv.forward(x.clone()));
    Relu::new().forward(y + x)
}

fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([3, 16], [3, 3]).with_padding(PaddingConfig2d::Same).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 3, 32, 32], &device);
    let x = residual(conv.forward(image), 16, 16);
    residual(x, 16, 32);
}

// case: shapes/skip_connection_stride
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 1], [3, 3])
        .with_stride([2, 2])
        .with_padding(PaddingConfig2d::Explicit(1, 1, 1, 1))
        .init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let y = conv.forward(image.clone());
    let _ = y + image;
}

// case: shapes/concatenate_wrong_axis
fn main() {
    let device = Device::default();
    let pool = MaxPool2dConfig::new([2, 1]).init();
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let y = pool.forward(image.clone());
    Tensor::cat(vec![image, y], 1);
}

// case: shapes/reshape_does_not_multiply_out
fn main() {
    let device = Device::default();
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let _: Tensor<4> = image.reshape([1, 15, 7, 7]);
}

// case: shapes/odd_size_in_unet
fn main() {
    let device = Device::default();
    let conv1 = Conv2dConfig::new([1, 8], [3, 3]).with_padding(PaddingConfig2d::Same).init(&device);
    let pool = MaxPool2dConfig::new([2, 2]).init();
    let conv2 =
        Conv2dConfig::new([8, 16], [3, 3]).with_padding(PaddingConfig2d::Same).init(&device);
    let up = Interpolate2dConfig::new().with_scale_factor(Some([2.0, 2.0])).init();
    let conv3 = Conv2dConfig::new([24, 1], [1, 1]).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 29, 29], &device);
    let down = conv1.forward(image);
    let deep = conv2.forward(pool.forward(down.clone()));
    let up = up.forward(deep);
    conv3.forward(Tensor::cat(vec![up, down], 1));
}

// case: shapes/groups_do_not_divide
fn main() {
    let device = Device::default();
    let conv1 = Conv2dConfig::new([1, 8], [3, 3]).init(&device);
    let conv2 = Conv2dConfig::new([8, 12], [3, 3]).with_groups(5).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    conv2.forward(conv1.forward(image));
}

// case: shapes/strides_with_dilation
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 8], [3, 3])
        .with_stride([2, 2])
        .with_dilation([2, 2])
        .init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    println!("{:?}", conv.forward(image).dims());
}

// case: shapes/shared_layer_other_size
fn main() {
    let device = Device::default();
    let tower = LinearConfig::new(8, 64).init(&device);
    let a: Tensor<2> = Tensor::zeros([1, 8], &device);
    let b: Tensor<2> = Tensor::zeros([1, 9], &device);
    let _ = tower.forward(a) - tower.forward(b);
}

// case: shapes/slice_out_of_range
fn main() {
    let device = Device::default();
    let x: Tensor<3> = Tensor::zeros([1, 20, 8], &device);
    println!("{:?}", x.slice(s![.., 20, ..]).dims());
}

// case: shapes/output_size
fn main() {
    let device = Device::default();
    let dense = LinearConfig::new(784, 100).init(&device);
    let image: Tensor<4> = Tensor::zeros([2, 1, 28, 28], &device);
    let x = dense.forward(image.flatten::<2>(1, 3));
    let target: Tensor<2> = Tensor::zeros([2, 10], &device);
    let loss = burn::nn::loss::MseLoss::new();
    loss.forward(x, target, burn::nn::loss::Reduction::Mean);
}

// case: recurrent/stacked
// burn's recurrent layers give all steps: the same mistake takes the last step of the first one.
fn main() {
    let device = Device::default();
    let gru1 = GruConfig::new(8, 64, true).init(&device);
    let gru2 = GruConfig::new(64, 32, true).init(&device);
    let x: Tensor<3> = Tensor::zeros([1, 20, 8], &device);
    let y = gru1.forward(x, None).slice(s![.., 19..20, ..]).squeeze_dim::<2>(1);
    gru2.forward(y, None);
}

// case: recurrent/image_into_lstm
fn main() {
    let device = Device::default();
    let lstm = LstmConfig::new(28, 64, true).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 28, 28, 1], &device);
    lstm.forward(image, None);
}

// case: recurrent/states
fn main() {
    let device = Device::default();
    let lstm = LstmConfig::new(8, 64, true).init(&device);
    let x: Tensor<3> = Tensor::zeros([1, 20, 8], &device);
    let (y, h, c) = lstm.forward(x, None);
}

// case: recurrent/states_of_another_size
fn main() {
    let device = Device::default();
    let lstm1 = LstmConfig::new(8, 64, true).init(&device);
    let lstm2 = LstmConfig::new(64, 32, true).init(&device);
    let x: Tensor<3> = Tensor::zeros([1, 20, 8], &device);
    let (y, state) = lstm1.forward(x, None);
    lstm2.forward(y, Some(state));
}

// case: recurrent/tokens_without_embedding
fn main() {
    let device = Device::default();
    let lstm = LstmConfig::new(1, 64, true).init(&device);
    let tokens: Tensor<2, Int> = Tensor::zeros([1, 20], &device);
    lstm.forward(tokens, None);
}

// case: attention/order_of_inputs
// burn's order is query, key, value.
fn main() {
    let device = Device::default();
    let attention = MultiHeadAttentionConfig::new(64, 8).init(&device);
    let query: Tensor<3> = Tensor::zeros([1, 20, 64], &device);
    let key: Tensor<3> = Tensor::zeros([1, 30, 64], &device);
    let value: Tensor<3> = Tensor::zeros([1, 40, 64], &device);
    attention.forward(MhaInput::new(query, value, key));
}

// case: names/layer
fn main() {
    let device = Device::default();
    let conv = Conv2DConfig::new([1, 8], [3, 3]).init(&device);
    let output = LinerConfig::new(8, 10).init(&device);
}

// case: names/argument
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 8], [3, 3]).with_strde([2, 2]).init(&device);
}

// case: names/variable
fn main() {
    let device = Device::default();
    let dense = LinearConfig::new(784, 10).init(&device);
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let features: Tensor<2> = image.flatten(1, 3);
    dense.forward(feature);
}

// case: arguments/missing
fn main() {
    let device = Device::default();
    let conv = Conv2dConfig::new([1, 8]).init(&device);
}

// case: arguments/negative_units
fn main() {
    let device = Device::default();
    let dense = LinearConfig::new(8, -1).init(&device);
}

// case: arguments/dropout_percent
fn main() {
    DropoutConfig::new(50.0).init();
}

// case: blocks/in_a_block
fn unit(x: Tensor<4>, channels: usize, kernel: usize) -> Tensor<4> {
    let device = x.device();
    Conv2dConfig::new([channels, 8], [kernel, kernel]).init(&device).forward(x)
}

fn stage(x: Tensor<4>) -> Tensor<4> {
    unit(unit(x, 1, 3), 8, 5)
}

fn main() {
    stage(Tensor::zeros([1, 1, 6, 6], &Device::default()));
}

// case: nested/input_shape
// A module of burn's has no input shape.
#[derive(Module, Debug)]
struct Backbone {
    conv: burn::nn::conv::Conv2d,
}

impl Backbone {
    fn forward(&self, image: Tensor<4>) -> Tensor<4> {
        self.conv.forward(image).mean_dim(2).mean_dim(3)
    }
}

fn main() {
    let device = Device::default();
    let backbone = Backbone { conv: Conv2dConfig::new([3, 8], [3, 3]).init(&device) };
    println!("{:?}", backbone.forward(Tensor::zeros([1, 3, 28, 28], &device)).dims());
}

// case: control_flow/loop_shrinks
fn main() {
    let device = Device::default();
    let mut x: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let mut channels = 1;
    for _ in 0..10 {
        x = Conv2dConfig::new([channels, 8], [3, 3]).with_stride([2, 2]).init(&device).forward(x);
        channels = 8;
    }
}

// case: recovery/several/several_mistakes
fn main() {
    let device = Device::default();
    let image: Tensor<4> = Tensor::zeros([1, 1, 28, 28], &device);
    let a = Conv2dConfig::new([1, 8], [30, 30]).init(&device).forward(image.clone());
    let b = LinearConfig::new(28, 0).init(&device).forward(image.clone());
    let c: Tensor<2> = image.flaten(1, 3);
    let d = ActivationConfig::Rleu.init(&device).forward(a);
}
