package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.StepFailedException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Generated code of templates compiles without a warning, and selects the right file. */
class TemplateCodeTest {

  private static final FakeModel NO_MODEL = new FakeModel(request -> "");

  private static Compilation strict(TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler);
    return compiler == TestCompiler.JAVAC
        ? compilation.option("-Xlint:all").option("-Werror")
        : compilation;
  }

  @EveryCompiler
  void theUsersNamesWinOverOurs(TestCompiler compiler) {
    Compiled compiled =
        strict(compiler)
            .source(
                "app/Names.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.List;
                @Agent
                public abstract class Names {
                  public enum Kind { A, B }
                  public record Prompt(String text) {}
                  public record Optional(String value) {}
                  public record MailSlots(String wait_, java.util.Optional<List<Kind>> key) {}
                  public record Tree(String label, List<Tree> children) {}
                  @EntryPoint("mail") abstract MailSlots run(Kind step, Prompt prompt, String written, String key);
                  @EntryPoint("tree_") abstract Tree tree(String label);
                  MailSlots mailB(Prompt prompt) { return null; }
                  @AgentStep @Model("m") @Cached
                  @Template("mail/{step}.json")
                  protected abstract MailSlots mail(Kind step, Prompt prompt, String written, String key);
                  @AgentStep @Template("tree.json") abstract Tree tree_(String label);
                }
                """)
            .resource(
                "mail/A.json",
                "{\"wait_\": \"{{prompt}} {{write: a {{written}}}} {{write: b}}\","
                    + " \"key\": \"{{write: {{key}}}}\"}")
            .resource("mail/B.json", "{\"wait_\": \"x {{prompt.text}}\", \"key\": [\"A\", \"B\"]}")
            .resource(
                "tree.json",
                "{\"label\": \"{{label}}\", \"children\": [{\"label\": \"a\", \"children\": []}]}")
            .compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredNames.java"))
        .contains("private record MailSlots2(")
        .contains("ModelStep<MailSlots2> MAIL =");
  }

  @EveryCompiler
  void severalPlacesInAPathChooseOneFile(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        strict(compiler)
            .source(
                "app/Both.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.Optional;
                @Agent
                public interface Both {
                  enum Plan { FREE, TEAM }
                  enum Wish { BUY, ASK }
                  record User(Plan plan, boolean known) {}
                  @EntryPoint String write(User user, Wish wish);
                  @AgentStep @Template("{user.plan}/{wish}-{user.known}.txt") String text(User user, Wish wish);
                  @EntryPoint("maybe") Optional<Integer> number(Wish wish);
                  @AgentStep @Template("{wish}.json") Optional<Integer> maybe(Wish wish);
                }
                """)
            .resource("FREE/BUY-true.txt", "one")
            .resource("FREE/default-false.txt", "two")
            .resource("default/ASK-default.txt", "three")
            .resource("default/default-default.txt", "four")
            .resource("TEAM/default-true.txt", "five")
            .resource("BUY.json", "17")
            .resource("ASK.json", "null")
            .compile();
    assertThat(compiled.errors()).isEmpty();
    try (RunningAgent agent = new RunningAgent(compiled, "Both", NO_MODEL)) {
      assertThat(text(agent, "FREE", true, "BUY")).isEqualTo("one");
      assertThat(text(agent, "FREE", false, "BUY")).isEqualTo("two");
      assertThat(text(agent, "FREE", false, "ASK")).isEqualTo("two");
      assertThat(text(agent, "FREE", true, "ASK")).isEqualTo("three");
      assertThat(text(agent, "TEAM", true, "BUY")).isEqualTo("five");
      assertThat(text(agent, "TEAM", false, "BUY")).isEqualTo("four");
      assertThat(text(agent, "TEAM", false, "ASK")).isEqualTo("three");
      assertThat(agent.call("number", agent.constant("Wish", "BUY"))).hasToString("Optional[17]");
      assertThat(agent.call("number", agent.constant("Wish", "ASK"))).hasToString("Optional.empty");
    }
  }

  private static Object text(RunningAgent agent, String plan, boolean known, String wish)
      throws Throwable {
    Object user = agent.make("User", agent.constant("Plan", plan), known);
    return agent.call("write", user, agent.constant("Wish", wish));
  }

  @Test
  void aConstantOfANewerJarIsNamed() throws Throwable {
    String wish = "package app; public enum Wish { %s }";
    Compiled newer =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Wish.java", wish.formatted("BUY, ASK, SELL"))
            .compile();
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Wish.java", wish.formatted("BUY, ASK"))
            .source(
                "app/Late.java",
                """
                package app;
                import io.stepwright.*;
                @Agent
                public interface Late {
                  record In(Wish wish) {}
                  @EntryPoint("exact") String exact(In in);
                  @AgentStep("exact") @Template("exact/{in.wish}.txt") String exactly(In in);
                  @EntryPoint("loose") String loose(In in);
                  @AgentStep("loose") @Template("loose/{in.wish}.txt") String loosely(In in);
                }
                """)
            .resource("exact/BUY.txt", "buy")
            .resource("exact/ASK.txt", "ask")
            .resource("loose/BUY.txt", "buy")
            .resource("loose/ASK.txt", "ask")
            .resource("loose/default.txt", "other")
            .compile();
    assertThat(compiled.errors()).isEmpty();
    URL[] classes = {newer.classes().toUri().toURL(), compiled.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
        RunningAgent agent = new RunningAgent(loader, "Late", NO_MODEL)) {
      Object sell = loader.loadClass("app.Wish").getField("SELL").get(null);
      Object in = agent.make("In", sell);
      assertThat(agent.call("loose", in)).isEqualTo("other");
      assertThatThrownBy(() -> agent.call("exact", in))
          .isInstanceOf(StepFailedException.class)
          .hasRootCauseMessage("Late.exact: template 'exact/{in.wish}.txt' has no file for SELL");
    }
  }
}
