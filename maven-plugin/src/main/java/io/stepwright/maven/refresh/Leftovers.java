package io.stepwright.maven.refresh;

import io.stepwright.descriptor.AgentSources;
import io.stepwright.maven.classes.AgentClasses;
import io.stepwright.maven.classes.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds and removes the generated files of agents that were deleted, renamed or turned into other
 * types. A compiler that compiles only changed sources does not remove them, and folders of
 * generated sources are not cleaned up.
 */
public final class Leftovers {

  private final AgentOutput output;
  private final List<Path> sources;

  /**
   * Creates the search for a project.
   *
   * @param classes the output folder of the compiler, which may be missing
   * @param generated the folder of generated sources, which may be missing
   * @param sources the other source folders
   */
  public Leftovers(Path classes, Path generated, List<Path> sources) {
    this.output = new AgentOutput(classes, generated);
    this.sources = List.copyOf(sources);
  }

  /**
   * Removes the generated files of agents whose source no longer exists, or whose class is no
   * longer an agent.
   *
   * @return a sentence for each such agent
   * @throws IOException if a file cannot be read or deleted
   */
  public List<String> remove() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : output.descriptors()) {
      AgentSources descriptor = output.read(file).orElse(null);
      if (descriptor == null) {
        continue;
      }
      ClassFile agent = output.agent(descriptor);
      boolean orphaned = agent != null && isGone(agent);
      if (agent == null || orphaned || !AgentClasses.isAgent(agent)) {
        if (orphaned) {
          output.deleteClass(descriptor.type());
        }
        boolean deleted = output.deleteGenerated(descriptor);
        Files.deleteIfExists(file);
        if (deleted && !(agent == null && isAboutToBeCompiled(descriptor))) {
          sentences.add(
              "%s is gone: removed its generated class %s."
                  .formatted(descriptor.type(), descriptor.generated()));
        }
      }
    }
    return sentences;
  }

  /**
   * Returns a sentence for each type that is no longer an agent but whose generated class still
   * exists.
   */
  public List<String> stillThere() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : output.descriptors()) {
      AgentSources descriptor = output.read(file).orElse(null);
      if (descriptor == null) {
        continue;
      }
      ClassFile agent = output.agent(descriptor);
      if ((agent == null || !AgentClasses.isAgent(agent)) && output.hasGenerated(descriptor)) {
        sentences.add(
            "%s is no longer an agent, but its generated class %s is still among the classes."
                .formatted(descriptor.type(), descriptor.generated()));
      }
    }
    return sentences;
  }

  /** Whether only its class is missing, as after a build that failed. */
  private boolean isAboutToBeCompiled(AgentSources descriptor) throws IOException {
    String type = descriptor.type();
    int dot = type.lastIndexOf('.');
    int nested = type.indexOf('$', dot + 2);
    String name = type.substring(dot + 1, nested < 0 ? type.length() : nested) + ".java";
    return isInSources(dot < 0 ? "" : type.substring(0, dot), name);
  }

  /** Returns whether the source file that the class file names no longer exists. */
  private boolean isGone(ClassFile agent) throws IOException {
    String name = agent.sourceFile();
    // The source is unknown if it is in another language, or was compiled without debug
    // information.
    return name != null && name.endsWith(".java") && !isInSources(agent.packageName(), name);
  }

  private boolean isInSources(String packageName, String name) throws IOException {
    for (Path folder : sources) {
      if (SourceSearch.isIn(folder, packageName, name)) {
        return true;
      }
    }
    // Another processor may have generated the source.
    return SourceSearch.isIn(output.generated(), packageName, name);
  }
}
