/** Shared by the tests of several features: runtimes, waits with a limit, and the live threads. */
@NullMarked
package io.stepwright.it.support;

import org.jspecify.annotations.NullMarked;
