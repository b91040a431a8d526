package io.stepwright.wiring;

import java.util.Locale;

/**
 * The version of this package as generated classes use it. It goes up when a class that was
 * generated before would not run on this runtime, or one that is generated now would not run on the
 * runtime before.
 */
public final class WiringVersion {

  /** The version that generated classes are written for now. */
  public static final int CURRENT = 2;

  /** The oldest version of generated classes that this runtime still runs. */
  static final int OLDEST = 2;

  private WiringVersion() {}

  /**
   * Checks that this runtime runs a class that was generated for a version.
   *
   * @param agent the agent's name, for the message
   * @throws IncompatibleAgentError if it does not
   */
  static void check(String agent, int version) {
    check(agent, version, OLDEST, CURRENT);
  }

  static void check(String agent, int version, int oldest, int current) {
    if (version > current) {
      throw new IncompatibleAgentError(
          String.format(
                  Locale.ROOT,
                  "Agent %s was compiled for version %d of Stepwright's wiring, and the runtime on"
                      + " the class path has version %d: it is too old.",
                  agent,
                  version,
                  current)
              + " Use a stepwright-core at least as new as the stepwright-processor that compiled"
              + " it.");
    }
    if (version < oldest) {
      throw new IncompatibleAgentError(
          String.format(
                  Locale.ROOT,
                  "Agent %s was compiled for version %d of Stepwright's wiring, and the runtime on"
                      + " the class path runs versions from %d on: it is too new.",
                  agent,
                  version,
                  oldest)
              + " Compile the agent anew with the stepwright-processor of this runtime.");
    }
  }
}
