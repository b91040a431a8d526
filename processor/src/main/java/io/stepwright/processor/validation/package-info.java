/** Rules that every agent must follow: one small class per rule, each with its own diagnostics. */
@NullMarked
package io.stepwright.processor.validation;

import org.jspecify.annotations.NullMarked;
