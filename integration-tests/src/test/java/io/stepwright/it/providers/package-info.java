/** The servers that people use: each speaks its own dialect of the chat completions API. */
@NullMarked
package io.stepwright.it.providers;

import org.jspecify.annotations.NullMarked;
