/**
 * The parts of a cache of answers: stores of entries, embedders of texts, and guards that refuse
 * near matches. Implemented outside of the runtime, and found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.stepwright.spi.cache;

import org.jspecify.annotations.NullMarked;
