/**
 * A model server on loopback that answers right and late, with as little work as possible: it
 * shares the processor with whom it serves.
 */
@NullMarked
package io.stepwright.benchmarks.server;

import org.jspecify.annotations.NullMarked;
