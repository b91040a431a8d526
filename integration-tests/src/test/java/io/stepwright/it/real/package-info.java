/** Tests with a real model. */
@NullMarked
package io.stepwright.it.real;

import org.jspecify.annotations.NullMarked;
