package io.stepwright.slf4j;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import org.slf4j.MDC;

/** A program that runs an agent once, with something in its MDC. */
final class LoggedRun {

  private static final AgentInfo AGENT = new AgentInfo("Bot", "app.Bot");
  private static final StepInfo STEP = StepInfo.code(AGENT, "step");

  private LoggedRun() {}

  public static void main(String[] arguments) throws Exception {
    RunListener broken =
        event -> {
          throw new IllegalStateException("broken");
        };
    MDC.put("request", "r-9");
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.log.runs", "true")
            .listener(broken)
            .build()) {
      try (Run run = runtime.wiring(AGENT, STEP).start(EntryPointInfo.of(AGENT, "answer"))) {
        run.result(run.call(STEP, step -> "x"));
      }
      String later =
          runtime
              .wiring(AGENT, STEP)
              .async(
                  EntryPointInfo.of(AGENT, "later"), run -> run.result(run.call(STEP, step -> "y")))
              .get();
      System.out.println("value " + later);
    }
  }
}
