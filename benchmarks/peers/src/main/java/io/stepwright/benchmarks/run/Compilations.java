package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.compile.Project;
import io.stepwright.benchmarks.compile.Subject;
import io.stepwright.benchmarks.compile.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jobs that compile. */
final class Compilations {

  /** The system property with the jar of Stepwright's processor. */
  private static final String OWN = "benchmark.processor";

  /** The system property with a file that contains the path of all other processors. */
  private static final String OTHERS = "benchmark.processors";

  /** The number of classes for a warm compiler. */
  private static final int WARM = 100;

  private static final int MANY = 400;

  private final Path folder;
  private final boolean full;

  /**
   * Creates the plan without writing files.
   *
   * @param folder the folder for the sources and the classes
   * @param full true for the full benchmark, false for the short one
   */
  Compilations(Path folder, boolean full) {
    this.folder = folder;
    this.full = full;
  }

  /** Writes the sources, and generates the sources that are measured as hand-written code. */
  void prepare() throws IOException {
    for (Subject subject : Subject.values()) {
      for (int count : counts()) {
        Project project = new Project(folder, subject, count, processorPath(subject));
        project.write();
        if (variants(subject).contains(Variant.WRITTEN)) {
          project.generate();
        }
      }
    }
  }

  /** Returns the jobs that the goals refer to: each variant in a new JVM. */
  List<Job> fresh(Jdk jdk) {
    List<Job> jobs = new ArrayList<>();
    for (int count : counts()) {
      for (Subject subject : Subject.values()) {
        if (count < MANY || subject == Subject.STEPWRIGHT) {
          jobs.addAll(fresh(jdk, subject, count));
        }
      }
    }
    return jobs;
  }

  /**
   * Returns the jobs that compile all variants of a subject in one warm JVM and, in the full
   * benchmark, many classes of the other subjects.
   */
  List<Job> further(Jdk jdk) {
    List<Job> jobs = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      jobs.add(job(jdk, subject, WARM, variants(subject), full ? 2 : 1, full ? 2 : 1));
    }
    for (Subject subject : Subject.values()) {
      if (full && subject != Subject.STEPWRIGHT) {
        jobs.addAll(fresh(jdk, subject, MANY));
      }
    }
    return jobs;
  }

  private List<Job> fresh(Jdk jdk, Subject subject, int count) {
    return variants(subject).stream()
        .map(variant -> job(jdk, subject, count, List.of(variant), 0, 1))
        .toList();
  }

  private Job job(
      Jdk jdk, Subject subject, int count, List<Variant> variants, int warmUps, int times) {
    String names = variants.stream().map(Variant::name).collect(Collectors.joining(","));
    List<String> arguments =
        List.of(
            Compile.PART,
            folder.toString(),
            subject.name(),
            Integer.toString(count),
            processorPath(subject),
            names,
            Integer.toString(warmUps),
            Integer.toString(times));
    String what = count + " of " + subject.words() + ", " + names;
    // The JVM has its default options.
    return new Job(Compile.PART, what, jdk, List.of(), arguments, "");
  }

  private List<Integer> counts() {
    return full ? List.of(10, WARM, MANY) : List.of(10, WARM);
  }

  /**
   * Returns the variants to measure. Only the sources that Stepwright generates are measured as
   * hand-written code, too.
   */
  private static List<Variant> variants(Subject subject) {
    return Stream.of(Variant.values())
        .filter(variant -> variant != Variant.WRITTEN || subject == Subject.STEPWRIGHT)
        .toList();
  }

  private static String processorPath(Subject subject) {
    if (subject == Subject.STEPWRIGHT) {
      return System.getProperty(OWN, "");
    }
    try {
      return Files.readString(Path.of(System.getProperty(OTHERS, ""))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
