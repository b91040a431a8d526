package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.benchmarks.flow.Steps;

/** The flow {@code TWENTY}: twenty steps. */
@Agent
public abstract class Twenty {

  private final Steps steps;

  protected Twenty(Steps steps) {
    this.steps = steps;
  }

  @EntryPoint("s20")
  public abstract int run(int n);

  @AgentStep
  protected int s1(int n) throws InterruptedException {
    return steps.step(1, n);
  }

  @AgentStep
  protected int s2(int n) throws InterruptedException {
    return steps.step(2, n);
  }

  @AgentStep
  protected int s3(int n) throws InterruptedException {
    return steps.step(3, n);
  }

  @AgentStep
  protected int s4(int s1) throws InterruptedException {
    return steps.step(4, s1);
  }

  @AgentStep
  protected int s5(int s1, int s2) throws InterruptedException {
    return steps.step(5, s1 + s2);
  }

  @AgentStep
  protected int s6(int s2) throws InterruptedException {
    return steps.step(6, s2);
  }

  @AgentStep
  protected int s7(int s3) throws InterruptedException {
    return steps.step(7, s3);
  }

  @AgentStep
  protected int s8(int s3, int s4) throws InterruptedException {
    return steps.step(8, s3 + s4);
  }

  @AgentStep
  protected int s9(int s5) throws InterruptedException {
    return steps.step(9, s5);
  }

  @AgentStep
  protected int s10(int s5, int s6) throws InterruptedException {
    return steps.step(10, s5 + s6);
  }

  @AgentStep
  protected int s11(int s6) throws InterruptedException {
    return steps.step(11, s6);
  }

  @AgentStep
  protected int s12(int s7) throws InterruptedException {
    return steps.step(12, s7);
  }

  @AgentStep
  protected int s13(int s8) throws InterruptedException {
    return steps.step(13, s8);
  }

  @AgentStep
  protected int s14(int s9, int s10) throws InterruptedException {
    return steps.step(14, s9 + s10);
  }

  @AgentStep
  protected int s15(int s10, int s11) throws InterruptedException {
    return steps.step(15, s10 + s11);
  }

  @AgentStep
  protected int s16(int s12) throws InterruptedException {
    return steps.step(16, s12);
  }

  @AgentStep
  protected int s17(int s13, int s14) throws InterruptedException {
    return steps.step(17, s13 + s14);
  }

  @AgentStep
  protected int s18(int s15) throws InterruptedException {
    return steps.step(18, s15);
  }

  @AgentStep
  protected int s19(int s16, int s17) throws InterruptedException {
    return steps.step(19, s16 + s17);
  }

  @AgentStep
  protected int s20(int s18, int s19) throws InterruptedException {
    return steps.step(20, s18 + s19);
  }
}
