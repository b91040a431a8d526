package io.stepwright.maven.setup;

import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Binds goals of this plugin to phases of a project's build. */
final class Goals {

  private Goals() {}

  /** Binds a goal, unless the pom binds it. */
  static void bind(MavenProject project, String goal, String phase) {
    Plugin plugin = project.getPlugin(Coordinates.GROUP + ":" + Coordinates.PLUGIN);
    boolean bound =
        plugin.getExecutions().stream().anyMatch(each -> each.getGoals().contains(goal));
    if (bound) {
      return;
    }
    PluginExecution execution = new PluginExecution();
    execution.setId("stepwright-" + goal);
    execution.setPhase(phase);
    execution.addGoal(goal);
    if (plugin.getConfiguration() instanceof Xpp3Dom configuration) {
      // Maven has already copied the configuration into the executions of the pom, but not into
      // this one.
      execution.setConfiguration(new Xpp3Dom(configuration));
    }
    plugin.addExecution(execution);
  }
}
