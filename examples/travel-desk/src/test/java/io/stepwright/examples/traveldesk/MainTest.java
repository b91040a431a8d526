package io.stepwright.examples.traveldesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.examples.server.Options;
import io.stepwright.runtime.ConsoleApprovals;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void theClerkApprovesOverHttpAndTheReportsShowTheCalls() throws Exception {
    Main.runWithClerk(new Options(0.01), Map.of(), print());
    assertThat(text())
        .contains("It reacts to the results of the tools")
        .contains("Clerk: Pay 31200 cents for flight TP575 of T-1? approve")
        .contains("Clerk: Pay 31200 cents for flight TP575 of T-2? approve")
        .containsPattern("reserve .*turn 3, refused")
        .containsPattern("pay .*turn 5")
        .contains("Hello Ben, a colleague will answer you.")
        .contains("  reserved T-1: H-2 from 2026-10-05, 3 nights")
        .contains("  paid Payment[request=R-1, traveller=T-1, purpose=flight TP575, cents=31200]")
        .contains("  paid Payment[request=R-2, traveller=T-2, purpose=flight TP575, cents=31200]");
    assertThat(Path.of("target", "travel-desk-run.html")).content().contains("TravelDesk.answer");
  }

  @Test
  void theConsoleAsksAndNoAnswerIsARefusal() throws Exception {
    ConsoleApprovals console = new ConsoleApprovals(InputStream.nullInputStream(), print());
    Main.run(new Options(0.001), Map.of(), console, print());
    assertThat(text())
        .contains("Pay 31200 cents for flight TP575 of T-1?")
        .contains("Your trip is not booked")
        .doesNotContain("  paid ");
  }

  private PrintStream print() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
