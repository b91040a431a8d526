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

/**
 * Causes agents to be recompiled if their prompts or templates were changed, added or removed since
 * the last build, and removes the generated files of agents that no longer exist. The compiler
 * plugin considers only sources and would find nothing to compile.
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
    new Refresh(
            classes.toPath(),
            SourceRoots.generated(project),
            SourceRoots.of(project),
            ResourceFolders.of(project),
            McpFolder.of(project))
        .run(getLog());
  }
}
