//! Every step of ResNet-50 in the order of execution, read from the model's plan: what an engine, an exporter or a drawing
//! reads.

#[allow(dead_code)] // the example of the networks has all of them
#[path = "resnet.rs"]
mod resnet;

use modelwright::Plan;
use modelwright::plan::{Tensor, Variable};

use resnet::ResNet50;

fn main() {
    let plan: Plan = ResNet50::PLAN;
    println!(
        "{}: {} steps, {} tensors in {} bytes, {} variables of {} elements, a plan of {} bytes",
        plan.name(),
        plan.step_count(),
        plan.tensor_count(),
        plan.arena_bytes().unwrap_or_default(),
        plan.variable_count(),
        plan.params(),
        plan.bytes().len(),
    );
    for (name, tensor) in plan.inputs() {
        println!("input {name}: {}", place(&tensor));
    }
    for step in plan.steps() {
        println!("\n{} {} ({})", step.id.0, step.path, step.class);
        println!("    {:?}", step.operation);
        for tensor in step.inputs() {
            println!("    reads  {}", place(&tensor));
        }
        for tensor in step.outputs() {
            let in_place = step.in_place.map(|input| format!(", in place of input {input}"));
            println!("    writes {}{}", place(&tensor), in_place.unwrap_or_default());
        }
        for weight in step.weights() {
            println!("    weight {}", range(&weight));
        }
    }
    for tensor in plan.outputs() {
        println!("\noutput {}", place(&tensor));
    }
}

/// A tensor with its bytes in the arena.
fn place(tensor: &Tensor) -> String {
    let sizes: Vec<String> =
        tensor.shape.iter().map(|size| modelwright::Dim::from(size).to_string()).collect();
    let range = tensor.range().map_or_else(String::new, |range| format!(" at {range:?}"));
    format!("%{} {}[{}]{range}", tensor.id.0, tensor.dtype, sizes.join(", "))
}

/// A variable with its elements in the flat buffer.
fn range(weight: &Variable) -> String {
    let sizes: Vec<usize> = weight.shape.iter().collect();
    format!("{} {sizes:?} at {:?}", weight.name(), weight.range())
}
