/**
 * What the tests of several features share: runtimes, waiting with a limit, and a look at the
 * threads.
 */
@NullMarked
package io.stepwright.it.support;

import org.jspecify.annotations.NullMarked;
