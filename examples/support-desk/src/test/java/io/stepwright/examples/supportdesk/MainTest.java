package io.stepwright.examples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.examples.server.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainTest {

  private static final String REPLY = "Reply\\[subject=Your refund, Ada, body=[^]]*\\]";

  @Test
  void theExampleHandlesThreeTicketsAndShowsWhatWasSaved() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(new Options(0.05), Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .contains("simulates the answers")
        .containsPattern("Ada: .*\\RSupportDesk.handle [\\d.]+ m?s")
        .containsPattern("Ben: .*\\RSupportDesk.handle [\\d.]+ m?s")
        .containsPattern("Cleo: .*\\RSupportDesk.handle [\\d.]+ m?s")
        .contains("Handled[intent=REFUND, order=Optional[AB-1234]")
        .contains("Handled[intent=QUESTION, order=Optional[CD-5678], reply=Reply[subject=Where")
        .contains("Handled[intent=OTHER, order=Optional.empty, reply=Reply[subject=Your sign-in")
        .contains("escalation=Optional.empty, labels=[PHOTO, PHOTO, PHOTO, INVOICE, INVOICE, LOG]]")
        .contains("escalation=Optional[Cleo's whole office");
    assertThat(text)
        .containsPattern("reply, no open slot +0 tokens")
        .containsPattern("order, by regex +0 tokens")
        .containsPattern("intent, asked again +0 tokens +[\\d.]+ ms +cached, equal")
        .containsPattern("conditions +4 steps skipped in 3 runs: angry, escalation, angry, esc");
    assertThat(text).contains("The first run as a page: target");
    assertThat(Path.of("target", "support-desk-run.html")).content().contains("SupportDesk.handle");
    assertThat(number(text, "ratio +([\\d.]+) of tokens")).as(text).isBetween(0.01, 0.2);
    assertThat(number(text, "at once .* s: ([\\d.]+) times as fast")).as(text).isGreaterThan(1);
  }

  @Test
  void theReplyOfTheTemplateIsTheOneThatIsWrittenInFull() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(new Options(0.001), Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(Pattern.compile(REPLY).matcher(out.toString(StandardCharsets.UTF_8)).results())
        .extracting(result -> result.group())
        .hasSize(2)
        .allMatch(reply -> reply.contains("sorry that your lamp"))
        .satisfies(replies -> assertThat(replies.get(0)).isEqualTo(replies.get(1)));
  }

  private static double number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThat(Options.parse("--scale", "0.5").scale()).isEqualTo(0.5);
    assertThatThrownBy(() -> Options.parse("--scale", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--scale FACTOR");
    assertThatThrownBy(() -> Options.parse("--fast")).hasMessageContaining("usage");
  }
}
