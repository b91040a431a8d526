/** When generated code starts steps, and on which threads. */
@NullMarked
package io.stepwright.it.schedule;

import org.jspecify.annotations.NullMarked;
