package io.stepwright.slf4j;

import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What a thread's MDC has under our keys. Immutable. */
record MdcKeys(@Nullable String agent, @Nullable String run, @Nullable String step) {

  static final String AGENT = "agent";
  static final String RUN = "run";
  static final String STEP = "step";

  /**
   * The values of a step, with the name that reports and messages show: an item of a fan-out has
   * its index behind the name, {@code label[3]}, and then the alternative that runs, {@code reply
   * (refundReply)}.
   */
  static MdcKeys of(RunKey run, StepKey step) {
    String item = step.isItem() ? "[" + step.item() + "]" : "";
    String alternative = step.label().substring(step.name().length());
    return new MdcKeys(run.agent(), String.valueOf(run.id()), step.name() + item + alternative);
  }

  /** What the calling thread has now. */
  static MdcKeys current() {
    return new MdcKeys(MDC.get(AGENT), MDC.get(RUN), MDC.get(STEP));
  }

  /** Makes them those of the calling thread. */
  void put() {
    put(AGENT, agent);
    put(RUN, run);
    put(STEP, step);
  }

  private static void put(String key, @Nullable String value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
