package io.stepwright.maven;

import io.stepwright.maven.classes.AgentClasses;
import io.stepwright.maven.classes.AgentClasses.Unwired;
import io.stepwright.maven.refresh.Leftovers;
import io.stepwright.maven.setup.Advice;
import io.stepwright.maven.setup.SourceRoots;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build if a compiled agent has no generated class, which happens if the compiler did not
 * run the processor. The message contains the configuration for the pom. Also fails if there is a
 * generated class of a type that is no longer an agent.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File classes;

  /** Turns off the extension and all goals. */
  @Parameter(property = "stepwright.build.skip", defaultValue = "false")
  private boolean skip;

  /** Turns off this goal. */
  @Parameter(property = "stepwright.build.check.skip", defaultValue = "false")
  private boolean skipCheck;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || skipCheck || "pom".equals(project.getPackaging())) {
      getLog().debug("Nothing is checked.");
      return;
    }
    List<Unwired> unwired;
    List<String> leftovers;
    try {
      unwired = AgentClasses.unwired(classes.toPath());
      leftovers =
          new Leftovers(classes.toPath(), SourceRoots.generated(project), SourceRoots.of(project))
              .stillThere();
    } catch (IOException e) {
      throw new MojoExecutionException("The classes could not be checked: " + e.getMessage(), e);
    }
    if (!unwired.isEmpty()) {
      throw new MojoFailureException(Advice.of(unwired, session, project));
    }
    if (!leftovers.isEmpty()) {
      throw new MojoFailureException(
          String.join(" ", leftovers)
              + " Classes that use it would fail when they run. Build again: the goal refresh removes"
              + " it; or build with clean, which also shows the classes that use it.");
    }
  }
}
