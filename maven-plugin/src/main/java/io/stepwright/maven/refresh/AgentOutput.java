package io.stepwright.maven.refresh;

import io.stepwright.descriptor.AgentSources;
import io.stepwright.descriptor.DescriptorException;
import io.stepwright.descriptor.DescriptorFile;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.maven.classes.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final String DESCRIPTORS = "META-INF/stepwright";

  /** Returns the files of all descriptors. */
  List<Path> descriptors() throws IOException {
    Path folder = classes.resolve(DESCRIPTORS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
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
