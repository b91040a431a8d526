package io.stepwright.benchmarks.telemetry;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;

/**
 * An agent of three empty steps, one of them forked, written as a generated class would run it. The
 * whole time of a run is overhead.
 */
final class Errands {

  private static final AgentInfo AGENT = new AgentInfo("Errands", "benchmarks.Errands");
  private static final StepInfo FIRST = StepInfo.code(AGENT, "first");
  private static final StepInfo BESIDE = StepInfo.code(AGENT, "beside");
  private static final StepInfo LAST = StepInfo.code(AGENT, "last");
  private static final EntryPointInfo RUN =
      EntryPointInfo.of(AGENT, "run").step(BESIDE).step(FIRST).step(LAST, FIRST);

  private final Wiring wiring;
  private final EntryPointInfo entryPoint;

  /**
   * Creates an agent.
   *
   * @param reported true if its runs are recorded for a report
   */
  Errands(AgentRuntime runtime, boolean reported) {
    wiring = runtime.wiring(AGENT, FIRST, BESIDE, LAST);
    entryPoint = reported ? RUN.reported() : RUN;
  }

  int run() {
    try (Run run = wiring.start(entryPoint)) {
      Forked<Integer> beside = run.fork(BESIDE, step -> 1);
      int first = run.call(FIRST, step -> 2);
      int last = run.call(LAST, step -> first + 3);
      return run.result(last + beside.join());
    }
  }
}
