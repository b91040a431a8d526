package io.stepwright.examples.traveldesk;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** Reads the regulations of a country. An agent of its own, which {@link TravelDesk} asks. */
@Agent
public interface EntryRules {

  record Entry(boolean visaNeeded, String advice) {}

  @EntryPoint
  Entry check(String passport, String country);

  @AgentStep
  default String regulation(String passport, String country) {
    return Regulations.of(passport, country);
  }

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt(
      """
      Does a traveller with a passport of {{passport}} need a visa for {{country}}?
      The regulation: {{regulation}}
      """)
  Entry entry(String passport, String country, String regulation);
}
