package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.server.ServerMain;
import io.stepwright.benchmarks.tools.ToolCost;

/** The programs that measure, each with its model server. */
enum Program {
  /** Whatever is measured beside the peers of this module. */
  PEERS(Child.class, ServerMain.class),
  /** The tool loops, whose peers are on a class path of their own. */
  TOOLS(ToolCost.class, io.stepwright.benchmarks.tools.server.ServerMain.class);

  private final Class<?> main;
  private final Class<?> server;

  Program(Class<?> main, Class<?> server) {
    this.main = main;
    this.server = server;
  }

  Class<?> main() {
    return main;
  }

  Class<?> server() {
    return server;
  }

  String classPath() {
    return this == TOOLS ? ClassPath.tools() : ClassPath.text();
  }
}
