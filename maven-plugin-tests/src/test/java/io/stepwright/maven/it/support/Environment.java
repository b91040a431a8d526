package io.stepwright.maven.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Properties of the build. */
public final class Environment {

  private Environment() {}

  /** A system property of the build. */
  public static String get(String name) {
    String value = System.getProperty("stepwright.build." + name);
    if (value == null) {
      throw new IllegalStateException(
          "These tests run in Maven: mvn -pl maven-plugin-tests -am verify");
    }
    return value;
  }

  /** The folder of everything that the tests write. */
  public static Path target() {
    return Path.of(get("target"));
  }

  /** The Maven that runs this build. */
  public static Path maven() {
    return Path.of(get("maven"));
  }

  /** Returns the other Maven installations. */
  public static List<Path> otherMavens() throws IOException {
    try (Stream<Path> homes = Files.list(target().resolve("maven"))) {
      return homes.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Returns the feature version of the JDK that runs these tests and compiles the projects. */
  public static int jdk() {
    return Runtime.version().feature();
  }
}
