package io.stepwright.graph.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An edge of an entry point's graph.
 *
 * @param from the id of the node where it starts
 * @param to the id of the node where it ends
 * @param branch the index, from 0, of the branch of a step at which it ends; -1 for the step as a
 *     whole
 * @param kind the kind of the edge
 * @param condition the condition that must hold, for display, or null
 * @param critical true if it is on the critical path
 */
public record GraphEdge(
    String from, String to, int branch, Kind kind, @Nullable String condition, boolean critical) {

  /** The kind of an edge. */
  public enum Kind {
    /** A required value. */
    VALUE,
    /** A value that may be absent. */
    OPTIONAL,
    /** A condition, which decides whether the step runs. */
    CONDITION,
    /** Order without a value. */
    ORDER
  }
}
