package io.stepwright.it.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares the duration of runs with the critical path. */
@Timeout(120)
class MakespanTest {

  private static final int RUNS = 7;

  @Test
  void aSlowBranchBesideADiamondCostsNothing() {
    try (AgentRuntime runtime = Runtimes.withoutModels()) {
      Detour detour = new WiredDetour(runtime);
      List<AgentResult<Detour.Arrived>> results = runs(() -> detour.go(1));
      assertThat(results).extracting(AgentResult::value).containsOnly(new Detour.Arrived(7, 3));
      List<RunReport> reports = reports(results);
      assertThat(median(reports, MakespanTest::ratio)).isLessThanOrEqualTo(1.05);
      // Also checks against real time: the steps sleep 1,100 ms in all, both chains 500 ms, stages
      // 800 ms.
      assertThat(median(reports, r -> seconds(r.criticalPathTime()))).isBetween(0.5, 0.6);
      assertThat(median(reports, r -> seconds(r.stepTime()))).isBetween(1.1, 1.3);
      assertThat(reports)
          .allSatisfy(
              r ->
                  assertThat(r.criticalPath())
                      .isIn(List.of("a", "c", "d"), List.of("slow", "after")));
    }
  }

  @Test
  void modelStepsTakeTheTimeOfTheirLongestChain() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Advice advice = new WiredAdvice(runtime);
      advice.advise("warm up");
      server.answer(
          request ->
              Answer.chat()
                  .delay(Duration.ofMillis(request.prompt().startsWith("mood") ? 280 : 150)));
      List<RunReport> reports = reports(runs(() -> advice.advise("how?")));
      assertThat(median(reports, MakespanTest::ratio)).isLessThanOrEqualTo(1.05);
      assertThat(median(reports, r -> seconds(r.criticalPathTime()))).isBetween(0.3, 0.4);
      assertThat(median(reports, r -> seconds(r.stepTime()))).isBetween(0.58, 0.75);
      assertThat(server.count()).isEqualTo(3 + 3 * RUNS);
    }
  }

  private static <T> List<AgentResult<T>> runs(Supplier<AgentResult<T>> run) {
    List<AgentResult<T>> results = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      AgentResult<T> result = run.get();
      // The wall time in the report must include the whole time that the caller waits.
      assertThat(result.report().wallTime())
          .isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - start));
      results.add(result);
    }
    return results;
  }

  private static <T> List<RunReport> reports(List<AgentResult<T>> results) {
    return results.stream().map(AgentResult::report).toList();
  }

  private static double ratio(RunReport report) {
    return seconds(report.wallTime()) / seconds(report.criticalPathTime());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double median(List<RunReport> reports, Function<RunReport, Double> figure) {
    return reports.stream()
        .map(figure)
        .sorted(Comparator.naturalOrder())
        .skip(RUNS / 2)
        .findFirst()
        .orElseThrow();
  }
}
