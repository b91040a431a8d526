package io.stepwright.maven;

import io.stepwright.descriptor.DescriptorException;
import io.stepwright.graph.command.GraphCommand;
import io.stepwright.graph.command.GraphCommand.GraphOutcome;
import io.stepwright.graph.command.GraphException;
import io.stepwright.graph.command.GraphRequest;
import io.stepwright.graph.format.GraphFormat;
import io.stepwright.graph.measured.RunReportException;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows the graphs of the compiled agents: {@code mvn compile stepwright:graph
 * -Dstepwright.graph.format=html}.
 */
@Mojo(name = "graph", threadSafe = true)
public final class GraphMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File classes;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  private File target;

  /**
   * The format: {@code text}, {@code html}, {@code svg}, {@code mermaid}, {@code dot} or {@code
   * json}.
   */
  @Parameter(property = "stepwright.graph.format", defaultValue = "text")
  private String format;

  /**
   * The file to write. By default {@code target/stepwright/graph} with the extension of the format;
   * the format {@code text} is only printed.
   */
  @Parameter(property = "stepwright.graph.output")
  private @Nullable File output;

  /** The name or the type of the only agent to show; all agents by default. */
  @Parameter(property = "stepwright.graph.agent")
  private @Nullable String agent;

  /**
   * Estimated times of models and kinds of steps, such as {@code gpt-4o-mini=400ms,code=5ms}, which
   * determine the critical path.
   */
  @Parameter(property = "stepwright.graph.estimates")
  private @Nullable String estimates;

  /**
   * A report of a run in JSON, or a folder with such reports, whose times determine the critical
   * path. Steps that did not run in them are estimated.
   */
  @Parameter(property = "stepwright.graph.report")
  private @Nullable File report;

  /** Turns off the extension and all goals. */
  @Parameter(property = "stepwright.build.skip", defaultValue = "false")
  private boolean skip;

  /** Turns off this goal. */
  @Parameter(property = "stepwright.build.graph.skip", defaultValue = "false")
  private boolean skipGraph;

  /**
   * Prints a line, on the console if the log hides it, because the user has asked for the graph.
   */
  private void show(String line) {
    if (getLog().isInfoEnabled()) {
      getLog().info(line);
    } else {
      System.out.println(line);
    }
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || skipGraph || "pom".equals(project.getPackaging())) {
      getLog().debug("No graph is shown.");
      return;
    }
    try {
      Path file = file();
      List<Path> sources = project.getCompileSourceRoots().stream().map(Path::of).toList();
      GraphOutcome outcome =
          GraphCommand.run(
              new GraphRequest(
                  classes.toPath(),
                  sources,
                  format,
                  file,
                  agent,
                  estimates,
                  report == null ? null : report.toPath()));
      if (file == null) {
        outcome.text().lines().forEach(this::show);
      } else {
        getLog().info(outcome.summary() + " written to " + file);
      }
    } catch (GraphException | DescriptorException | RunReportException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private @Nullable Path file() {
    if (output != null) {
      return output.toPath();
    }
    GraphFormat known = GraphFormat.all().get(format.toLowerCase(Locale.ROOT));
    return known == null || "text".equalsIgnoreCase(format)
        ? null
        : target.toPath().resolve("stepwright").resolve("graph." + known.extension());
  }
}
