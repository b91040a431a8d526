/**
 * Decides which steps of a graph run on the caller thread and which are forked, so that no step
 * starts later than its inputs allow.
 */
@NullMarked
package io.stepwright.processor.schedule;

import org.jspecify.annotations.NullMarked;
