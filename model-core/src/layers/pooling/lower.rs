//! Operations of pooling.

use crate::layers::call::{Call, Mistake};
use crate::layers::keys;
use crate::layers::lower::{Found, channels, three, window};
use crate::layers::spatial::Spatial;
use crate::plan::operation::{AdaptivePooling, GlobalPooling, Operation, Pooling, PoolingKind};

pub(super) fn maximum<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    local(call, PoolingKind::Maximum)
}

pub(super) fn average<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    local(call, PoolingKind::Average)
}

pub(super) fn global_maximum<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    global(call, PoolingKind::Maximum)
}

pub(super) fn global_average<'a>(call: &Call<'a>, _: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    global(call, PoolingKind::Average)
}

pub(super) fn adaptive_maximum<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    adaptive(call, PoolingKind::Maximum)
}

pub(super) fn adaptive_average<'a>(
    call: &Call<'a>,
    _: &Found<'a>,
) -> Result<Operation<'a>, Mistake> {
    adaptive(call, PoolingKind::Average)
}

fn local<'a>(call: &Call<'a>, kind: PoolingKind) -> Result<Operation<'a>, Mistake> {
    let size = call.get(keys::POOL_SIZE)?;
    let strides = call.get(keys::STRIDES.or_none())?.unwrap_or(size.clone());
    let input = Spatial::of(call, size.len())?;
    let window = window(call, &input, &size, &strides, &[])?;
    Ok(Operation::Pooling(Pooling { kind, channels: channels(call), window }))
}

fn global<'a>(call: &Call<'a>, kind: PoolingKind) -> Result<Operation<'a>, Mistake> {
    let keep_axes = call.get(keys::KEEPDIMS)?;
    Ok(Operation::GlobalPooling(GlobalPooling { kind, channels: channels(call), keep_axes }))
}

fn adaptive<'a>(call: &Call<'a>, kind: PoolingKind) -> Result<Operation<'a>, Mistake> {
    let output = call.get(keys::OUTPUT_SIZE)?;
    Ok(Operation::AdaptivePooling(AdaptivePooling {
        kind,
        channels: channels(call),
        rank: output.len(),
        output: three(&output, 1),
    }))
}
