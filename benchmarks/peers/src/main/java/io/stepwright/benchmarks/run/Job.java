package io.stepwright.benchmarks.run;

import java.util.List;

/**
 * A process that measures.
 *
 * @param part what it belongs to
 * @param what it measures, for people
 * @param jdk to run on
 * @param options of the JVM
 * @param arguments of {@link Child}
 * @param server what the model server does, or empty if none is needed
 */
record Job(
    String part,
    String what,
    Jdk jdk,
    List<String> options,
    List<String> arguments,
    String server) {

  Job {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }
}
