package io.stepwright.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A default locale with other digits changes no output. */
class OtherDigitsTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final StepInfo STEP = StepInfo.code(AGENT, "step");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "handle").step(STEP);

  @TempDir private Path folder;
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void useOtherDigits() {
    Locale.setDefault(new Locale("ar", "EG"));
    assertThat(String.format("%d", 7)).as("the locale has digits of its own").isEqualTo("\u0667");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static void assertOrdinary(String text) {
    assertThat(text.codePoints().filter(c -> Character.isDigit(c) && (c < '0' || c > '9')))
        .isEmpty();
  }

  @Test
  void theTextsOfReportsHaveOrdinaryDigits() {
    for (RunReport report :
        List.of(SampleRuns.everything(), SampleRuns.failed(), SampleRuns.items(2_000))) {
      assertOrdinary(report.toText());
      assertOrdinary(report.toText(200, true));
      assertOrdinary(report.toString());
      report.steps().forEach(step -> assertOrdinary(step.toString() + step.cache()));
    }
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void renderingsHaveOrdinaryDigits(ReportFormat format) {
    assertOrdinary(format.render(SampleRuns.items(2_000)));
    assertOrdinary(format.renderWithContent(SampleRuns.everything()));
  }

  @Test
  void theFolderKeepsAsManyAsItIsTold() throws Exception {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("io.stepwright.runs").addHandler(handler);
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.report.dir", folder.toString())
            .configuration("stepwright.report.keep", "2")
            .configuration("stepwright.log.runs", "true")
            .build()) {
      for (int i = 0; i < 6; i++) {
        try (Run run = runtime.wiring(AGENT, STEP).start(ENTRY)) {
          run.result(run.call(STEP, step -> "x"));
        }
      }
    } finally {
      Logger.getLogger("io.stepwright.runs").removeHandler(handler);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(4)
          .allMatch(name -> name.matches("run-[-0-9]+-Desk\\.handle\\.(html|json)"));
    }
    assertThat(lines).hasSize(6).allSatisfy(OtherDigitsTest::assertOrdinary);
  }
}
