package io.stepwright.maven;

import io.stepwright.maven.locks.LockUpdate;
import io.stepwright.maven.locks.ServerSettings;
import io.stepwright.mcp.McpException;
import io.stepwright.mcp.McpServers;
import io.stepwright.runtime.AgentConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Asks MCP servers for their tools and writes their lock files, {@code
 * src/main/stepwright/mcp/<server>.json}: {@code mvn stepwright:mcp
 * -Dstepwright.mcp.server=github}. Prints what has changed. Needs no compiled class.
 */
@Mojo(name = "mcp", threadSafe = true)
public final class McpMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /**
   * The servers by their names: an address, or a program as a JSON array of texts. Takes precedence
   * over the properties file of the application. Secrets, such as headers, belong into environment
   * variables.
   */
  @Parameter private @Nullable Map<String, String> mcpServers;

  /**
   * The names of the servers to ask, separated by commas; by default those of the pom, and all that
   * have a lock file.
   */
  @Parameter(property = "stepwright.mcp.server")
  private @Nullable String server;

  /** Writes nothing, and fails if a server offers other tools than its lock file has. */
  @Parameter(property = "stepwright.mcp.check", defaultValue = "false")
  private boolean check;

  /** The folder of the lock files. */
  @Parameter(defaultValue = "${project.basedir}/src/main/stepwright/mcp", required = true)
  private File mcpFolder;

  /** Turns off the extension and all goals. */
  @Parameter(property = "stepwright.build.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || "pom".equals(project.getPackaging())) {
      getLog().debug("No MCP server is asked.");
      return;
    }
    Map<String, String> pom = Objects.requireNonNullElse(mcpServers, Map.of());
    Path application =
        project.getBasedir().toPath().resolve("src/main/resources/stepwright.properties");
    boolean changed = false;
    try (McpServers servers = ServerSettings.servers(pom, application)) {
      for (String name : names(pom)) {
        changed |= !ask(servers, name);
      }
    } catch (McpException | AgentConfigurationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("A lock file could not be used: " + e.getMessage(), e);
    }
    if (changed && check) {
      throw new MojoFailureException(
          "MCP servers offer other tools than their lock files have, as listed above. Run 'mvn"
              + " stepwright:mcp' and review what changes: models read it as instructions.");
    }
  }

  private Collection<String> names(Map<String, String> pom)
      throws IOException, MojoFailureException {
    if (server != null) {
      return Arrays.stream(server.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
    Collection<String> names = ServerSettings.names(pom, mcpFolder.toPath());
    if (names.isEmpty()) {
      throw new MojoFailureException(
          "No MCP server is named. Write its name as -Dstepwright.mcp.server=<name> and its address"
              + " as the setting stepwright.mcp.<name>.url, or both into the pom, in the"
              + " configuration of the plugin: <mcpServers><name>https://…</name></mcpServers>.");
    }
    return names;
  }

  /** Returns whether the lock file of a server has the tools that it offers. */
  private boolean ask(McpServers servers, String name) throws IOException {
    LockUpdate update = LockUpdate.of(mcpFolder.toPath(), servers.server(name).tools());
    int tools = update.offered().tools().size();
    if (update.same()) {
      getLog().info(name + ": " + tools + " tools, as in its lock file");
      return true;
    }
    List<String> differences = update.differences();
    getLog().info(name + ": " + tools + " tools, not as in its lock file");
    for (String difference : differences) {
      getLog().info("  " + difference);
    }
    if (!check) {
      update.write();
      getLog().info("  written to " + update.file() + ": review it before you commit it");
    }
    return false;
  }
}
