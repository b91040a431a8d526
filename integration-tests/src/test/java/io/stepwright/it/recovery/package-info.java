/** Regular expressions, retries and fallback models, as a user writes them. */
@NullMarked
package io.stepwright.it.recovery;

import org.jspecify.annotations.NullMarked;
