package io.stepwright.maven.refresh;

import io.stepwright.descriptor.AgentSources;
import io.stepwright.descriptor.DescriptorException;
import io.stepwright.descriptor.DescriptorFile;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.maven.classes.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a compiler has written for agents.
 *
 * @param classes the folder of classes, which may be missing
 * @param generated the folder of generated sources, which may be missing
 */
record AgentOutput(Path classes, Path generated) {

  /** The folders of the descriptors of agents, and of interfaces of MCP servers. */
  private static final List<String> DESCRIPTORS =
      List.of("META-INF/stepwright", "META-INF/stepwright/facades");

  /** Returns the files of all descriptors. */
  List<Path> descriptors() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : DESCRIPTORS) {
      Path folder = classes.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(all::add);
        }
      }
    }
    return all;
  }

  /**
   * Reads a descriptor.
   *
   * @return nothing if it names no agent
   * @throws IOException if it cannot be read or is not JSON
   */
  Optional<AgentSources> read(Path descriptor) throws IOException {
    try {
      return DescriptorReader.sources(DescriptorFile.read(descriptor), descriptor.toString());
    } catch (DescriptorException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The class of an agent, or null if it is not there. */
  @Nullable ClassFile agent(AgentSources descriptor) throws IOException {
    Path file = classFile(descriptor.type());
    return Files.exists(file) ? ClassFile.read(file) : null;
  }

  /** Returns whether the generated class of an agent exists. */
  boolean hasGenerated(AgentSources descriptor) {
    return Files.exists(classFile(descriptor.generated()));
  }

  /** Deletes the generated class of an agent and its source; true if there was one of them. */
  boolean deleteGenerated(AgentSources descriptor) throws IOException {
    String source = descriptor.generated().replace('.', '/') + ".java";
    return deleteClass(descriptor.generated()) | Files.deleteIfExists(generated.resolve(source));
  }

  /** Deletes a class and the classes nested in it; returns whether the class existed. */
  boolean deleteClass(String binaryName) throws IOException {
    Path file = classFile(binaryName);
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return false;
    }
    String name = file.getFileName().toString();
    String nested = name.substring(0, name.length() - ".class".length()) + "$";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String other = each.getFileName().toString();
        if (other.startsWith(nested) && other.endsWith(".class")) {
          Files.delete(each);
        }
      }
    }
    return Files.deleteIfExists(file);
  }

  Path classFile(String binaryName) {
    return classes.resolve(binaryName.replace('.', '/') + ".class");
  }
}
