package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions, alternatives and lists, compiled without a warning and run. */
class ConditionsRunTest {

  private static final String HEAD =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      """;

  private static Compiled compile(TestCompiler compiler, String name, String body) {
    Compilation compilation =
        Compilation.with(compiler).source("app/" + name + ".java", HEAD + body);
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xlint:all").option("-Werror");
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.errors()).as(compiled.messages().toString()).isEmpty();
    return compiled;
  }

  private static RunningAgent run(Compiled compiled, String name) throws Exception {
    return new RunningAgent(
        compiled,
        name,
        new FakeModel(
            request -> {
              throw new AssertionError("no step asks a model");
            }));
  }

  @EveryCompiler
  void messagesTellAlternativesOfOneMethodNameApart(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Talk",
            """
            @Agent
            public interface Talk {
              sealed interface Kind permits Refund, Question {}
              record Refund(int amount) implements Kind {}
              record Question(String topic) implements Kind {}
              @EntryPoint String run(Kind kind);
              @AgentStep("said") @When(value = "kind", is = "Refund")
              default String say(@From("kind") Refund refund) { throw new IllegalStateException(); }
              @AgentStep("said") @When(value = "kind", is = "Question")
              default String say(@From("kind") Question question) { return "on " + question.topic(); }
            }
            """);
    try (RunningAgent agent = run(compiled, "Talk")) {
      Object refund = agent.make("Refund", 7);
      assertThatThrownBy(() -> agent.call("run", refund))
          .hasMessageStartingWith("Step 'said (say(Refund))' of agent Talk failed");
      assertThat(agent.call("run", agent.make("Question", "tea"))).isEqualTo("on tea");
    }
  }

  @EveryCompiler
  void parametersOfPermittedTypesChooseTheAlternative(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Inbox",
            """
            @Agent
            public interface Inbox {
              sealed interface Mail permits Bug, Order, Other {}
              sealed interface Order extends Mail permits Purchase, Refund {}
              record Bug(String title) implements Mail {}
              record Purchase(int amount) implements Order {}
              record Refund(int amount) implements Order {}
              record Other() implements Mail {}
              @EntryPoint("reply") String run(String kind);
              @AgentStep default Mail mail(String kind) {
                return switch (kind) {
                  case "bug" -> new Bug("crash");
                  case "buy" -> new Purchase(7);
                  case "refund" -> new Refund(8);
                  default -> new Other();
                };
              }
              @AgentStep("reply") default String bug(Bug bug) { return "fix " + bug.title(); }
              @AgentStep("reply") default String order(Order mail) { return "order " + mail; }
              @AgentStep("reply") default String other(Other nothing) { return "thanks"; }
            }
            """);
    assertThat(compiled.source("app/WiredInbox.java")).contains("Bug bug");
    try (RunningAgent agent = run(compiled, "Inbox")) {
      assertThat(agent.call("run", "bug")).isEqualTo("fix crash");
      assertThat(agent.call("run", "buy")).isEqualTo("order Purchase[amount=7]");
      assertThat(agent.call("run", "refund")).isEqualTo("order Refund[amount=8]");
      assertThat(agent.call("run", "x")).isEqualTo("thanks");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void pathsGoOnIntoTheRecordThatAConditionNames(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Triage",
            """
            @Agent
            public interface Triage {
              enum Severity { HIGH, LOW }
              sealed interface Cause permits Crash, Slow {}
              record Crash(List<String> frames) implements Cause {}
              record Slow(int seconds) implements Cause {}
              sealed interface Mail permits Bug, Question {}
              record Bug(Severity severity, Cause cause) implements Mail {}
              record Question(String text) implements Mail {}

              record All(String reply, Optional<List<String>> lines, Optional<String> seconds,
                  Optional<String> late) {}

              @EntryPoint All run(Mail mail, String id);

              @AgentStep("reply") @When(value = "mail.severity", is = "HIGH")
              default String urgent(@From("mail") Bug bug) { return "at once: " + bug.severity(); }

              @AgentStep("reply") @When(value = "mail.severity", is = "LOW")
              default String later(@From("mail") Bug bug) { return "later"; }

              @AgentStep("reply")
              default String answer(@From("mail") Question question) { return question.text(); }

              @AgentStep @When(value = "mail.cause", is = "Crash") @When(value = "mail", is = "Bug")
              default String lines(@Each("mail.cause.frames") String frame) { return frame + "!"; }

              @AgentStep @When(value = "mail", is = "Bug")
              default String seconds(@From("mail.cause") Slow slow) { return slow.seconds() + " s"; }

              @AgentStep default Mail copy(Mail mail, String id) { return mail; }

              @AgentStep @When(value = "copy", is = "Bug") @When(value = "copy.severity", is = "LOW")
              default String late(@From("copy.cause") Cause cause, String reply) {
                return reply + " " + cause.getClass().getSimpleName();
              }
            }
            """);
    try (RunningAgent agent = run(compiled, "Triage")) {
      Object crash = agent.make("Crash", List.of("a", "b"));
      Object slow = agent.make("Slow", 3);
      Object high = agent.constant("Severity", "HIGH");
      Object low = agent.constant("Severity", "LOW");
      assertThat(agent.call("run", agent.make("Bug", high, crash), "x"))
          .hasToString(
              "All[reply=at once: HIGH, lines=Optional[[a!, b!]], seconds=Optional.empty,"
                  + " late=Optional.empty]");
      assertThat(agent.call("run", agent.make("Bug", low, slow), "x"))
          .hasToString(
              "All[reply=later, lines=Optional.empty, seconds=Optional[3 s],"
                  + " late=Optional[later Slow]]");
      assertThat(agent.call("run", agent.make("Question", "why"), "x"))
          .hasToString(
              "All[reply=why, lines=Optional.empty, seconds=Optional.empty, late=Optional.empty]");
    }
  }

  @EveryCompiler
  void whatHoldsDecidesWhatRuns(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Desk",
            """
            @Agent
            public interface Desk {
              enum Plan { FREE, TEAM, PRO }
              sealed interface Kind permits Refund, Question {}
              record Refund(int amount) implements Kind {}
              record Question(String topic) implements Kind {}
              record Order(boolean open, List<String> lines) {}
              record Ticket(Plan plan, Kind kind, boolean known) {}
              record Done(String byPlan, String byKind, Optional<String> open, Optional<String> closed,
                  Optional<List<String>> lines) {}
              @EntryPoint Done run(Ticket ticket);
              @AgentStep default Optional<Order> order(Ticket ticket) {
                return ticket.known() ? Optional.of(new Order(true, List.of("a", "b"))) : Optional.empty();
              }
              @AgentStep("byPlan") @When(value = "ticket.plan", is = {"FREE", "TEAM"}) default String small() { return "small"; }
              @AgentStep("byPlan") default String large() { return "large"; }
              @AgentStep("byKind") @When(value = "ticket.kind", is = "Refund")
              default String refund(@From("ticket.kind") Refund refund) { return "refund " + refund.amount(); }
              @AgentStep("byKind") @When(value = "ticket.kind", is = "Question")
              default String question(@From("ticket.kind") Question question) { return "on " + question.topic(); }
              @AgentStep @When("order.open") default String open() { return "open"; }
              @AgentStep @When("!order.open") default String closed() { return "closed"; }
              @AgentStep("lines") default String line(@Each("order.lines") String line, Optional<Order> order) {
                return line + order.isPresent();
              }
            }
            """);
    try (RunningAgent agent = run(compiled, "Desk")) {
      Object refund = agent.make("Refund", 7);
      Object question = agent.make("Question", "tea");
      assertThat(
              agent.call("run", agent.make("Ticket", agent.constant("Plan", "TEAM"), refund, true)))
          .hasToString(
              "Done[byPlan=small, byKind=refund 7, open=Optional[open], closed=Optional.empty,"
                  + " lines=Optional[[atrue, btrue]]]");
      assertThat(
              agent.call(
                  "run", agent.make("Ticket", agent.constant("Plan", "PRO"), question, false)))
          .hasToString(
              "Done[byPlan=large, byKind=on tea, open=Optional.empty, closed=Optional.empty,"
                  + " lines=Optional.empty]");
    }
  }

  @EveryCompiler
  void alternativesMayDependOnWhatIsAbsent(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Search",
            """
            @Agent
            public interface Search {
              record Found(String text, String slow) {}
              @EntryPoint Found find(String query);
              @AgentStep default Optional<String> exact(String query) {
                return query.isEmpty() ? Optional.empty() : Optional.of(query);
              }
              @AgentStep default Boolean broad(String query) { return query.length() < 2; }
              @AgentStep("text") @When("exact") default String hit(String exact) { return "hit " + exact; }
              @AgentStep("text") @When("!exact") default String miss() { return "miss"; }
              @AgentStep("slow") @When("broad") default String all(Boolean broad) { return "all"; }
              @AgentStep("slow") @When("!broad") default String some(@From("text") String text) { return "some " + text; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Search")) {
      assertThat(agent.call("find", "tea")).hasToString("Found[text=hit tea, slow=some hit tea]");
      assertThat(agent.call("find", "t")).hasToString("Found[text=hit t, slow=all]");
      assertThat(agent.call("find", "")).hasToString("Found[text=miss, slow=all]");
    }
  }

  @EveryCompiler
  void listsAreGoneThroughInOrderAndSideBySide(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Reader",
            """
            @Agent
            public abstract class Reader {
              public record Digest(List<String> facts, List<String> notes, List<Integer> sizes,
                  List<Optional<String>> long_, int total) {}
              final List<String> sent = Collections.synchronizedList(new ArrayList<>());
              @EntryPoint(also = "send") public abstract Digest digest(List<String> pages);
              public int sent() { return sent.size(); }
              @AgentStep("facts") protected String fact(@Each("pages") String page) { return page + "!"; }
              @AgentStep("notes") protected String note(@Each("pages") String page, @Each(value = "facts", atOnce = 2) String fact) {
                return page + fact;
              }
              @AgentStep("sizes") protected int size(@Each("facts") String fact, @Each("notes") String note) {
                return fact.length() + note.length();
              }
              @AgentStep("long_") protected Optional<String> longOnes(@Each("pages") String page) {
                return page.length() > 1 ? Optional.of(page) : Optional.empty();
              }
              @AgentStep protected int total(List<Integer> sizes) {
                return sizes.stream().mapToInt(Integer::intValue).sum();
              }
              @AgentStep("send") @SideEffect protected void send(@Each("notes") String note) { sent.add(note); }
            }
            """);
    try (RunningAgent agent = run(compiled, "Reader")) {
      assertThat(agent.call("digest", List.of("a", "bc", "d")))
          .hasToString(
              "Digest[facts=[a!, bc!, d!], notes=[aa!, bcbc!, dd!], sizes=[5, 8, 5],"
                  + " long_=[Optional.empty, Optional[bc], Optional.empty], total=18]");
      assertThat(agent.call("digest", List.of()))
          .hasToString("Digest[facts=[], notes=[], sizes=[], long_=[], total=0]");
    }
  }
}
