package io.stepwright.slf4j;

import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The values of our keys in a thread's MDC. Immutable. */
record MdcKeys(
    @Nullable String agent, @Nullable String run, @Nullable String step, @Nullable String tool) {

  static final String AGENT = "agent";
  static final String RUN = "run";
  static final String STEP = "step";
  static final String TOOL = "tool";

  /**
   * Returns the values for a step, with the name as in reports and messages: an item of a fan-out
   * has its index behind the name, {@code label[3]}, followed by the chosen alternative, {@code
   * reply (refundReply)}. A step that a tool runs keeps the name of that tool.
   */
  static MdcKeys of(RunKey run, StepKey step) {
    String item = step.isItem() ? "[" + step.item() + "]" : "";
    String alternative = step.label().substring(step.name().length());
    return new MdcKeys(
        run.agent(), String.valueOf(run.id()), step.name() + item + alternative, MDC.get(TOOL));
  }

  /** Returns the values for a tool that the model of a step calls. */
  static MdcKeys of(RunKey run, StepKey step, String tool) {
    MdcKeys around = of(run, step);
    return new MdcKeys(around.agent, around.run, around.step, tool);
  }

  /** Returns the present values of the calling thread. */
  static MdcKeys current() {
    return new MdcKeys(MDC.get(AGENT), MDC.get(RUN), MDC.get(STEP), MDC.get(TOOL));
  }

  /** Sets these values on the calling thread. */
  void put() {
    put(AGENT, agent);
    put(RUN, run);
    put(STEP, step);
    put(TOOL, tool);
  }

  private static void put(String key, @Nullable String value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
