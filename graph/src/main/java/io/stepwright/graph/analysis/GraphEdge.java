package io.stepwright.graph.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An edge of an entry point's graph.
 *
 * @param from the id of the node where it starts
 * @param to the id of the node where it ends
 * @param arm which of a step's alternatives it ends at, from 0; -1 for the step as a whole
 * @param kind what it carries
 * @param condition what has to hold, for people, or null
 * @param critical whether it is on the critical path
 */
public record GraphEdge(
    String from, String to, int arm, Kind kind, @Nullable String condition, boolean critical) {

  /** What an edge carries. */
  public enum Kind {
    /** A value that has to be there. */
    VALUE,
    /** A value that may be absent. */
    OPTIONAL,
    /** No value: it decides whether the step runs. */
    CONDITION,
    /** Nothing: it says what comes after what. */
    ORDER
  }
}
