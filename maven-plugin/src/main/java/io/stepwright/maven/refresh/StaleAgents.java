package io.stepwright.maven.refresh;

import io.stepwright.descriptor.AgentSources;
import io.stepwright.descriptor.ResourceDescriptor;
import io.stepwright.maven.classes.ClassFile;
import io.stepwright.maven.refresh.ResourceState.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Deletes the class files of agents whose prompts or templates have changed since they were
 * compiled, and those of interfaces of MCP servers whose lock files have. The compiler plugin
 * watches only sources, and recompiles a source if its class is missing. Nothing is added to the
 * project, and its sources are not touched.
 */
public final class StaleAgents {

  private final Path classes;
  private final AgentOutput output;
  private final ResourceState state;

  /**
   * Creates the search for a project.
   *
   * @param classes the output folder of the compiler, which may be missing
   * @param folders the resource folders, in the form that the processor is given
   * @param mcp the folder of the lock files of MCP servers, which may be missing
   */
  public StaleAgents(Path classes, List<Path> folders, Path mcp) {
    this.classes = classes;
    this.output = new AgentOutput(classes, classes);
    this.state = new ResourceState(folders, mcp, classes);
  }

  /**
   * Deletes the class files of stale agents.
   *
   * @return a sentence for each stale agent
   * @throws IOException if a file cannot be read or deleted
   */
  public List<String> forget() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : output.descriptors()) {
      AgentSources descriptor = output.read(file).orElse(null);
      if (descriptor == null) {
        continue;
      }
      if (!Files.exists(output.classFile(descriptor.type()))) {
        Files.delete(file); // The agent no longer exists, or will be compiled anyway.
        continue;
      }
      List<String> changes = changes(descriptor);
      if (!changes.isEmpty()) {
        forget(descriptor);
        sentences.add(
            "%s is compiled again: %s.".formatted(descriptor.type(), String.join(", ", changes)));
      }
    }
    return sentences;
  }

  private List<String> changes(AgentSources descriptor) throws IOException {
    List<String> changes = new ArrayList<>();
    for (ResourceDescriptor resource : descriptor.resources()) {
      Change change = state.changeOf(resource);
      if (change != Change.NONE) {
        changes.add(resource.path() + " was " + change.name().toLowerCase(Locale.ROOT));
      }
      if (change == Change.REMOVED) {
        // Maven does not delete the copy of a removed resource, and the processor would still read
        // it.
        deleteCopy(ResourceState.copy(resource));
      }
    }
    return changes;
  }

  private void deleteCopy(String path) throws IOException {
    Path copy = classes.resolve(path).normalize();
    if (copy.startsWith(classes.normalize())) {
      Files.deleteIfExists(copy);
    }
  }

  /**
   * Deletes the class files of an agent, so that the compiler sees its source file as stale. Also
   * deletes the class that is named after the source file, because incremental compilation compares
   * only that class with the source file.
   */
  private void forget(AgentSources descriptor) throws IOException {
    Path agent = output.classFile(descriptor.type());
    String source = ClassFile.read(agent).sourceFile();
    if (source != null && source.endsWith(".java")) {
      String name = source.substring(0, source.length() - ".java".length());
      Files.deleteIfExists(agent.resolveSibling(name + ".class"));
    }
    int nested = descriptor.type().indexOf('$', descriptor.type().lastIndexOf('.') + 2);
    if (nested > 0) {
      Files.deleteIfExists(output.classFile(descriptor.type().substring(0, nested)));
    }
    Files.deleteIfExists(agent);
    output.deleteClass(descriptor.generated());
  }
}
