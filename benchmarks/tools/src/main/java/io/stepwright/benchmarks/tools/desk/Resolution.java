package io.stepwright.benchmarks.tools.desk;

/** The typed answer. */
public record Resolution(boolean done, String answer) {}
