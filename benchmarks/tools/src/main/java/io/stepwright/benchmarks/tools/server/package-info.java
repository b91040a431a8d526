/** A model server on the loopback interface whose replies are prepared bytes. */
@NullMarked
package io.stepwright.benchmarks.tools.server;

import org.jspecify.annotations.NullMarked;
