package io.stepwright.wiring;

/**
 * The conditions under which the step given next starts. Immutable. For the thread that started the
 * run; the one that {@link Starts#choose} gives its function is for that function only.
 */
public interface After extends Starts {}
