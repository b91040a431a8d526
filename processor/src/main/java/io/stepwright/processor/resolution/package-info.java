/**
 * Resolves names: the step or input that each parameter takes, the value that each slot of a prompt
 * shows, and the result of an entry point. Reports names that cannot be resolved.
 */
@NullMarked
package io.stepwright.processor.resolution;

import org.jspecify.annotations.NullMarked;
