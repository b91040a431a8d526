package io.stepwright.maven;

import io.stepwright.maven.refresh.StaleAgents;
import io.stepwright.maven.setup.ResourceFolders;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Makes the compiler compile those agents anew whose prompts or templates were changed, added or
 * removed since the last build. The compiler plugin looks at sources only, and would say that there
 * is nothing to compile.
 */
@Mojo(name = "refresh", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class RefreshMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File classes;

  /** Turns off the extension and all goals. */
  @Parameter(property = "stepwright.build.skip", defaultValue = "false")
  private boolean skip;

  /** Turns off this goal. */
  @Parameter(property = "stepwright.build.refresh.skip", defaultValue = "false")
  private boolean skipRefresh;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip || skipRefresh || "pom".equals(project.getPackaging())) {
      getLog().debug("Nothing is refreshed.");
      return;
    }
    try {
      new StaleAgents(classes.toPath(), ResourceFolders.of(project))
          .forget()
          .forEach(getLog()::info);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Agents could not be compared with their files: " + e.getMessage(), e);
    }
  }
}
