/**
 * Resolves names: which step or input each parameter takes, what each slot of a prompt reads, and
 * what an entry point returns. What cannot be resolved is reported here.
 */
@NullMarked
package io.stepwright.processor.resolution;

import org.jspecify.annotations.NullMarked;
