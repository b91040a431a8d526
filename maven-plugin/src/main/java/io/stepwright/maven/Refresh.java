package io.stepwright.maven;

import io.stepwright.maven.refresh.Leftovers;
import io.stepwright.maven.refresh.StaleAgents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * The work of the refresh goals before the compiler runs.
 *
 * @param classes the output folder of the compiler
 * @param generated the folder into which the compiler writes generated sources
 * @param sources the other source folders
 * @param resources the resource folders that the processor is given
 * @param mcp the folder of the lock files of MCP servers
 */
record Refresh(Path classes, Path generated, List<Path> sources, List<Path> resources, Path mcp) {

  void run(Log log) throws MojoExecutionException {
    try {
      new Leftovers(classes, generated, sources).remove().forEach(log::info);
      new StaleAgents(classes, resources, mcp).forget().forEach(log::info);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Agents could not be compared with their files: " + e.getMessage(), e);
    }
  }
}
