// case: shapes/rank_one_into_conv
fn forward(vb: VarBuilder) -> Result<()> {
    let conv = conv2d(1, 8, 3, Default::default(), vb.pp("conv"))?;
    let x = Tensor::zeros((1, 784), DType::F32, &Device::Cpu)?;
    conv.forward(&x)?;
    Ok(())
}

// case: shapes/forgotten_flatten_before_dense
fn forward(vb: VarBuilder) -> Result<()> {
    let conv = conv2d(1, 8, 3, Default::default(), vb.pp("conv"))?;
    let hidden = linear(8 * 13 * 13, 64, vb.pp("hidden"))?;
    let output = linear(64, 10, vb.pp("output"))?;
    let image = Tensor::zeros((2, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let x = conv.forward(&image)?.max_pool2d(2)?;
    output.forward(&hidden.forward(&x)?.relu()?)?;
    Ok(())
}

// case: shapes/kernel_larger_than_input
fn forward(vb: VarBuilder) -> Result<()> {
    let conv1 = conv2d(1, 8, 3, Default::default(), vb.pp("conv1"))?;
    let conv2 = conv2d(8, 16, 3, Default::default(), vb.pp("conv2"))?;
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let x = conv1.forward(&image)?.max_pool2d(4)?.max_pool2d(4)?;
    conv2.forward(&x)?;
    Ok(())
}

// case: shapes/channels_first_data
// candle's layers are channels first: data with its channels last is the same mistake.
fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { stride: 2, ..Default::default() };
    let conv = conv2d(3, 64, 7, config, vb.pp("conv"))?;
    let image = Tensor::zeros((1, 224, 224, 3), DType::F32, &Device::Cpu)?;
    conv.forward(&image)?;
    Ok(())
}

// case: shapes/skip_connection_channels
fn residual(x: &Tensor, channels: usize, filters: usize, vb: VarBuilder) -> Result<Tensor> {
    let config = Conv2dConfig { padding: 1, ..Default::default() };
    let conv = conv2d(channels, filters, 3, config, vb.pp("conv"))?;
    let norm = batch_norm(filters, 1e-3, vb.pp("norm"))?;
    let y = norm.forward_t(&conv.forward(x)?, false)?;
    (y + x)?.relu()
}

fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { padding: 1, ..Default::default() };
    let conv = conv2d(3, 16, 3, config, vb.pp("conv"))?;
    let image = Tensor::zeros((1, 3, 32, 32), DType::F32, &Device::Cpu)?;
    let x = residual(&conv.forward(&image)?, 16, 16, vb.pp("a"))?;
    residual(&x, 16, 32, vb.pp("b"))?;
    Ok(())
}

// case: shapes/skip_connection_stride
fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { stride: 2, padding: 1, ..Default::default() };
    let conv = conv2d(1, 1, 3, config, vb.pp("conv"))?;
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let y = conv.forward(&image)?;
    (y + image)?;
    Ok(())
}

// case: shapes/concatenate_wrong_axis
fn forward(_: VarBuilder) -> Result<()> {
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let y = image.max_pool2d((2, 1))?;
    Tensor::cat(&[image, y], 1)?;
    Ok(())
}

// case: shapes/reshape_does_not_multiply_out
fn forward(_: VarBuilder) -> Result<()> {
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    image.reshape((1, 15, 7, 7))?;
    Ok(())
}

// case: shapes/odd_size_in_unet
fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { padding: 1, ..Default::default() };
    let conv1 = conv2d(1, 8, 3, config, vb.pp("conv1"))?;
    let conv2 = conv2d(8, 16, 3, config, vb.pp("conv2"))?;
    let image = Tensor::zeros((1, 1, 29, 29), DType::F32, &Device::Cpu)?;
    let down = conv1.forward(&image)?;
    let deep = conv2.forward(&down.max_pool2d(2)?)?;
    let (_, _, height, width) = deep.dims4()?;
    let up = deep.upsample_nearest2d(2 * height, 2 * width)?;
    Tensor::cat(&[up, down], 1)?;
    Ok(())
}

// case: shapes/groups_do_not_divide
fn forward(vb: VarBuilder) -> Result<()> {
    let conv1 = conv2d(1, 8, 3, Default::default(), vb.pp("conv1"))?;
    let config = Conv2dConfig { groups: 5, ..Default::default() };
    let conv2 = conv2d(8, 12, 3, config, vb.pp("conv2"))?;
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    conv2.forward(&conv1.forward(&image)?)?;
    Ok(())
}

// case: shapes/strides_with_dilation
fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { stride: 2, dilation: 2, ..Default::default() };
    let conv = conv2d(1, 8, 3, config, vb.pp("conv"))?;
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    println!("{:?}", conv.forward(&image)?.dims());
    Ok(())
}

// case: shapes/shared_layer_other_size
fn forward(vb: VarBuilder) -> Result<()> {
    let tower = linear(8, 64, vb.pp("tower"))?;
    let a = Tensor::zeros((1, 8), DType::F32, &Device::Cpu)?;
    let b = Tensor::zeros((1, 9), DType::F32, &Device::Cpu)?;
    (tower.forward(&a)? - tower.forward(&b)?)?;
    Ok(())
}

// case: shapes/slice_out_of_range
fn forward(_: VarBuilder) -> Result<()> {
    let x = Tensor::zeros((1, 20, 8), DType::F32, &Device::Cpu)?;
    x.i((.., 20))?;
    Ok(())
}

// case: shapes/output_size
fn forward(vb: VarBuilder) -> Result<()> {
    let dense = linear(784, 100, vb.pp("dense"))?;
    let image = Tensor::zeros((2, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let x = dense.forward(&image.flatten_from(1)?)?;
    let target = Tensor::zeros((2, 10), DType::F32, &Device::Cpu)?;
    candle_nn::loss::mse(&x, &target)?;
    Ok(())
}

// case: recurrent/stacked
// candle's recurrent layers give all states: the same mistake takes the last one of the first layer.
fn forward(vb: VarBuilder) -> Result<()> {
    let gru1 = gru(8, 64, Default::default(), vb.pp("gru1"))?;
    let gru2 = gru(64, 32, Default::default(), vb.pp("gru2"))?;
    let x = Tensor::zeros((1, 20, 8), DType::F32, &Device::Cpu)?;
    let states = gru1.seq(&x)?;
    gru2.seq(states[19].h())?;
    Ok(())
}

// case: recurrent/image_into_lstm
fn forward(vb: VarBuilder) -> Result<()> {
    let lstm = lstm(28, 64, Default::default(), vb.pp("lstm"))?;
    let image = Tensor::zeros((1, 28, 28, 1), DType::F32, &Device::Cpu)?;
    lstm.seq(&image)?;
    Ok(())
}

// case: recurrent/states
fn forward(vb: VarBuilder) -> Result<()> {
    let lstm = lstm(8, 64, Default::default(), vb.pp("lstm"))?;
    let x = Tensor::zeros((1, 20, 8), DType::F32, &Device::Cpu)?;
    let (y, h) = lstm.seq(&x)?;
    Ok(())
}

// case: recurrent/states_of_another_size
fn forward(vb: VarBuilder) -> Result<()> {
    let lstm1 = lstm(8, 64, Default::default(), vb.pp("lstm1"))?;
    let lstm2 = lstm(64, 32, Default::default(), vb.pp("lstm2"))?;
    let x = Tensor::zeros((1, 20, 8), DType::F32, &Device::Cpu)?;
    let states = lstm1.seq(&x)?;
    let y = lstm1.states_to_tensor(&states)?;
    lstm2.seq_init(&y, &states[19])?;
    Ok(())
}

// case: recurrent/tokens_without_embedding
fn forward(vb: VarBuilder) -> Result<()> {
    let lstm = lstm(1, 64, Default::default(), vb.pp("lstm"))?;
    let tokens = Tensor::zeros((1, 20), DType::U32, &Device::Cpu)?;
    lstm.seq(&tokens)?;
    Ok(())
}

// case: attention/order_of_inputs
// candle-nn has no attention layer: it is written with products.
fn attention(query: &Tensor, key: &Tensor, value: &Tensor) -> Result<Tensor> {
    let scores = (query.matmul(&key.t()?)? * 0.125)?;
    candle_nn::ops::softmax(&scores, 2)?.matmul(value)
}

fn forward(_: VarBuilder) -> Result<()> {
    let query = Tensor::zeros((1, 20, 64), DType::F32, &Device::Cpu)?;
    let key = Tensor::zeros((1, 30, 64), DType::F32, &Device::Cpu)?;
    let value = Tensor::zeros((1, 40, 64), DType::F32, &Device::Cpu)?;
    attention(&query, &value, &key)?;
    Ok(())
}

// case: names/layer
fn forward(vb: VarBuilder) -> Result<()> {
    let conv = conv_2d(1, 8, 3, Default::default(), vb.pp("conv"))?;
    let output = liner(8, 10, vb.pp("output"))?;
    Ok(())
}

// case: names/argument
fn forward(vb: VarBuilder) -> Result<()> {
    let config = Conv2dConfig { strde: 2, ..Default::default() };
    let conv = conv2d(1, 8, 3, config, vb.pp("conv"))?;
    Ok(())
}

// case: names/variable
fn forward(vb: VarBuilder) -> Result<()> {
    let dense = linear(784, 10, vb.pp("dense"))?;
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let features = image.flatten_from(1)?;
    dense.forward(&feature)?;
    Ok(())
}

// case: arguments/missing
fn forward(vb: VarBuilder) -> Result<()> {
    let conv = conv2d(1, 8, Default::default(), vb.pp("conv"))?;
    Ok(())
}

// case: arguments/negative_units
fn forward(vb: VarBuilder) -> Result<()> {
    let dense = linear(8, -1, vb.pp("dense"))?;
    Ok(())
}

// case: arguments/dropout_percent
fn forward(_: VarBuilder) -> Result<()> {
    let dropout = candle_nn::Dropout::new(50.0);
    let x = Tensor::zeros((1, 8), DType::F32, &Device::Cpu)?;
    dropout.forward(&x, true)?;
    Ok(())
}

// case: blocks/in_a_block
fn unit(x: &Tensor, channels: usize, kernel: usize, vb: VarBuilder) -> Result<Tensor> {
    conv2d(channels, 8, kernel, Default::default(), vb)?.forward(x)
}

fn stage(x: &Tensor, vb: VarBuilder) -> Result<Tensor> {
    let x = unit(x, 1, 3, vb.pp("a"))?;
    unit(&x, 8, 5, vb.pp("b"))
}

fn forward(vb: VarBuilder) -> Result<()> {
    let image = Tensor::zeros((1, 1, 6, 6), DType::F32, &Device::Cpu)?;
    stage(&image, vb)?;
    Ok(())
}

// case: nested/input_shape
// A module of candle's has no input shape.
struct Backbone {
    conv: candle_nn::Conv2d,
}

impl Module for Backbone {
    fn forward(&self, image: &Tensor) -> Result<Tensor> {
        self.conv.forward(image)?.mean((2, 3))
    }
}

fn forward(vb: VarBuilder) -> Result<()> {
    let backbone = Backbone { conv: conv2d(3, 8, 3, Default::default(), vb.pp("conv"))? };
    let image = Tensor::zeros((1, 3, 28, 28), DType::F32, &Device::Cpu)?;
    println!("{:?}", backbone.forward(&image)?.dims());
    Ok(())
}

// case: control_flow/loop_shrinks
fn forward(vb: VarBuilder) -> Result<()> {
    let mut x = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let mut channels = 1;
    for i in 0..10 {
        let config = Conv2dConfig { stride: 2, ..Default::default() };
        x = conv2d(channels, 8, 3, config, vb.pp(i))?.forward(&x)?;
        channels = 8;
    }
    Ok(())
}

// case: recovery/several/several_mistakes
fn forward(vb: VarBuilder) -> Result<()> {
    let image = Tensor::zeros((1, 1, 28, 28), DType::F32, &Device::Cpu)?;
    let a = conv2d(1, 8, 30, Default::default(), vb.pp("a"))?.forward(&image)?;
    let b = linear(28, 0, vb.pp("b"))?.forward(&image)?;
    let c = image.flaten(1)?;
    let d = Activation::Rleu.forward(&a)?;
    Ok(())
}
