package io.stepwright.report.format.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReportFolderTest {

  private static final AgentInfo AGENT = new AgentInfo("Support/desk", "app.Desk");
  private static final StepInfo STEP = StepInfo.code(AGENT, "step");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "handle").step(STEP);

  @TempDir Path folder;

  private static AgentRuntime runtime(Path folder, int keep) {
    return AgentRuntime.builder()
        .configuration("stepwright.report.dir", folder.toString())
        .configuration("stepwright.report.keep", Integer.toString(keep))
        .build();
  }

  private static int run(AgentRuntime runtime, int value) {
    Wiring wiring = runtime.wiring(AGENT);
    try (Run run = wiring.start(ENTRY)) {
      return run.result(run.call(STEP, step -> value));
    }
  }

  private List<String> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theLastRunsAreThereWhenTheRuntimeIsClosed() throws Exception {
    Path reports = folder.resolve("made/by itself");
    try (AgentRuntime runtime = runtime(reports, 3)) {
      for (int i = 0; i < 7; i++) {
        assertThat(run(runtime, i)).isEqualTo(i);
      }
    }
    List<String> written = files(reports);
    assertThat(written).hasSize(6).allMatch(name -> name.contains("-Support_desk.handle."));
    assertThat(written).filteredOn(name -> name.endsWith(".html")).hasSize(3);
    for (String name : written) {
      if (name.endsWith(".json")) {
        assertThat(
                new ObjectMapper()
                    .readTree(reports.resolve(name).toFile())
                    .path("steps")
                    .path(0)
                    .path("step")
                    .asText())
            .isEqualTo("step");
      }
    }
  }

  @Test
  void onlyOwnFilesAreRemovedAlsoThoseOfEarlierProcesses() throws Exception {
    Path mine = Files.writeString(folder.resolve("notes.html"), "mine");
    Path like = Files.writeString(folder.resolve("run-2020.json"), "mine, too");
    Path old =
        Files.writeString(folder.resolve("run-20200101-000000-000-000001-7-A.b.html"), "old");
    try (AgentRuntime runtime = runtime(folder, 1)) {
      run(runtime, 1);
    }
    assertThat(mine).exists();
    assertThat(like).exists();
    assertThat(old).doesNotExist();
    assertThat(files(folder)).hasSize(4);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnceAndChangesNoRun() throws Exception {
    Path file = Files.writeString(folder.resolve("a file"), "no folder");
    List<String> messages = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("io.stepwright.recording.GuardedReportListener");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            messages.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      try (AgentRuntime runtime = runtime(file, 5)) {
        for (int i = 0; i < 5; i++) {
          assertThat(run(runtime, i)).isEqualTo(i);
        }
      }
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(messages).singleElement().asString().contains("ReportFolder");
    assertThat(file).hasContent("no folder");
  }

  /** Makes the report of a run that began at a time of the wall clock. */
  private static RunReport report(long id, Instant started) {
    return new RunReport(
        id,
        "Desk",
        "handle",
        started,
        null,
        Duration.ZERO,
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        "USD",
        List.of(),
        List.of());
  }

  private List<String> write(RunReportListener to, long id, String time) throws Exception {
    to.onReport(report(id, Instant.parse(time)));
    return ids();
  }

  private List<String> ids() throws IOException {
    return files(folder).stream()
        .filter(name -> name.endsWith(".json"))
        .map(name -> name.replaceAll("run-\\d{8}-\\d{6}-\\d{3}-0*(\\d+)-.*", "$1"))
        .sorted()
        .toList();
  }

  @Test
  void aClockThatGoesBackRemovesNoNewReport() throws Exception {
    RunReportListener reports = new ReportFolders().create(folder, 2);
    write(reports, 1, "2026-01-31T12:00:00Z");
    write(reports, 2, "2026-01-31T12:00:01Z");
    assertThat(write(reports, 3, "2026-01-31T11:00:00Z")).containsExactly("2", "3");
    assertThat(write(reports, 4, "2026-01-31T11:00:01Z")).containsExactly("3", "4");
    assertThat(write(reports, 5, "2026-01-30T00:00:00Z")).containsExactly("4", "5");
    assertThat(write(reports, 6, "2026-01-31T13:00:00Z")).containsExactly("5", "6");
    // Another runtime of this process uses the same order.
    RunReportListener others = new ReportFolders().create(folder, 2);
    assertThat(write(others, 7, "2026-01-29T00:00:00Z")).containsExactly("6", "7");
    assertThat(write(reports, 8, "2026-01-28T00:00:00Z")).containsExactly("7", "8");
  }

  @Test
  void aClockThatWentBackBeforeTheStartRemovesNoNewReport() throws Exception {
    for (int i = 1; i <= 3; i++) {
      Files.writeString(
          folder.resolve("run-20300101-00000%d-000-00000%d-7-A.b.json".formatted(i, i)), "");
    }
    RunReportListener reports = new ReportFolders().create(folder, 2);
    assertThat(write(reports, 9, "2026-01-31T12:00:00Z")).containsExactly("3", "9");
    // A report of another process is new, too, whatever its clock shows.
    Files.writeString(folder.resolve("run-20200101-000000-000-000004-8-A.b.json"), "");
    assertThat(write(reports, 10, "2026-01-31T12:00:00Z")).containsExactly("10", "4");
  }
}
