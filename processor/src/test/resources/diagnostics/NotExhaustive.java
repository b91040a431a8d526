package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface NotExhaustive {
  enum Plan {
    FREE,
    TEAM,
    PRO
  }

  record Replies(String byPlan, String byText, String twice, String never, Optional<String> odd) {}

  @EntryPoint
  Replies run(Plan plan, String tone, boolean quick);

  @AgentStep("byPlan") // <- NotExhaustive: No alternative of step 'byPlan' runs when plan is TEAM
  @When(value = "plan", is = "FREE")
  default String free() {
    return "";
  }

  @AgentStep("byPlan")
  @When(value = "plan", is = "PRO")
  default String pro() {
    return "";
  }

  @AgentStep("byText") // <- NotExhaustive: when tone is any other
  @When(value = "tone", is = "formal")
  default String formal() {
    return "";
  }

  @AgentStep("byText")
  @When(value = "tone", is = "warm")
  default String warm() {
    return "";
  }

  @AgentStep("twice")
  @When(value = "plan", is = {"FREE", "TEAM"})
  default String some() {
    return "";
  }

  @AgentStep("twice")
  @When(value = "plan", is = {"TEAM", "PRO"}) // <- Overlap: would run when plan is TEAM
  default String others() {
    return "";
  }

  @AgentStep("never")
  @When("quick")
  default String quick() {
    return "";
  }

  @AgentStep("never")
  @When("!quick")
  default String slow() {
    return "";
  }

  @AgentStep("never")
  default String neither() { // <- NeverRuns: Its alternatives cover every case
    return "";
  }

  @AgentStep
  @When("quick")
  @When("!quick")
  default String odd() { // <- NeverRuns: Its conditions exclude each other
    return "";
  }
}
