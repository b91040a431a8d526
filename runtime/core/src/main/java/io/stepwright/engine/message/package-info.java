/** The texts of failures. Internal. */
@NullMarked
package io.stepwright.engine.message;

import org.jspecify.annotations.NullMarked;
