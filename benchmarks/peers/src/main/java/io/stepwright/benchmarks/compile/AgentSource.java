package io.stepwright.benchmarks.compile;

/**
 * The source of an agent of ten steps: six model calls, of which three return records or enums and
 * one is cached by meaning, one regular expression, and three code steps.
 */
final class AgentSource {

  static final String TEXT =
      """
      package bench;

      import io.stepwright.*;
      import java.util.List;
      import java.util.Optional;

      @Agent
      public abstract class ClassNumber {
        public record Signup(String name, String email, String message, int seats) {}
        public enum Intent { EVALUATE, MIGRATE, BUILD, OTHER }
        /** @param subject at most eight words
            @param body    plain text, two short paragraphs */
        public record Email(String subject, String body) {}
        public record Profile(String company, List<String> topics, Optional<Integer> size) {}
        public record Outcome(Email email, String note, String summary, int priority, String tone) {}

        @EntryPoint(timeout = "10s")
        public abstract Outcome handle(Signup signup);

        @AgentStep @Model("gpt-4o-mini") @Cached(similarity = 0.95)
        @Prompt("What does this new user want? {{signup.message}}")
        protected abstract Intent intent(Signup signup);

        @AgentStep @Model("gpt-4o-mini")
        @Prompt(value = "Who is this? {{signup}}", system = "You know companies.")
        protected abstract Profile profile(Signup signup);

        @AgentStep @Regex("[\\\\w.]+@(?<host>[\\\\w.]+)")
        protected abstract Optional<String> host(String address);

        @AgentStep
        protected String address(Signup signup) { return signup.email(); }

        @AgentStep
        protected int priority(Signup signup, Profile profile) {
          return signup.seats() + profile.topics().size();
        }

        @AgentStep
        protected String tone(Intent intent) { return intent == Intent.OTHER ? "open" : "sure"; }

        @AgentStep @Model("gpt-4o-mini")
        @Prompt("Write a welcome e-mail to {{signup.name}}, who wants to {{intent}}, in a tone that is {{tone}}.")
        protected abstract Email email(Signup signup, Intent intent, String tone);

        @AgentStep @Model("ollama/llama3:8b")
        @Prompt("Note for the CRM in one sentence: {{signup}}, {{profile.company}}")
        protected abstract String note(Signup signup, Profile profile);

        @AgentStep @Model("gpt-4o-mini")
        @Prompt("Translate into plain words: {{note}} {{host}}")
        protected abstract String plain(String note, Optional<String> host);

        @AgentStep @Model("gpt-4o-mini")
        @Prompt("Sum up: {{plain}} {{email.subject}}")
        protected abstract String summary(String plain, Email email);
      }
      """;

  private AgentSource() {}
}
