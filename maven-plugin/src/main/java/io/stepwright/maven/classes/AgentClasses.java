package io.stepwright.maven.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The agents among compiled classes. */
public final class AgentClasses {

  private static final String AGENT = "io.stepwright.Agent";

  private AgentClasses() {}

  /**
   * An agent that has no generated class.
   *
   * @param agent its binary name
   * @param generated the name that its generated class would have
   * @param isJava whether it was compiled from a source in Java, as far as its class file tells
   */
  public record Unwired(String agent, String generated, boolean isJava) {}

  /** Whether a class is an agent. */
  public static boolean isAgent(ClassFile type) {
    return type.annotations().contains(AGENT);
  }

  /**
   * The agents in a folder of classes that have no generated class, in the order of their names.
   *
   * @param folder the output of the compiler; it may be missing
   * @throws IOException if a class file cannot be read
   */
  public static List<Unwired> unwired(Path folder) throws IOException {
    List<Unwired> unwired = new ArrayList<>();
    for (Path file : classFiles(folder)) {
      ClassFile type = ClassFile.read(file);
      if (isAgent(type) && !isWired(file, type)) {
        String prefix = type.packageName().isEmpty() ? "" : type.packageName() + ".";
        boolean isJava = type.sourceFile() == null || type.sourceFile().endsWith(".java");
        unwired.add(new Unwired(type.name(), prefix + joined(type), isJava));
      }
    }
    return unwired;
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .sorted()
          .toList();
    }
  }

  /** A dollar sign joins the names of nested types, or is a part of a name: both are looked for. */
  private static boolean isWired(Path file, ClassFile type) {
    return Files.exists(file.resolveSibling(joined(type) + ".class"))
        || Files.exists(file.resolveSibling("Wired" + type.nameInPackage() + ".class"));
  }

  private static String joined(ClassFile type) {
    return "Wired" + type.nameInPackage().replace('$', '_');
  }
}
