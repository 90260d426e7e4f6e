//! Data preparation.

use super::class::Class;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[];
