/** Projects built as users build them. */
@NullMarked
package io.stepwright.maven.it;

import org.jspecify.annotations.NullMarked;
