package io.stepwright.graph.command;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DescriptorException;
import io.stepwright.descriptor.DescriptorFile;
import io.stepwright.descriptor.DescriptorReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the descriptors of compiled classes. */
final class DescriptorFolder {

  private DescriptorFolder() {}

  /**
   * Reads the descriptors among compiled classes, sorted by the names of the agents' types.
   *
   * @param classes the output folder of the compiler, which need not exist
   * @return the agents; empty if there are none
   * @throws DescriptorException if a descriptor cannot be read
   */
  static List<AgentDescriptor> read(Path classes) {
    Path folder = classes.resolve("META-INF").resolve("stepwright");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<AgentDescriptor> agents = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        agents.add(DescriptorReader.read(DescriptorFile.read(file), file.toString()));
      }
      return List.copyOf(agents);
    } catch (IOException e) {
      throw new UncheckedIOException("The descriptors in " + folder + " cannot be read", e);
    }
  }
}
