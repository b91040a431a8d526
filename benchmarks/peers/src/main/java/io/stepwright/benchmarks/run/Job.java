package io.stepwright.benchmarks.run;

import java.util.List;

/**
 * A process that measures.
 *
 * @param part the part of the benchmark
 * @param what a description for the log
 * @param jdk the JDK to run on
 * @param options the options of the JVM
 * @param arguments the arguments of {@link Child}
 * @param server the argument of the model server, or empty if none is needed
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
