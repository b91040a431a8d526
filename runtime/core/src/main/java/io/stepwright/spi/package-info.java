/**
 * The interfaces that can be plugged into a runtime: model clients, embedders, stores, guards,
 * listeners and context propagators.
 */
@NullMarked
package io.stepwright.spi;

import org.jspecify.annotations.NullMarked;
