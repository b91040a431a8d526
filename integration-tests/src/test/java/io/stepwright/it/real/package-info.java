/** A model that really answers. */
@NullMarked
package io.stepwright.it.real;

import org.jspecify.annotations.NullMarked;
