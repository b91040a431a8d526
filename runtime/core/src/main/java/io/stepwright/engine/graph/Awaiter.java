package io.stepwright.engine.graph;

import io.stepwright.runtime.AgentException;

/** Waits for nodes on behalf of generated code. For the caller thread of the run. */
public interface Awaiter {

  /**
   * Waits until a node has a value or is absent.
   *
   * @return false if the node is absent
   * @throws AgentException the first failure of the run
   */
  boolean await(Node<?> target);
}
