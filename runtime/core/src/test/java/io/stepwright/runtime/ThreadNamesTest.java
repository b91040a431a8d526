package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadNamesTest {

  /** Returns the names of the threads of a fork and of two items that run at once. */
  private static List<String> names(String setting) throws Exception {
    try (AgentRuntime runtime =
            AgentRuntime.builder().configuration("stepwright.threads.named", setting).build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      CountDownLatch inside = new CountDownLatch(3);
      Forked<String> fork = run.fork(A, step -> name(inside));
      ForkedEach<String> each =
          run.each(B.atOnce(2), () -> List.of(0, 1), (step, item) -> name(inside));
      // The caller must not help, or its thread would be one of them.
      assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
      List<String> items = each.join();
      return run.result(List.of(fork.join(), items.get(0), items.get(1)));
    }
  }

  private static String name(CountDownLatch inside) throws InterruptedException {
    inside.countDown();
    assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
    return Thread.currentThread().getName();
  }

  @Test
  void theyTellTheStep() throws Exception {
    assertThat(names("false")).containsExactly("Onboarding.a", "Onboarding.b", "Onboarding.b");
  }

  @Test
  void theyTellTheRunAndTheItemIfThatIsAskedFor() throws Exception {
    List<String> names = names("true");
    String run = names.get(0).substring("Onboarding.a".length());
    assertThat(run).matches("#\\d+");
    assertThat(names)
        .containsExactly(
            "Onboarding.a" + run, "Onboarding.b" + run + "[0]", "Onboarding.b" + run + "[1]");
    assertThat(names("true").get(0)).as("of another run").isNotEqualTo(names.get(0));
  }
}
