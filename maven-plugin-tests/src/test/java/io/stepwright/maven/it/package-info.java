/** Projects built as a user builds them. */
@NullMarked
package io.stepwright.maven.it;

import org.jspecify.annotations.NullMarked;
