//! Random networks of the kinds that people build.

use alloc::vec;
use alloc::vec::Vec;

/// A fixed sequence of numbers that look random.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Tensors and the calls between them.
#[derive(Default)]
pub(super) struct Network {
    /// Bytes of each tensor. The first are the inputs.
    pub(super) sizes: Vec<usize>,
    pub(super) inputs: usize,
    /// Of each call: the tensors it reads, those it makes, and true if it may work in place.
    pub(super) calls: Vec<(Vec<usize>, Vec<usize>, bool)>,
    pub(super) outputs: Vec<usize>,
}

impl Network {
    fn input(&mut self, bytes: usize) -> usize {
        assert!(self.calls.is_empty());
        self.inputs += 1;
        self.sizes.push(bytes);
        self.sizes.len() - 1
    }

    fn call(&mut self, inputs: &[usize], bytes: usize) -> usize {
        self.sizes.push(bytes.max(1));
        let made = self.sizes.len() - 1;
        self.calls.push((inputs.to_vec(), vec![made], false));
        made
    }

    fn in_place(&mut self, inputs: &[usize]) -> usize {
        self.sizes.push(self.sizes[inputs[0]]);
        let made = self.sizes.len() - 1;
        self.calls.push((inputs.to_vec(), vec![made], true));
        made
    }

    /// Another network on the outputs of this one.
    fn append(&mut self, other: &Self) {
        let start = self.sizes.len();
        let number = |tensors: &[usize]| tensors.iter().map(|tensor| start + tensor).collect();
        self.sizes.extend(&other.sizes);
        if start == 0 {
            self.inputs = other.inputs;
        } else {
            let outputs = core::mem::take(&mut self.outputs);
            for input in 0..other.inputs {
                self.calls.push((outputs.clone(), vec![start + input], false));
            }
        }
        for (inputs, outputs, in_place) in &other.calls {
            self.calls.push((number(inputs), number(outputs), *in_place));
        }
        self.outputs = number(&other.outputs);
    }

    fn join(&mut self, inputs: &[usize]) -> usize {
        let bytes = inputs.iter().map(|tensor| self.sizes[*tensor]).sum();
        self.call(inputs, bytes)
    }
}

/// Makes a random network.
type Make = fn(&mut Random) -> Network;

pub(super) const KINDS: [(&str, Make); 13] = [
    ("chain with skips", chain_with_skips),
    ("residual", residual),
    ("U-Net", u_net),
    ("dense blocks", dense_blocks),
    ("inception cells", inception_cells),
    ("transformer", transformer),
    ("windowed transformer", windowed),
    ("several inputs", several_inputs),
    ("pyramid of detectors", pyramid),
    ("searched cells", searched_cells),
    ("recurrent", recurrent),
    ("anything", anything),
    ("one after the other", one_after_the_other),
];

/// Elements of a feature: a few, some, or many; 1, 2, 4 or 8 bytes each.
fn width(random: &mut Random) -> usize {
    let element = random.one(&[1, 2, 4, 4, 4, 8]);
    element
        * match random.below(4) {
            0 => random.between(1, 16),
            1 => random.between(1, 400),
            2 => 8 * random.between(1, 64),
            _ => 1 << random.between(3, 10),
        }
}

fn chain_with_skips(random: &mut Random) -> Network {
    let mut net = Network::default();
    let x = net.input(width(random));
    let wide = width(random);
    let (mut y, mut kept) = (x, vec![x]);
    for _ in 0..random.between(3, 40) {
        let bytes = if random.chance(60) { wide } else { width(random) };
        y = net.call(&[y], bytes);
        if random.chance(60) {
            y = net.in_place(&[y]);
        }
        if random.chance(25) {
            let other = random.one(&kept);
            y = if net.sizes[other] == net.sizes[y] && other != y {
                net.in_place(&[y, other])
            } else {
                net.join(&[y, other])
            };
        }
        if random.chance(30) {
            kept.push(y);
        }
    }
    net.outputs = vec![y];
    net
}

/// The bytes of an image with this many channels after this many halvings.
fn image(side: usize, halvings: usize, channels: usize) -> usize {
    let side = side.div_ceil(1 << halvings);
    4 * side * side * channels
}

fn residual(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (side, mut channels) = (random.between(7, 64), random.between(4, 64));
    let x = net.input(image(side, 0, 3));
    let mut y = net.call(&[x], image(side, 0, channels));
    y = net.in_place(&[y]);
    let (bottleneck, squeeze) = (random.chance(50), random.chance(40));
    for stage in 0..random.between(1, 4) {
        for block in 0..random.between(1, 4) {
            let down = block == 0;
            let out = if down { channels * random.between(1, 4) } else { channels };
            let shortcut = if down { net.call(&[y], image(side, stage + 1, out)) } else { y };
            let expanded = if bottleneck { out / 4 + 1 } else { out * random.between(1, 6) };
            let mut z = net.call(
                &[y],
                image(side, if bottleneck { stage } else { stage + usize::from(!down) }, expanded),
            );
            z = net.in_place(&[z]);
            z = net.in_place(&[z]);
            z = net.call(&[z], image(side, stage + 1, expanded));
            z = net.in_place(&[z]);
            if squeeze {
                let gate = net.call(&[z], 4 * expanded);
                let gate = net.call(&[gate], 4 * (expanded / 4 + 1));
                let gate = net.in_place(&[gate]);
                let gate = net.call(&[gate], 4 * expanded);
                z = net.in_place(&[z, gate]);
            }
            z = net.call(&[z], image(side, stage + 1, out));
            z = net.in_place(&[z, shortcut]);
            y = net.in_place(&[z]);
            channels = out;
        }
    }
    y = net.call(&[y], 4 * channels);
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net
}

fn u_net(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (side, channels) = (random.between(8, 128), random.between(2, 32));
    let depth = random.between(2, 5);
    let x = net.input(image(side, 0, random.between(1, 4)));
    let (mut y, mut skips) = (x, Vec::new());
    for level in 0..=depth {
        let bytes = image(side, level, channels << level);
        for _ in 0..random.between(1, 2) {
            y = net.call(&[y], bytes);
            y = net.in_place(&[y]);
        }
        if level < depth {
            skips.push(y);
            y = net.call(&[y], image(side, level + 1, channels << level));
        }
    }
    for level in (0..depth).rev() {
        y = net.call(&[y], image(side, level, channels << level));
        y = net.join(&[y, skips[level]]);
        for _ in 0..random.between(1, 2) {
            y = net.call(&[y], image(side, level, channels << level));
            y = net.in_place(&[y]);
        }
    }
    net.outputs = vec![net.call(&[y], image(side, 0, random.between(1, 20)))];
    net
}

fn dense_blocks(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (side, growth) = (random.between(4, 56), random.between(2, 32));
    let mut channels = 2 * growth;
    let x = net.input(image(side, 0, 3));
    let mut y = net.call(&[x], image(side, 0, channels));
    let all = random.chance(40);
    for stage in 0..random.between(1, 4) {
        let mut made = vec![y];
        for _ in 0..random.between(2, 8) {
            let joined = if all && made.len() > 1 { net.join(&made) } else { y };
            let z = if all && made.len() > 1 {
                net.in_place(&[joined])
            } else {
                net.call(&[joined], net.sizes[joined])
            };
            let z = net.call(&[z], image(side, stage, 4 * growth));
            let z = net.in_place(&[z]);
            let z = net.call(&[z], image(side, stage, growth));
            channels += growth;
            if all {
                made.push(z);
            } else {
                y = net.join(&[y, z]);
            }
        }
        if all {
            y = net.join(&made);
        }
        channels /= 2;
        y = net.call(&[y], image(side, stage, channels));
        y = net.call(&[y], image(side, stage + 1, channels));
    }
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net
}

fn inception_cells(random: &mut Random) -> Network {
    let mut net = Network::default();
    let side = random.between(4, 40);
    let x = net.input(image(side, 0, random.between(3, 64)));
    let mut y = x;
    for cell in 0..random.between(1, 5) {
        let mut ends = Vec::new();
        for _ in 0..random.between(2, 5) {
            let mut z = y;
            for _ in 0..random.between(1, 4) {
                z = net.call(&[z], image(side, cell / 2, random.between(1, 96)));
                if random.chance(60) {
                    z = net.in_place(&[z]);
                }
            }
            if random.chance(25) {
                ends.push(net.call(&[z], image(side, cell / 2, random.between(1, 64))));
            }
            ends.push(z);
        }
        y = net.join(&ends);
        if random.chance(40) {
            y = net.call(&[y], image(side, cell / 2 + 1, random.between(8, 96)));
        }
    }
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net
}

fn transformer(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (steps, heads, of_head) =
        (random.between(1, 200), random.between(1, 8), random.between(1, 64));
    let width = heads * of_head;
    let x = net.input(4 * steps);
    let mut y = net.call(&[x], 4 * steps * width);
    let (fused, joined_scores) = (random.chance(40), random.chance(50));
    for _ in 0..random.between(1, 5) {
        let z = net.call(&[y], 4 * steps * width);
        let z = net.in_place(&[z]);
        let mut contexts = Vec::new();
        let whole = if fused { net.call(&[z], 12 * steps * width) } else { z };
        let of = if joined_scores { 1 } else { heads };
        for _ in 0..of {
            let bytes = 4 * steps * width / of;
            let q = net.call(&[whole], bytes);
            let k = net.call(&[whole], bytes);
            let v = net.call(&[whole], bytes);
            let scores = net.call(&[q, k], 4 * steps * steps * heads / of);
            let scores = net.in_place(&[scores]);
            let scores = net.in_place(&[scores]);
            contexts.push(net.call(&[scores, v], bytes));
        }
        let z = if of > 1 { net.join(&contexts) } else { contexts[0] };
        let z = net.call(&[z], 4 * steps * width);
        y = net.in_place(&[y, z]);
        let z = net.call(&[y], 4 * steps * width);
        let z = net.in_place(&[z]);
        let z = net.call(&[z], 16 * steps * width);
        let z = net.in_place(&[z]);
        let z = net.call(&[z], 4 * steps * width);
        y = net.in_place(&[y, z]);
    }
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net
}

fn windowed(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (mut side, mut width) = (8 * random.between(1, 7), random.between(4, 96));
    let (heads, window) = (random.between(1, 4), random.between(2, 7));
    let x = net.input(4 * 16 * side * side * 3);
    let mut y = net.call(&[x], 4 * side * side * width);
    for _ in 0..random.between(1, 4) {
        for _ in 0..random.between(1, 3) {
            let bytes = 4 * side * side * width;
            let mut z = net.call(&[y], bytes);
            for _ in 0..random.between(0, 3) {
                z = net.call(&[z], bytes);
            }
            let qkv = net.call(&[z], 3 * bytes);
            let (q, k, v) = if random.chance(50) {
                (net.call(&[qkv], bytes), net.call(&[qkv], bytes), net.call(&[qkv], bytes))
            } else {
                let qkv = net.call(&[qkv], 3 * bytes);
                (net.call(&[qkv], bytes), net.call(&[qkv], bytes), net.call(&[qkv], bytes))
            };
            let scores = net.call(&[q, k], 4 * side * side * window * window * heads);
            let scores = net.in_place(&[scores]);
            let mut z = net.call(&[scores, v], bytes);
            for _ in 0..random.between(0, 3) {
                z = net.call(&[z], bytes);
            }
            y = net.in_place(&[y, z]);
            let z = net.call(&[y], bytes);
            let z = net.call(&[z], 4 * bytes);
            let z = net.in_place(&[z]);
            let z = net.call(&[z], bytes);
            y = net.in_place(&[y, z]);
        }
        side = side.div_ceil(2);
        y = net.call(&[y], 16 * side * side * width);
        width *= 2;
        y = net.call(&[y], 4 * side * side * width);
    }
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net
}

fn several_inputs(random: &mut Random) -> Network {
    let mut net = Network::default();
    let mut live: Vec<usize> =
        (0..random.between(2, 6)).map(|_| net.input(width(random))).collect();
    while live.len() > 1 {
        let which = random.below(live.len());
        let mut y = live[which];
        for _ in 0..random.between(0, 4) {
            y = net.call(&[y], width(random));
            if random.chance(50) {
                y = net.in_place(&[y]);
            }
        }
        live[which] = y;
        if random.chance(50) {
            let a = live.swap_remove(random.below(live.len()));
            let b = live.swap_remove(random.below(live.len()));
            live.push(net.join(&[a, b]));
        }
        if random.chance(15) {
            net.outputs.push(y);
        }
    }
    let y = live[0];
    for _ in 0..random.between(1, 4) {
        let head = net.call(&[y], width(random));
        let end = net.call(&[head], width(random));
        net.outputs.push(end);
    }
    net
}

fn pyramid(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (side, channels) = (random.between(16, 128), random.between(4, 32));
    let x = net.input(image(side, 0, 3));
    let (mut y, mut kept) = (x, Vec::new());
    let levels = random.between(2, 5);
    for level in 1..=levels {
        y = net.call(&[y], image(side, level, channels << level));
        y = net.in_place(&[y]);
        y = net.call(&[y], image(side, level, channels << level));
        kept.push(y);
    }
    let wide = random.between(4, 64);
    let mut above: Option<usize> = None;
    let mut merged = Vec::new();
    for level in (1..=levels).rev() {
        let mut z = net.call(&[kept[level - 1]], image(side, level, wide));
        if let Some(above) = above {
            let up = net.call(&[above], image(side, level, wide));
            z = net.in_place(&[z, up]);
        }
        merged.push((level, z));
        above = Some(z);
    }
    if random.chance(50) {
        merged.reverse();
    }
    for (level, z) in merged {
        for outputs in [random.between(1, 80), 4] {
            let mut head = z;
            for _ in 0..random.between(1, 3) {
                head = net.call(&[head], image(side, level, wide));
                head = net.in_place(&[head]);
            }
            let end = net.call(&[head], image(side, level, outputs));
            net.outputs.push(end);
        }
    }
    net
}

fn searched_cells(random: &mut Random) -> Network {
    let mut net = Network::default();
    let side = random.between(4, 32);
    let mut channels = random.between(4, 44);
    let x = net.input(image(side, 0, 3));
    let mut last = [net.call(&[x], image(side, 0, channels)); 2];
    let mut halvings = 0;
    for _ in 0..random.between(1, 5) {
        if random.chance(30) {
            halvings += 1;
            channels *= 2;
        }
        let bytes = image(side, halvings, channels);
        let mut nodes = vec![net.call(&[last[0]], bytes), net.call(&[last[1]], bytes)];
        let mut used = vec![false; 2];
        for _ in 0..random.between(2, 5) {
            let mut pair = Vec::new();
            for _ in 0..2 {
                let which = random.below(nodes.len());
                used[which] = true;
                let mut z = nodes[which];
                for _ in 0..random.between(0, 2) {
                    z = net.call(&[z], bytes);
                    z = net.in_place(&[z]);
                }
                pair.push(z);
            }
            nodes.push(net.in_place(&pair));
            used.push(false);
        }
        let ends: Vec<usize> =
            nodes.iter().zip(used).filter(|(_, used)| !used).map(|(node, _)| *node).collect();
        last = [last[1], net.join(&ends)];
    }
    net.outputs = vec![net.call(&[last[1]], 4 * random.between(1, 1000))];
    net
}

fn recurrent(random: &mut Random) -> Network {
    let mut net = Network::default();
    let (steps, units) = (random.between(1, 40), random.between(1, 128));
    let inputs: Vec<usize> =
        (0..random.between(1, 2)).map(|_| net.input(4 * steps * random.between(1, 64))).collect();
    let mut states: Vec<usize> = Vec::new();
    let mut y = inputs[0];
    for layer in 0..random.between(1, 6) {
        if layer > 0 && inputs.len() > 1 && random.chance(30) {
            y = net.join(&[y, inputs[1]]);
        }
        let mut reads = vec![y];
        if states.len() >= 2 && random.chance(50) {
            reads.extend(states.drain(..2));
        }
        let first = net.sizes.len();
        net.sizes.extend([4 * steps * units, 4 * units, 4 * units]);
        net.calls.push((reads, vec![first, first + 1, first + 2], false));
        states.extend([first + 1, first + 2]);
        y = first;
        if random.chance(40) {
            let z = net.call(&[y], net.sizes[y]);
            y = net.in_place(&[y, z]);
        }
    }
    net.outputs = vec![net.call(&[y], 4 * random.between(1, 1000))];
    net.outputs.extend(states);
    net
}

fn anything(random: &mut Random) -> Network {
    let mut net = Network::default();
    net.input(width(random));
    for _ in 0..random.between(1, 60) {
        let inputs: Vec<usize> = (0..random.between(1, 3))
            .map(|_| net.sizes.len() - 1 - random.below(net.sizes.len().min(12)))
            .collect();
        if random.chance(40) {
            net.in_place(&inputs);
        } else {
            let made = random.between(1, 2);
            let first = net.sizes.len();
            for _ in 0..made {
                let bytes = width(random);
                net.sizes.push(bytes);
            }
            net.calls.push((inputs, (first..first + made).collect(), false));
        }
    }
    net.outputs = vec![net.sizes.len() - 1, random.below(net.sizes.len())];
    net
}

/// Some of these, each on what the one before has made.
fn one_after_the_other(random: &mut Random) -> Network {
    let mut net = Network::default();
    for _ in 0..random.between(3, 20) {
        let (_, make) = KINDS[random.below(KINDS.len() - 1)];
        net.append(&make(random));
    }
    net
}
