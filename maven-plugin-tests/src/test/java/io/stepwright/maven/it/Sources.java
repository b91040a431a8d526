package io.stepwright.maven.it;

/** Sources of small agents. */
final class Sources {

  /** Has a prompt in the file {@code greet.md}. */
  static final String GREETER =
      """
      package app;

      import io.stepwright.Agent;
      import io.stepwright.AgentStep;
      import io.stepwright.EntryPoint;
      import io.stepwright.Model;
      import io.stepwright.Prompt;

      @Agent
      public interface Greeter {
        @EntryPoint
        String run(String name);

        @AgentStep @Model("m") @Prompt(file = "greet.md")
        String greeting(String name);
      }
      """;

  /** Has no model step. */
  static final String DOUBLER =
      """
      package app;

      import io.stepwright.Agent;
      import io.stepwright.AgentStep;
      import io.stepwright.EntryPoint;

      @Agent
      public interface Doubler {
        @EntryPoint("doubled")
        int run(int number);

        @AgentStep
        default int doubled(int number) {
          return 2 * number;
        }
      }
      """;

  /** Selects a template by a constant of {@code Mood}. */
  static final String LETTERS =
      """
      package app;

      import io.stepwright.Agent;
      import io.stepwright.AgentStep;
      import io.stepwright.EntryPoint;
      import io.stepwright.Template;

      @Agent
      public interface Letters {
        enum Mood { GLAD, SAD }

        @EntryPoint("letter")
        String write(String name, Mood mood);

        @AgentStep @Template("letters/{mood}.txt")
        String letter(String name, Mood mood);
      }
      """;

  private Sources() {}
}
