/**
 * Reads annotated types into the model, answers questions about types, and prints diagnostics: the
 * one package that knows the compiler's own types.
 */
@NullMarked
package io.stepwright.processor.discovery;

import org.jspecify.annotations.NullMarked;
