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
 * What agents left that are gone: deleted, renamed, or agents no more. A compiler that compiles
 * changed sources alone leaves it all, and a folder of generated sources is never tidied.
 */
public final class Leftovers {

  private final AgentOutput output;
  private final List<Path> sources;

  /**
   * The leftovers of a project.
   *
   * @param classes the output of the compiler; it may be missing
   * @param generated where generated sources are; it may be missing
   * @param sources the other folders of sources
   */
  public Leftovers(Path classes, Path generated, List<Path> sources) {
    this.output = new AgentOutput(classes, generated);
    this.sources = List.copyOf(sources);
  }

  /**
   * Removes what is left of agents whose source is gone, or whose class is no agent any more.
   *
   * @return a sentence for each of them
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
   * The agents that are none any more while their generated classes are still among the classes,
   * with a sentence for each.
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
            "%s is no agent any more, but its generated class %s is still among the classes."
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

  /** Whether there is no source any more of the name that the class file records. */
  private boolean isGone(ClassFile agent) throws IOException {
    String name = agent.sourceFile();
    // Of another language, or compiled without debug information: nobody knows.
    return name != null && name.endsWith(".java") && !isInSources(agent.packageName(), name);
  }

  private boolean isInSources(String packageName, String name) throws IOException {
    for (Path folder : sources) {
      if (SourceSearch.isIn(folder, packageName, name)) {
        return true;
      }
    }
    // Another processor may have written it.
    return SourceSearch.isIn(output.generated(), packageName, name);
  }
}
