package io.stepwright.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools that a step offers to its model, and their budget. Immutable.
 *
 * @param turns the most requests to a model in one execution of the step, without repeated attempts
 * @param tokens the most tokens of all turns; 0 if there is no limit
 * @param offered the tools
 */
public record ToolUseDescriptor(int turns, int tokens, List<Offered> offered) {

  /** Copies the list. */
  public ToolUseDescriptor {
    offered = List.copyOf(offered);
  }

  /**
   * A tool that a step offers.
   *
   * @param tool the name that models see
   * @param bound the paths, from the step's parameters, of the arguments that code chooses, by the
   *     names of the tool's parameters
   */
  public record Offered(String tool, Map<String, String> bound) {

    /** Copies the map. */
    public Offered {
      bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    }
  }
}
