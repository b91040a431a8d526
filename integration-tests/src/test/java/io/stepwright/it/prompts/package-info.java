/** What reaches the model as text, and what as structure. */
@NullMarked
package io.stepwright.it.prompts;

import org.jspecify.annotations.NullMarked;
