/** Prompts: values sent as text, and values sent as JSON. */
@NullMarked
package io.stepwright.it.prompts;

import org.jspecify.annotations.NullMarked;
