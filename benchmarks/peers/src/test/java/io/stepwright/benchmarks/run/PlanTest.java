package io.stepwright.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

  private static final String OTHERS = "benchmark.processors";

  @TempDir private Path folder;
  private String before = "";

  @BeforeEach
  void writePath() throws Exception {
    before = System.getProperty(OTHERS, "");
    System.setProperty(OTHERS, Files.writeString(folder.resolve("path.txt"), "a.jar\n").toString());
  }

  @AfterEach
  void forgetPath() {
    System.setProperty(OTHERS, before);
  }

  private List<Job> jobs(boolean full, String part) {
    List<Jdk> jdks = List.of(new Jdk(17, folder), new Jdk(25, folder));
    return new Plan(jdks, full, new Compilations(folder, full)).jobs(part);
  }

  @Test
  void theGoalsOfCompilersComeFirst() {
    List<Job> full = jobs(true, "compile");
    // Three variants of Stepwright for 10, 100 and 400; two of both others for 10 and 100.
    assertThat(full.subList(0, 17)).allMatch(job -> job.jdk().feature() == 25);
    assertThat(full.subList(17, 34)).allMatch(job -> job.jdk().feature() == 17);
    assertThat(full.subList(34, 37))
        .allMatch(
            job ->
                job.arguments().contains("PLAIN,PROCESSED")
                    || job.arguments().contains("PLAIN,WRITTEN,PROCESSED"));
    assertThat(full).filteredOn(job -> job.arguments().contains("a.jar")).isNotEmpty();
    assertThat(jobs(false, "compile")).noneMatch(job -> job.arguments().contains("400"));
  }

  @Test
  void tenThousandRunsAtOnceAreMeasuredInOneRoundOnly() {
    long rounds =
        jobs(true, "load").stream()
            .filter(job -> job.what().startsWith("Stepwright, 1000, SLEEP"))
            .filter(job -> job.jdk().feature() == 25)
            .count();
    assertThat(rounds).isEqualTo(Effort.FULL.rounds());
    assertThat(jobs(true, "load"))
        .filteredOn(job -> job.what().startsWith("Stepwright, 10000, SLEEP"))
        .hasSize(2);
    assertThat(jobs(false, "load")).noneMatch(job -> job.what().contains("10000"));
  }

  @Test
  void runsThatCallAreWarmBeforeTheyCount() {
    assertThat(jobs(true, "load"))
        .filteredOn(job -> job.what().endsWith("1000, CALL"))
        .isNotEmpty()
        .allMatch(job -> job.arguments().contains(Integer.toString(Effort.FULL.callingMillis())));
  }

  @Test
  void toolLoopsTakeTurnsOnAClassPathOfTheirOwn() {
    List<Job> jobs = jobs(false, "tools");
    // Five contenders with one call and with four, on two JDKs.
    assertThat(jobs).hasSize(20).allMatch(job -> job.program() == Program.TOOLS);
    assertThat(jobs.subList(0, 5)).map(Job::what).doesNotHaveDuplicates();
    assertThat(jobs).filteredOn(job -> job.server().equals("4")).hasSize(10);
  }
}
