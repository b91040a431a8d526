/**
 * Layered configuration: builder, system properties, environment, {@code stepwright.properties} on
 * the class path, defaults.
 */
@NullMarked
package io.stepwright.config;

import org.jspecify.annotations.NullMarked;
