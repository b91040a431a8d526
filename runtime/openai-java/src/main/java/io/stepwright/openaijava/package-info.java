/** A model client over a configured client of the library openai-java. */
@NullMarked
package io.stepwright.openaijava;

import org.jspecify.annotations.NullMarked;
