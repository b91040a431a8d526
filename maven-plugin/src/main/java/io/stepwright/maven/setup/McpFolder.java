package io.stepwright.maven.setup;

import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** The folder with the lock files of MCP servers, which are committed with the sources. */
public final class McpFolder {

  private static final String FOLDER = "src/main/stepwright/mcp";

  private McpFolder() {}

  /** Returns the folder of a project; it may not exist. */
  public static Path of(MavenProject project) {
    return project.getBasedir().toPath().resolve(FOLDER);
  }
}
