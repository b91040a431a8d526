package io.stepwright.maven.it.support;

/** Parts of poms. */
public final class Poms {

  /** Stepwright's plugin, which sets up the compiler. */
  public static final String EXTENSION = plugin("<extensions>true</extensions>");

  /** The runtime's core. */
  public static final String CORE =
      dependency("io.stepwright", "stepwright-core", Environment.get("version"), "compile");

  private Poms() {}

  /** A project that compiles. */
  public static String jar(String dependencies, String plugins) {
    return module("", "app", "jar", "", dependencies, plugins, "");
  }

  /** A project that compiles, with properties. */
  public static String jar(String properties, String dependencies, String plugins) {
    return module("", "app", "jar", properties, dependencies, plugins, "");
  }

  /** A project. */
  public static String module(
      String parent,
      String artifact,
      String packaging,
      String properties,
      String dependencies,
      String plugins,
      String modules) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          %s
          <groupId>com.example</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <packaging>%s</packaging>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
            %s
          </properties>
          %s
          <dependencies>
            %s
          </dependencies>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.16.0</version>
                </plugin>
                <plugin>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>3.5.0</version>
                </plugin>
                <plugin>
                  <artifactId>maven-jar-plugin</artifactId>
                  <version>3.5.1</version>
                </plugin>
                <plugin>
                  <artifactId>maven-surefire-plugin</artifactId>
                  <version>3.6.1</version>
                </plugin>
                <plugin>
                  <artifactId>maven-clean-plugin</artifactId>
                  <version>3.5.0</version>
                </plugin>
              </plugins>
            </pluginManagement>
            <plugins>
              %s
            </plugins>
          </build>
        </project>
        """
        .formatted(parent, artifact, packaging, properties, modules, dependencies, plugins);
  }

  /** Stepwright's plugin. */
  public static String plugin(String more) {
    return """
        <plugin>
          <groupId>io.stepwright</groupId>
          <artifactId>stepwright-maven-plugin</artifactId>
          <version>%s</version>
          %s
        </plugin>
        """
        .formatted(Environment.get("version"), more);
  }

  /** The compiler plugin, configured. */
  public static String compiler(String configuration) {
    return """
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId>
          <configuration>
            %s
          </configuration>
        </plugin>
        """
        .formatted(configuration);
  }

  /** A processor path. */
  public static String processorPath(String... coordinates) {
    StringBuilder paths = new StringBuilder("<annotationProcessorPaths>");
    for (String each : coordinates) {
      String[] parts = each.split(":", -1);
      paths.append(
          "<path><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></path>"
              .formatted((Object[]) parts));
    }
    return paths.append("</annotationProcessorPaths>").toString();
  }

  /** A dependency. */
  public static String dependency(String group, String artifact, String version, String scope) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <scope>%s</scope>
        </dependency>
        """
        .formatted(group, artifact, version, scope);
  }
}
