package io.stepwright.benchmarks.tools.desk;

/** An order. */
public record Order(String id, int cents, Status status) {}
