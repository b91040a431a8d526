/**
 * A model server on the loopback interface that gives right answers with a delay. It does as little
 * work as possible, because it shares the processor with its clients.
 */
@NullMarked
package io.stepwright.benchmarks.server;

import org.jspecify.annotations.NullMarked;
