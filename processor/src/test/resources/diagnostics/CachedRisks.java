package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CachedRisks {
  record Ticket(String email, String firstName, String message, String plan) {}

  enum Mood {
    GOOD,
    BAD
  }

  record Answers(
      String bare, String varied, String leaks, String names, String keyed, Mood mood, String equal) {}

  @EntryPoint
  Answers run(Ticket ticket, String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  @Cached(similarity = 0.9, guards = {}) // <- CachedWithoutGuards: without any guard
  String bare(String text);

  @AgentStep
  @Model(value = "m", temperature = 0.7) // <- CachedTemperature: a temperature of 0.7
  @Prompt("{{text}}")
  @Cached
  String varied(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{ticket.message}}")
  @Cached(similarity = 0.9) // <- CachedPersonal: ticket.email, ticket.firstName beside it
  String leaks(Ticket ticket);

  @AgentStep
  @Model("m")
  @Prompt("Greet {{ticket.firstName}}")
  @Cached(similarity = 0.9) // <- CachedPersonal: which looks personal
  String names(Ticket ticket);

  @AgentStep
  @Model("m")
  @Prompt("{{ticket}}")
  @Cached(similarity = 0.9, on = "ticket.message")
  String keyed(Ticket ticket);

  @AgentStep
  @Model("m")
  @Prompt("{{ticket.message}}")
  @Cached(similarity = 0.9)
  Mood mood(Ticket ticket);

  @AgentStep
  @Model("m")
  @Prompt("{{ticket.message}}")
  @Cached
  String equal(Ticket ticket);
}
