/** What a right agent must look like: one small class a rule, each with its own diagnostics. */
@NullMarked
package io.stepwright.processor.validation;

import org.jspecify.annotations.NullMarked;
