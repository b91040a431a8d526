/** A browser for tests. */
@NullMarked
package io.stepwright.graph.testing;

import org.jspecify.annotations.NullMarked;
