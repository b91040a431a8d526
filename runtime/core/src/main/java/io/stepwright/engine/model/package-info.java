/**
 * The model calls of a step: the selection of its models and its cache, the reading and the checks
 * of answers, and the events of attempts. Attempts, repair and fallback are in {@link
 * io.stepwright.call}. Internal.
 */
@NullMarked
package io.stepwright.engine.model;

import org.jspecify.annotations.NullMarked;
