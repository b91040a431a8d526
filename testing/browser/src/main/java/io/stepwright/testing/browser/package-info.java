/** A browser for tests. */
@NullMarked
package io.stepwright.testing.browser;

import org.jspecify.annotations.NullMarked;
