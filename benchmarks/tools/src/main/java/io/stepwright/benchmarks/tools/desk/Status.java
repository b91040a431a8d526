package io.stepwright.benchmarks.tools.desk;

/** The status of an order. */
public enum Status {
  OPEN,
  SHIPPED
}
