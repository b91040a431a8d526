package io.stepwright.processor.mcp;

import java.util.regex.Pattern;

/** The names of MCP servers and of their tools for models. */
public final class ServerNames {

  /** The longest name of a tool that models take. */
  static final int LONGEST_TOOL = 64;

  private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Pattern NOT_FOR_MODELS = Pattern.compile("[^A-Za-z0-9_-]");

  private ServerNames() {}

  /** Returns whether a name is one that a server can have. */
  public static boolean isValid(String server) {
    return SERVER.matcher(server).matches();
  }

  /** Returns the name by which steps list a tool of a server. */
  public static String listed(String server, String tool) {
    return server + "." + tool;
  }

  /** Returns the name by which models call a tool of a server. */
  public static String forModels(String server, String tool) {
    return NOT_FOR_MODELS.matcher(listed(server, tool)).replaceAll("_");
  }
}
