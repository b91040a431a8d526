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

/** The processes that compile. */
final class Compilations {

  /** The system property with the jar of our processor. */
  private static final String OWN = "benchmark.processor";

  /** The system property with a file that has the path of all others. */
  private static final String OTHERS = "benchmark.processors";

  /** How many classes a compiler that stays has each time. */
  private static final int WARM = 100;

  private static final int MANY = 400;

  private final Path folder;
  private final boolean full;

  /**
   * Makes nothing yet.
   *
   * @param folder for the sources and the classes
   */
  Compilations(Path folder, boolean full) {
    this.folder = folder;
    this.full = full;
  }

  /** Writes the sources, and has generated what is measured as code by hand. */
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

  /** What the goals are about: each variant in a JVM of its own. */
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

  /** All variants of a subject in one JVM that stays, and in the full way many of the others'. */
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
    // Options of the JVM as they are for everybody who says nothing.
    return new Job(Compile.PART, what, jdk, List.of(), arguments, "");
  }

  private List<Integer> counts() {
    return full ? List.of(10, WARM, MANY) : List.of(10, WARM);
  }

  /** What ours generates is measured as code by hand, too. */
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
