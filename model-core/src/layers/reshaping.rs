//! Layers that move, add or remove elements without weights.

use super::class::Class;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[];
