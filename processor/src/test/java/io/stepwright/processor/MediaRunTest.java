package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.Audio;
import io.stepwright.runtime.Image;
import io.stepwright.runtime.Pdf;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents whose prompts have slots for media, compiled and run. */
@Timeout(120)
class MediaRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import io.stepwright.runtime.*;
      import io.stepwright.spi.*;
      import java.util.*;
      @Agent
      public interface Claims {
        record Claim(String text, Image photo, Optional<Image> receipt, List<Image> pages) {}
        record Letter(String subject, String body) {}
        final class Scan implements Attachment {
          @Override public Part part() { return new Part.Text("a scan"); }
        }

        @EntryPoint("judged") String judge(Claim claim, Pdf policy);
        @EntryPoint("kept") String keep(Claim claim, Optional<Audio> call);
        @EntryPoint("labels") List<String> label(List<Image> photos);
        @EntryPoint("letter") Letter write(Claim claim, Image photo);
        @EntryPoint("cropped") String crop(Claim claim);
        @EntryPoint("scanned") String scan(Scan scan);
        @EntryPoint("found") String find(String text, Image photo);

        @AgentStep @Model("m")
        @Prompt(system = "You judge.", value = "Claim: {{claim.text}} {{claim.photo}}{{claim.receipt}} pages {{claim.pages}}\\n{{policy}}")
        String judged(Claim claim, Pdf policy);

        @AgentStep @Model("m") @Cached
        @Prompt("{{claim.text}}{{claim.photo}}{{claim.receipt}}{{claim.pages}}{{call}}")
        String kept(Claim claim, Optional<Audio> call);

        @AgentStep("labels") @Model("m") @Prompt("{{photo}}")
        String labelled(@Each("photos") Image photo);

        @AgentStep @Model("m") @Cached(on = "claim.text")
        @Prompt("See {{photo}} and write about {{claim.text}}")
        @Template("letter.json")
        Letter letter(Claim claim, Image photo);

        @AgentStep("cropped") @Model("m") @Prompt("before {{crop}} after {{crop}}")
        String described(Optional<Image> crop);

        @AgentStep("crop") default Optional<Image> cropped(@From("claim.photo") Image photo) {
          return photo.content().size() > 20 ? Optional.of(photo) : Optional.empty();
        }

        @AgentStep @Model("m") @Prompt("Read {{scan}}")
        String scanned(Scan scan);

        @AgentStep @Regex(value = "no (\\\\w+)", on = "text") @Model("m") @Prompt("{{text}} {{photo}}")
        String found(String text, Image photo);
      }
      """;

  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    for (TestCompiler compiler : TestCompiler.current()) {
      compiled =
          Compilation.with(compiler)
              .source("app/Claims.java", AGENT)
              .resource(
                  "letter.json",
                  "{\"subject\": \"About {{claim.text}}\", \"body\": \"{{write: the letter}}\"}")
              .compile();
      assertThat(compiled.messages()).isEmpty();
    }
  }

  private static Image image(String name) {
    return Image.of(("\u0089PNG\r\n\u001a\n" + name).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Pdf pdf(String name) {
    return Pdf.of(("%PDF-" + name).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Audio audio(String name) {
    return Audio.of(("RIFF....WAVE" + name).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Part> parts(ModelRequest request) {
    return ((Turn.User) request.turns().get(request.turns().size() - 1)).parts();
  }

  private static Part text(String text) {
    return new Part.Text(text);
  }

  private static Object claim(
      RunningAgent agent, String text, Image photo, Optional<Image> receipt, Image... pages)
      throws Exception {
    return agent.make("Claim", text, photo, receipt, Arrays.asList(pages));
  }

  @Test
  void mediaArePartsBetweenTheTexts() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      agent.call(
          "judge",
          claim(agent, "{{policy}}", image("p"), Optional.of(image("r")), image("1"), image("2")),
          pdf("policy"));
      agent.call("judge", claim(agent, "x", image("p"), Optional.empty()), pdf("policy"));
    }

    assertThat(model.requests().get(0).system()).isEqualTo("You judge.");
    assertThat(parts(model.requests().get(0)))
        .containsExactly(
            text("Claim: {{policy}} "),
            image("p").part(),
            image("r").part(),
            text(" pages "),
            image("1").part(),
            image("2").part(),
            text("\n"),
            pdf("policy").part());
    assertThat(parts(model.requests().get(1)))
        .containsExactly(
            text("Claim: x "), image("p").part(), text(" pages \n"), pdf("policy").part());
  }

  @Test
  void cachedAnswersBelongToTheirMedia() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    Image a = image("a");
    Image b = image("b");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      for (int i = 0; i < 2; i++) {
        agent.call("keep", claim(agent, "x", image("a"), Optional.empty()), Optional.empty());
        agent.call("keep", claim(agent, "x", b, Optional.empty()), Optional.empty());
        agent.call("keep", claim(agent, "x", a, Optional.of(b)), Optional.empty());
        agent.call("keep", claim(agent, "x", a, Optional.empty(), b), Optional.empty());
        agent.call("keep", claim(agent, "x", a, Optional.empty(), b, a), Optional.empty());
        agent.call("keep", claim(agent, "x", a, Optional.empty(), a, b), Optional.empty());
        agent.call(
            "keep", claim(agent, "x", a, Optional.empty(), a, b), Optional.of(audio("call")));
        assertThat(model.requests()).hasSize(7);
      }
    }
  }

  @Test
  void anItemOfAListIsOneMedium() throws Throwable {
    FakeModel model = new FakeModel(request -> parts(request).get(0).display());
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      assertThat(agent.call("label", List.of(image("a"), image("bc"))))
          .isEqualTo(List.of("[image/png, 9 bytes]", "[image/png, 10 bytes]"));
    }
    assertThat(model.requests()).allSatisfy(request -> assertThat(parts(request)).hasSize(1));
  }

  @Test
  void theInstructionOfATemplateShowsMedia() throws Throwable {
    FakeModel model = new FakeModel(request -> "{\"body\": \"b\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      Object claim = claim(agent, "rain", image("p"), Optional.empty());
      assertThat(agent.call("write", claim, image("a")))
          .hasToString("Letter[subject=About rain, body=b]");
      agent.call("write", claim, image("a"));
      assertThat(model.requests()).hasSize(1);
      agent.call("write", claim, image("b"));
      assertThat(model.requests()).hasSize(2);
    }
    assertThat(parts(model.requests().get(0)))
        .startsWith(text("See "), image("a").part())
        .hasSize(3);
    assertThat(model.requests().get(0).prompt())
        .contains("and write about rain", "\"About rain\"", "{{body: the letter}}");
  }

  @Test
  void codeMakesMedia() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    Image large = image("x".repeat(20));
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      agent.call("crop", claim(agent, "x", large, Optional.empty()));
      agent.call("crop", claim(agent, "x", image("x"), Optional.empty()));
    }
    assertThat(parts(model.requests().get(0)))
        .containsExactly(text("before "), large.part(), text(" after "), large.part());
    assertThat(parts(model.requests().get(1))).containsExactly(text("before  after "));
  }

  @Test
  void typesOfApplicationsMayBeMedia() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      agent.call("scan", agent.make("Scan"));
    }
    assertThat(parts(model.requests().get(0))).containsExactly(text("Read "), text("a scan"));
  }

  @Test
  void anExpressionIsTriedBeforeTheModelSeesThePicture() throws Throwable {
    FakeModel model = new FakeModel(request -> "seen");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      assertThat(agent.call("find", "no dog", image("a"))).isEqualTo("dog");
      assertThat(agent.call("find", "a dog", image("a"))).isEqualTo("seen");
      assertThat(agent.call("found", "a dog", image("a"))).isEqualTo("seen");
    }
    assertThat(parts(model.requests().get(0))).containsExactly(text("a dog "), image("a").part());
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void aNullMediumNamesItsSlot() throws Exception {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Claims", model)) {
      assertThatThrownBy(
              () -> agent.call("judge", claim(agent, "x", null, Optional.empty()), pdf("a")))
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("Slot {{claim.photo}} is null");
      assertThatThrownBy(
              () ->
                  agent.call(
                      "judge",
                      claim(agent, "x", image("a"), Optional.empty(), (Image) null),
                      pdf("a")))
          .hasMessageContaining("Slot {{claim.pages}} is null");
    }
    assertThat(model.requests()).isEmpty();
  }
}
