package app;

import io.stepwright.*;

@Agent
interface MaybeAbsentBySealed {
  sealed interface Mail permits Bug, Note {}

  record Bug(String title) implements Mail {}

  record Note(String text) implements Mail {}

  enum Mood {
    CALM,
    ANGRY
  }

  record Both(
      String reply) {} // <- MaybeAbsent: or add another method of step 'reply' for Note. [ecj none]

  @EntryPoint("reply")
  String run(Mail mail); // <- MaybeAbsent: Return Optional<String>, or add another method of step 'reply' for Note.

  @EntryPoint
  Both both(Mail mail);

  @AgentStep
  default String reply(Bug mail) {
    return mail.title();
  }

  @EntryPoint("calm")
  String mood(Mood mood); // <- MaybeAbsent: Return Optional<String>, or add another method of step 'calm' for ANGRY.

  @AgentStep
  @When(value = "mood", is = "CALM")
  default String calm() {
    return "";
  }
}
