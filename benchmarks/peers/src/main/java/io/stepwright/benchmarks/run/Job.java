package io.stepwright.benchmarks.run;

import java.util.List;

/**
 * A process that measures.
 *
 * @param program the program to run
 * @param part the part of the benchmark
 * @param what a description for the log
 * @param jdk the JDK to run on
 * @param options the options of the JVM
 * @param arguments the arguments of the program
 * @param server the argument of the model server, or empty if none is needed
 */
record Job(
    Program program,
    String part,
    String what,
    Jdk jdk,
    List<String> options,
    List<String> arguments,
    String server) {

  /** A process that measures beside the peers of this module. */
  Job(
      String part,
      String what,
      Jdk jdk,
      List<String> options,
      List<String> arguments,
      String server) {
    this(Program.PEERS, part, what, jdk, options, arguments, server);
  }

  Job {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }
}
