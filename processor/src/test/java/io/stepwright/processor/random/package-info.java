/** Random agents: their generated classes must behave as specified, with any steps absent. */
@NullMarked
package io.stepwright.processor.random;

import org.jspecify.annotations.NullMarked;
