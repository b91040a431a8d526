package io.stepwright.benchmarks.compile;

import io.stepwright.benchmarks.result.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of classes of one subject in a separate folder. Must not be compiled by two threads or
 * processes at the same time.
 */
public final class Project {

  private final Path folder;
  private final Subject subject;
  private final int count;
  private final String processorPath;

  /**
   * Creates a project that exists, or is to be {@linkplain #write written}.
   *
   * @param all the folder of all projects
   * @param subject the subject
   * @param count the number of classes
   * @param processorPath the path that contains the subject's processor
   */
  public Project(Path all, Subject subject, int count, String processorPath) {
    this.folder = all.resolve(subject + "-" + count);
    this.subject = subject;
    this.count = count;
    this.processorPath = processorPath;
  }

  /** Writes the sources. */
  public void write() throws IOException {
    Javac.delete(folder);
    Path bench = Files.createDirectories(sources().resolve("bench"));
    for (int i = 0; i < count; i++) {
      String name = "Class" + i;
      Files.writeString(bench.resolve(name + ".java"), subject.source(name));
    }
  }

  /** Generates the sources that {@link Variant#WRITTEN} also compiles. */
  public void generate() throws IOException {
    Files.createDirectories(generated());
    List<String> options = new ArrayList<>(options(Variant.PROCESSED));
    options.addAll(List.of("-proc:only", "-s", generated().toString()));
    Javac.millis(List.of(sources()), output(Variant.PROCESSED), options);
  }

  /** Returns a row that identifies the project. */
  Row row() {
    return Row.of(Compile.PART)
        .with("subject", subject.name())
        .with("count", Integer.toString(count));
  }

  /** Compiles the project; returns the time in milliseconds. */
  double millis(Variant variant) throws IOException {
    List<Path> folders =
        variant == Variant.WRITTEN ? List.of(sources(), generated()) : List.of(sources());
    return Javac.millis(folders, output(variant), options(variant));
  }

  /** Returns the folder with the classes of a compiled variant. */
  Path output(Variant variant) {
    return folder.resolve("classes-" + variant);
  }

  /** Returns the folder with the sources that {@link #generate} has generated. */
  Path generated() {
    return folder.resolve("generated");
  }

  private Path sources() {
    return folder.resolve("sources");
  }

  private List<String> options(Variant variant) {
    List<String> options = new ArrayList<>(List.of("-cp", subject.classPath()));
    if (variant == Variant.PROCESSED) {
      options.addAll(List.of("-processorpath", processorPath, "-processor", subject.processor()));
    } else {
      options.add("-proc:none");
    }
    return options;
  }
}
