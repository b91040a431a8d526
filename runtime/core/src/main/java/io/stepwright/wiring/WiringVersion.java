package io.stepwright.wiring;

import java.util.Locale;

/**
 * The version of this package's binary interface. It is incremented when classes generated before
 * the change cannot run on this runtime, or classes generated now cannot run on the previous
 * runtime.
 */
public final class WiringVersion {

  /** The version that classes are generated for now. */
  public static final int CURRENT = 3;

  /** The oldest version of generated classes that this runtime still runs. */
  static final int OLDEST = 3;

  private WiringVersion() {}

  /**
   * Checks that this runtime runs a class that was generated for a version.
   *
   * @param agent the agent's name, for the message
   * @throws IncompatibleAgentError if the runtime does not run it
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
