/**
 * Reads annotated types into the model, answers queries about types, and prints diagnostics. This
 * is the only package that knows the compiler's own types.
 */
@NullMarked
package io.stepwright.processor.discovery;

import org.jspecify.annotations.NullMarked;
