/**
 * The flows as agents of Stepwright, with code steps and with model steps. Every prompt has the
 * form of {@link io.stepwright.benchmarks.flow.Question#prompt}.
 */
@NullMarked
package io.stepwright.benchmarks.contender.wired;

import org.jspecify.annotations.NullMarked;
