package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MaybeAbsentByCondition {
  enum Plan {
    FREE,
    PRO
  }

  @EntryPoint("sometimes")
  String direct(Plan plan, boolean quick); // <- MaybeAbsent: absent when 'quick' does not hold

  @EntryPoint("through")
  String indirect(Plan plan, boolean quick); // <- MaybeAbsent: absent when 'quick' does not hold

  @EntryPoint("both")
  String covered(Plan plan, boolean quick);

  @EntryPoint("guarded")
  String guarded(Plan plan, boolean quick); // <- MaybeAbsent: 'plan is FREE' does not hold

  @AgentStep
  @When("quick")
  default String sometimes() {
    return "";
  }

  @AgentStep
  default String through(@From("sometimes") String text) {
    return text;
  }

  @AgentStep("both")
  @When("quick")
  default String same(@From("sometimes") String text) {
    return text;
  }

  @AgentStep("both")
  @When("!quick")
  default String opposite() {
    return "";
  }

  @AgentStep
  @When(value = "plan", is = "FREE")
  default String guarded() {
    return "";
  }
}
