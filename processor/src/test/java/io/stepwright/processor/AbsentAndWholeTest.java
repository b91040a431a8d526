package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;

/**
 * Alternatives of which none holds, and lists of which one step needs single items and another the
 * whole.
 */
class AbsentAndWholeTest {

  private static Compiled compile(TestCompiler compiler, String name, String body) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/" + name + ".java",
                "package app;\nimport io.stepwright.*;\nimport java.util.*;\n" + body)
            .compile();
    assertThat(compiled.errors()).as(compiled.messages().toString()).isEmpty();
    return compiled;
  }

  private static RunningAgent run(Compiled compiled, String name) throws Exception {
    return new RunningAgent(compiled, name, new FakeModel(request -> request.prompt() + "!"));
  }

  @EveryCompiler
  void neitherOfTwoOppositesHoldsIfTheBooleanIsAbsent(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Gate",
            """
            @Agent
            public interface Gate {
              record Done(Optional<String> way, String beside) {}
              @EntryPoint Done run(String text);
              @AgentStep default String beside(String text) { return "beside"; }
              @AgentStep default Optional<Boolean> open(String beside, String text) {
                return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("open"));
              }
              @AgentStep default String slow(Optional<Boolean> open) { return "slow"; }
              @AgentStep("way") @When("!open") default String round(String slow) { return "round"; }
              @AgentStep("way") @When("open") default String through() { return "through"; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Gate")) {
      assertThat(agent.call("run", "open"))
          .hasToString("Done[way=Optional[through], beside=beside]");
      assertThat(agent.call("run", "shut")).hasToString("Done[way=Optional[round], beside=beside]");
      assertThat(agent.call("run", "")).hasToString("Done[way=Optional.empty, beside=beside]");
    }
  }

  @EveryCompiler
  void itemsOfAListUnderAConditionAreTakenOneByOne(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Reader",
            """
            @Agent
            public interface Reader {
              record Done(Optional<List<String>> facts, Optional<List<String>> notes) {}
              @EntryPoint Done run(List<String> pages, boolean careful);
              @AgentStep("facts") @When("careful") default String fact(@Each("pages") String page) {
                return page + "!";
              }
              @AgentStep("notes") default String note(@Each("pages") String page, @Each("facts") String fact) {
                return page + fact;
              }
            }
            """);
    assertThat(compiled.source("app/WiredReader.java"))
        .contains("run.absentEach(FACTS, \"careful is false\")")
        .contains("facts.item(index)");
    try (RunningAgent agent = run(compiled, "Reader")) {
      assertThat(agent.call("run", List.of("a", "b"), true))
          .hasToString("Done[facts=Optional[[a!, b!]], notes=Optional[[aa!, bb!]]]");
      assertThat(agent.call("run", List.of("a", "b"), false))
          .hasToString("Done[facts=Optional.empty, notes=Optional.empty]");
    }
  }

  @EveryCompiler
  void aListIsWaitedForAsAWholeWhereItIsAskedForSo(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Counter",
            """
            @Agent
            public abstract class Counter {
              public record Done(List<String> seen, List<String> shares) {}
              @EntryPoint public abstract Done run(List<String> pages);
              @AgentStep("facts") @Model("small") @Prompt("{{page}}")
              protected abstract String fact(@Each("pages") String page);
              @AgentStep(value = "seen", after = "facts") protected String see(@Each("facts") String fact) {
                return fact;
              }
              @AgentStep("shares") protected String share(@Each("facts") String fact, @From("facts") List<String> all) {
                return fact + "/" + all.size();
              }
            }
            """);
    assertThat(compiled.source("app/WiredCounter.java")).doesNotContain("run.each(SEEN, facts");
    try (RunningAgent agent = run(compiled, "Counter")) {
      assertThat(agent.call("run", List.of("a", "b", "c")))
          .hasToString("Done[seen=[a!, b!, c!], shares=[a!/3, b!/3, c!/3]]");
    }
  }

  @EveryCompiler
  void whoAsksForAbsenceDoesNotHoldBackAResultThatIsAbsent(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Search",
            """
            @Agent
            public abstract class Search {
              public record Done(Optional<String> both) {}
              boolean ended;
              public boolean ended() { return ended; }
              @EntryPoint public abstract Done run(String text);
              @AgentStep protected Optional<String> found(String text) {
                return text.isEmpty() ? Optional.empty() : Optional.of(text);
              }
              @AgentStep @When("!found") protected String guess() throws InterruptedException {
                new java.util.concurrent.CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.SECONDS);
                ended = true;
                return "guess";
              }
              @AgentStep protected String both(String found, Optional<String> guess) { return found; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Search")) {
      assertThat(agent.call("run", "tea")).hasToString("Done[both=Optional[tea]]");
      assertThat(agent.call("run", "")).hasToString("Done[both=Optional.empty]");
      assertThat(compiled.source("app/WiredSearch.java")).contains("run.fork(GUESS");
    }
  }
}
