package io.stepwright.processor.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.resolution.PromptMarkers.Parts;
import io.stepwright.processor.resolution.PromptMarkers.Whole;
import io.stepwright.processor.resolution.PromptMarkers.Wrong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptMarkersTest {

  @ParameterizedTest
  @CsvSource({
    "--- system ---, --- user ---",
    "'  --- system ---  ', '\t--- user ---\t'",
    "---   system ---, --- user   ---",
    "---system---, ---user---",
  })
  void markersPartAFile(String system, String user) {
    String file = "\n" + system + "\nBe kind.\n" + user + "\nHello {{name}}\n";
    Parts parts = (Parts) PromptMarkers.part(file);
    assertThat(file.substring(parts.systemStart(), parts.systemEnd())).isEqualTo("Be kind.\n");
    assertThat(file.substring(parts.userStart())).isEqualTo("Hello {{name}}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--- System ---",
        "--- USER ---",
        "-- user --",
        "---- user ----",
        "--- user",
        "user ---",
        "--- user: ---",
        "--- users ---",
        "--- usr ---",
        "--- sytsem ---",
        "--- systen ---",
        "--- system -",
        "- - - system - - -",
        "\u2014 user \u2014",
        "\u2013\u2013 system \u2013\u2013",
        "\u2014system",
        "--- assistant ---",
        "--- system prompt ---",
        "--- user message ---",
        "\u00a0--- user ---",
        "--- user\u00a0---",
        "\u2212\u2212\u2212 user \u2212\u2212\u2212",
        "--- Human ---",
        "--- user --",
        "-- system ---"
      })
  void whatIsNearlyAMarkerIsAMistake(String line) {
    String file = "Be kind.\n" + line + "\nHello\n";
    assertThat(PromptMarkers.part(file))
        .isEqualTo(new Wrong(9, line.strip(), "is nearly a marker, but not one"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---",
        "-----",
        "- user",
        "- system",
        "* user",
        "# User",
        "-- users by country",
        "--- a/user.txt",
        "+++ b/user.txt",
        "user",
        "system:",
        "**User**",
        "|---|---|",
        "--- Summary ---",
        "--- 8< ---",
        "--- end of the letter ---",
        "> --- user ---",
        "user - system",
        "The system -- it is down --",
        "--- the user wants this ---",
        "",
        "--- {{user}} ---",
        "<user>",
        "[user]",
        "----------------------------------------"
      })
  void otherLinesAreText(String line) {
    assertThat(PromptMarkers.part("Be kind.\n" + line + "\nHello\n")).isEqualTo(new Whole());
  }

  @ParameterizedTest
  @CsvSource({
    "'--- user ---\nHello', 0, has no '--- system ---' before it",
    "'Hi\n--- system ---\nBe\n--- user ---\nHello', 3, 'has text before it, which is part of no"
        + " message'",
    "'--- system ---\nBe', 0, has no '--- user ---' after it",
    "'--- system ---\nBe\n--- system ---\nHello', 18, stands there a second time",
    "'--- system ---\n--- user ---\nHello\n--- user ---\n', 34, comes after the user message has"
        + " begun",
    "'--- system ---\n--- user ---\nHello\n--- system ---\n', 34, comes after the user message has"
        + " begun",
  })
  void markersStandInOneOrder(String file, int offset, String reason) {
    assertThat(PromptMarkers.part(file))
        .isInstanceOfSatisfying(
            Wrong.class,
            wrong -> {
              assertThat(wrong.offset()).isEqualTo(offset);
              assertThat(wrong.reason()).isEqualTo(reason);
            });
  }
}
