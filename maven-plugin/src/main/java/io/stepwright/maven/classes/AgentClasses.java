package io.stepwright.maven.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the agents, and the interfaces of MCP servers, among compiled classes. */
public final class AgentClasses {

  private static final Set<String> COMPILED = Set.of("io.stepwright.Agent", "io.stepwright.Mcp");

  private AgentClasses() {}

  /**
   * An agent, or an interface of an MCP server, without a generated class.
   *
   * @param agent its binary name
   * @param generated the name that its generated class would have
   * @param isJava true if it was compiled from a Java source, or if its class file does not tell
   */
  public record Unwired(String agent, String generated, boolean isJava) {}

  /** Returns whether a class is an agent or an interface of an MCP server. */
  public static boolean isAgent(ClassFile type) {
    return type.annotations().stream().anyMatch(COMPILED::contains);
  }

  /**
   * Returns the agents in a folder of classes that have no generated class, sorted by the paths of
   * their class files.
   *
   * @param folder the output folder of the compiler, which may be missing
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

  /**
   * Returns whether the generated class exists. A dollar sign separates the names of nested types
   * or is part of a name, so both possible names are tried.
   */
  private static boolean isWired(Path file, ClassFile type) {
    return Files.exists(file.resolveSibling(joined(type) + ".class"))
        || Files.exists(file.resolveSibling("Wired" + type.nameInPackage() + ".class"));
  }

  private static String joined(ClassFile type) {
    return "Wired" + type.nameInPackage().replace('$', '_');
  }
}
