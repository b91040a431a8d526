/** The order of starts of steps in generated code, and their threads. */
@NullMarked
package io.stepwright.it.schedule;

import org.jspecify.annotations.NullMarked;
