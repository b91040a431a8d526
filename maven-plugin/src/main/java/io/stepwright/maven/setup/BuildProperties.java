package io.stepwright.maven.setup;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Properties with the precedence of Maven: the command line, then the pom, then the environment.
 *
 * @param user the properties of the command line
 * @param project the properties of the pom
 * @param system the properties of the JVM and the environment
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

  /** Returns whether a property is {@code true}, or set without a value. */
  boolean isTrue(String name) {
    String value = get(name);
    return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
  }
}
