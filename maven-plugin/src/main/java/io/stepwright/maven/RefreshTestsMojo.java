package io.stepwright.maven;

import io.stepwright.maven.setup.McpFolder;
import io.stepwright.maven.setup.ResourceFolders;
import io.stepwright.maven.setup.SourceRoots;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Does the work of {@code refresh} for agents in test sources. */
@Mojo(
    name = "refresh-tests",
    defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
    threadSafe = true)
public final class RefreshTestsMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(
      defaultValue = "${project.build.testOutputDirectory}",
      readonly = true,
      required = true)
  private File classes;

  /** Turns off the extension and all goals. */
  @Parameter(property = "stepwright.build.skip", defaultValue = "false")
  private boolean skip;

  /** Turns off this goal and {@code refresh}. */
  @Parameter(property = "stepwright.build.refresh.skip", defaultValue = "false")
  private boolean skipRefresh;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip || skipRefresh || "pom".equals(project.getPackaging())) {
      getLog().debug("Nothing is refreshed.");
      return;
    }
    new Refresh(
            classes.toPath(),
            SourceRoots.generatedTests(project),
            SourceRoots.ofTests(project),
            ResourceFolders.ofTests(project),
            McpFolder.of(project))
        .run(getLog());
  }
}
