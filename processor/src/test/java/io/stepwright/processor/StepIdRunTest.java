package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.spi.StepId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The identities of steps in requests to models. */
@Timeout(120)
class StepIdRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Agent(name = "Desk")
      public interface Steps {
        enum Kind { NEWS, SPAM, OTHER }
        @EntryPoint("labels") List<String> label(List<String> texts);
        @EntryPoint("reply") String answer(Kind kind);
        @EntryPoint("note") String write(Kind kind);
        @EntryPoint("known") String know(String text);

        @AgentStep("labels") @Model("m") @Prompt("Label {{text}}")
        String labelOf(@Each("texts") String text);

        @AgentStep("reply") @When(value = "kind", is = "NEWS") @Model("m") @Prompt("News")
        String news();

        @AgentStep("reply") @When(value = "kind", is = "SPAM") @Model("m") @Prompt("Spam")
        String text();

        @AgentStep("reply") @Model("m") @Prompt("Other {{kind}}")
        String text(Kind kind);

        @AgentStep @Model("m") @Template("note/{kind}.txt")
        String note(Kind kind);

        @AgentStep @Model("m") @Cached @Prompt("%s{{text}}")
        String known(String text);
      }
      """;

  private static Compiled compile(String word, String other) {
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Steps.java", AGENT.formatted(word))
            .resource("note/NEWS.txt", "{{write: some news}} and {{write: more}}")
            .resource("note/SPAM.txt", "{{write: spam}}")
            .resource("note/OTHER.txt", other)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    return compiled;
  }

  private static List<StepId> ids(Compiled compiled) throws Throwable {
    FakeModel model =
        new FakeModel(
            request ->
                request.schema() == null
                    ? "ok"
                    : request.schema().json().contains("text_1")
                        ? "{\"text_1\": \"a\", \"text_2\": \"b\"}"
                        : "{\"text\": \"a\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Steps", model)) {
      agent.call("label", List.of("one"));
      for (String kind : List.of("NEWS", "SPAM", "OTHER")) {
        agent.call("answer", agent.constant("Kind", kind));
      }
      for (String kind : List.of("NEWS", "SPAM", "OTHER")) {
        agent.call("write", agent.constant("Kind", kind));
      }
      agent.call("know", "text");
    }
    return model.requests().stream().map(request -> request.step()).toList();
  }

  @Test
  void requestsNameTheStepAndItsMethod() throws Throwable {
    List<StepId> ids = ids(compile("", "static"));

    assertThat(ids)
        .extracting(StepId::agent, StepId::step, StepId::method)
        .containsExactly(
            tuple("Desk", "labels", "labelOf"),
            tuple("Desk", "reply", "news"),
            tuple("Desk", "reply", "text"),
            tuple("Desk", "reply", "text"),
            tuple("Desk", "note", "note"),
            tuple("Desk", "note", "note"),
            tuple("Desk", "known", "known"));
    assertThat(ids).extracting(StepId::fingerprint).allMatch(id -> id.matches("[0-9a-f]{64}"));
    assertThat(ids).extracting(StepId::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void fingerprintsFollowTheirOwnQuestionOnly() throws Throwable {
    List<String> before = fingerprints(ids(compile("", "static")));
    List<String> prompt = fingerprints(ids(compile("Really: ", "static")));
    List<String> file = fingerprints(ids(compile("", "another text")));
    List<String> same = fingerprints(ids(compile("", "static")));

    assertThat(same).isEqualTo(before);
    assertThat(prompt.subList(0, 6)).isEqualTo(before.subList(0, 6));
    assertThat(prompt.get(6)).isNotEqualTo(before.get(6));
    assertThat(file).as("a file that no model fills is no part of a question").isEqualTo(before);
  }

  private static List<String> fingerprints(List<StepId> ids) {
    return Stream.of(ids).flatMap(List::stream).map(StepId::fingerprint).toList();
  }
}
