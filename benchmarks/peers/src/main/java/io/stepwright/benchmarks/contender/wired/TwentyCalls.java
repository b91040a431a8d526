package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** The flow {@code TWENTY}, in which every step calls a model. */
@Agent
public abstract class TwentyCalls {

  @EntryPoint("s20")
  public abstract int run(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/1 on {{n}} + 0.")
  protected abstract int s1(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/2 on {{n}} + 0.")
  protected abstract int s2(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/3 on {{n}} + 0.")
  protected abstract int s3(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/4 on {{s1}} + 0.")
  protected abstract int s4(int s1);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/5 on {{s1}} + {{s2}}.")
  protected abstract int s5(int s1, int s2);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/6 on {{s2}} + 0.")
  protected abstract int s6(int s2);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/7 on {{s3}} + 0.")
  protected abstract int s7(int s3);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/8 on {{s3}} + {{s4}}.")
  protected abstract int s8(int s3, int s4);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/9 on {{s5}} + 0.")
  protected abstract int s9(int s5);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/10 on {{s5}} + {{s6}}.")
  protected abstract int s10(int s5, int s6);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/11 on {{s6}} + 0.")
  protected abstract int s11(int s6);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/12 on {{s7}} + 0.")
  protected abstract int s12(int s7);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/13 on {{s8}} + 0.")
  protected abstract int s13(int s8);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/14 on {{s9}} + {{s10}}.")
  protected abstract int s14(int s9, int s10);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/15 on {{s10}} + {{s11}}.")
  protected abstract int s15(int s10, int s11);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/16 on {{s12}} + 0.")
  protected abstract int s16(int s12);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/17 on {{s13}} + {{s14}}.")
  protected abstract int s17(int s13, int s14);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/18 on {{s15}} + 0.")
  protected abstract int s18(int s15);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/19 on {{s16}} + {{s17}}.")
  protected abstract int s19(int s16, int s17);

  @AgentStep
  @Model("model")
  @Prompt("Step TWENTY/20 on {{s18}} + {{s19}}.")
  protected abstract int s20(int s18, int s19);
}
