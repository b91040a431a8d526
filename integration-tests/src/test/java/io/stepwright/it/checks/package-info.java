/** Results that are judged. */
@NullMarked
package io.stepwright.it.checks;

import org.jspecify.annotations.NullMarked;
