/**
 * Agent, run and step in the MDC of SLF4J.
 *
 * <p>On the class path, {@link io.stepwright.slf4j.MdcListener} and {@link
 * io.stepwright.slf4j.MdcPropagator} are found by {@link java.util.ServiceLoader}, without further
 * configuration.
 */
@NullMarked
package io.stepwright.slf4j;

import org.jspecify.annotations.NullMarked;
