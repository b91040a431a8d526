package io.stepwright.maven.setup;

/** The coordinates of the plugin and of the processor, and the names of their options. */
public final class Coordinates {

  /** The group of all artifacts of Stepwright. */
  public static final String GROUP = "io.stepwright";

  /** The artifact id of this plugin. */
  public static final String PLUGIN = "stepwright-maven-plugin";

  /** The artifact id of the annotation processor. */
  public static final String PROCESSOR = "stepwright-processor";

  /** The class name of the annotation processor. */
  public static final String PROCESSOR_CLASS = "io.stepwright.processor.StepwrightProcessor";

  /** The processor's option that names resource folders. */
  public static final String RESOURCES_OPTION = "stepwright.resources";

  /** The processor's option that names the folder with the lock files of MCP servers. */
  public static final String MCP_OPTION = "stepwright.mcp";

  /** The property that turns off the extension and all goals. */
  public static final String SKIP = "stepwright.build.skip";

  /** The property that selects the projects in which the extension sets up the compiler. */
  public static final String SETUP = "stepwright.build.setup";

  private Coordinates() {}
}
