package io.stepwright.maven.setup;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Properties as Maven resolves them: the command line first, then the pom, then the environment.
 *
 * @param user those of the command line
 * @param project those of the pom
 * @param system those of the JVM and the environment
 */
record BuildProperties(Properties user, Properties project, Properties system) {

  static BuildProperties of(MavenSession session, MavenProject project) {
    return new BuildProperties(
        session.getUserProperties(), project.getProperties(), session.getSystemProperties());
  }

  @Nullable String get(String name) {
    String value = user.getProperty(name);
    if (value == null) {
      value = project.getProperty(name);
    }
    return value == null ? system.getProperty(name) : value;
  }

  /** Whether a property says yes: by {@code true}, or by standing there without a value. */
  boolean isTrue(String name) {
    String value = get(name);
    return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
  }
}
