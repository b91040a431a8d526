/** Random agents: what is generated for them must do what they say, whatever turns out absent. */
@NullMarked
package io.stepwright.processor.random;

import org.jspecify.annotations.NullMarked;
