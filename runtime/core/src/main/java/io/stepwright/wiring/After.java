package io.stepwright.wiring;

/**
 * Conditions for the start of the next step. Immutable. Used by the thread that started the run;
 * the instance that {@link Starts#choose} passes to its function is valid in that function only.
 */
public interface After extends Starts {}
