package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Code that would stand twice in a generated class stands there once. */
class SharedCodeTest {

  private static final String MAILS =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public interface Mails {
        enum Kind { HELLO, BYE, OTHER }
        record Mail(String subject, String body, int seats) {}
        @EntryPoint Mail run(Kind kind, String name);
        @AgentStep @Model("m") @Template("mail/{kind}.json") Mail mail(Kind kind, String name);
      }
      """;

  private static final String FILE =
      "{\"subject\": \"%s\", \"body\": \"%s, \\\"{{name}}\\\". {{write: %s}} Yours\", \"seats\": %d}";

  private static Compiled mails(TestCompiler compiler, String... files) {
    Compilation compilation = Compilation.with(compiler).source("app/Mails.java", MAILS);
    for (int i = 0; i < files.length; i++) {
      String kind = List.of("HELLO", "BYE", "OTHER").get(i);
      compilation.resource("mail/" + kind + ".json", files[i]);
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.messages()).isEmpty();
    return compiled;
  }

  @EveryCompiler
  void filesThatDifferOnlyInTheirTextsShareAMethod(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        mails(
            compiler,
            FILE.formatted("Welcome", "Hello", "a greeting", 1),
            FILE.formatted("Goodbye", "So long", "a farewell", 1),
            FILE.formatted("News", "Dear", "some news", 1));
    String source = compiled.source("app/WiredMails.java");
    assertThat(count("ModelStep.json\\(", source)).isEqualTo(1);
    assertThat(count("new Mail\\(", source)).isEqualTo(1);
    assertThat(source).contains("static final String MAIL =").doesNotContain("\"description\"");
    FakeModel model = new FakeModel(request -> "{\"body\": \"{{name}} \\\"wrote\\\".\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Mails", model)) {
      assertThat(agent.call("run", agent.constant("Kind", "BYE"), "A\"nn\n{{x}}"))
          .hasToString(
              "Mail[subject=Goodbye, body=So long, \"A\"nn\n{{x}}\". {{name}} \"wrote\". Yours,"
                  + " seats=1]");
      assertThat(agent.call("run", agent.constant("Kind", "OTHER"), "Bob"))
          .hasToString(
              "Mail[subject=News, body=Dear, \"Bob\". {{name}} \"wrote\". Yours, seats=1]");
    }
    assertThat(model.requests().get(0).prompt())
        .contains("\"So long, \\\"A\\\"nn\\n{{x}}\\\". {{body: a farewell}} Yours\"");
    assertThat(model.requests().get(1).prompt())
        .contains(
            "{\"subject\": \"News\", \"body\": \"Dear, \\\"Bob\\\". {{body: some news}} Yours\"");
  }

  @Test
  void filesThatDifferInMoreDoNot() {
    String source =
        mails(
                TestCompiler.JAVAC,
                FILE.formatted("Welcome", "Hello", "a greeting", 1),
                FILE.formatted("Goodbye", "So long", "a farewell", 2),
                "{\"subject\": \"{{write: x}}\", \"body\": \"{{name}}\", \"seats\": 1}")
            .source("app/WiredMails.java");
    assertThat(count("new Mail\\(", source)).isEqualTo(3);
    assertThat(source).contains("ModelStep.template(AGENT, \"mail\", \"m\")");
  }

  @EveryCompiler
  void whatSeveralSlotsGoThroughIsCheckedOnce(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/Ways.java",
                """
                package app;
                import io.stepwright.*;
                @Agent
                public interface Ways {
                  record City(String name, String zip) {}
                  record Address(City city, String street) {}
                  record Order(Address address, String id) {}
                  @EntryPoint("text") String run(Order order);
                  @AgentStep @Model("m") @Cached
                  @Prompt(system = "For {{order.id}}.", value = "{{order.address.city.name}}, {{order.address.city.zip}}: {{order.address.street}}")
                  String text(Order order);
                }
                """)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    String source = compiled.source("app/WiredWays.java");
    assertThat(count("Wiring.present\\(", source)).isEqualTo(2);
    assertThat(source)
        .contains("Address address = Wiring.present(\"order.address\", order.address());")
        .contains("City city = Wiring.present(\"order.address.city\", address.city());");
    FakeModel model = new FakeModel(request -> "done");
    try (RunningAgent agent = new RunningAgent(compiled, "Ways", model)) {
      Object city = agent.make("City", "Bonn", "53111");
      Object order = agent.make("Order", agent.make("Address", city, "Rhine"), "7");
      assertThat(agent.call("run", order)).isEqualTo("done");
    }
    assertThat(model.requests().get(0).system()).isEqualTo("For 7.");
    assertThat(model.requests().get(0).prompt()).isEqualTo("Bonn, 53111: Rhine");
  }

  private static long count(String pattern, String source) {
    return Pattern.compile(pattern).matcher(source).results().count();
  }
}
