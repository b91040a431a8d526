/**
 * The flows as agents of Stepwright: with code steps, and with steps that ask a model. Every prompt
 * is what {@link io.stepwright.benchmarks.flow.Question#prompt} says.
 */
@NullMarked
package io.stepwright.benchmarks.contender.wired;

import org.jspecify.annotations.NullMarked;
