/**
 * What can be plugged into a runtime: model clients, listeners and context.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader} or set on the runtime's builder.
 */
@NullMarked
package io.stepwright.spi;

import org.jspecify.annotations.NullMarked;
