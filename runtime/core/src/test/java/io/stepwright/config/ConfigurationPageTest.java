package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/configuration.md} says what the settings say. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../../docs/configuration.md");
  private static final String START =
      "<!-- Written from io.stepwright.config.Settings by ConfigurationPageTest: change it there, then"
          + " run the test with -DupdateDocs=true. -->\n";
  private static final String END = "<!-- End of what is written. -->\n";
  private static final String HOW =
      "The table in docs/configuration.md is not what io.stepwright.config.Settings says. Refresh it"
          + " with mvn -pl runtime/core test -Dtest=ConfigurationPageTest -DupdateDocs=true";

  /** Run with {@code -DupdateDocs=true} to write the table. */
  @Test
  void theTableIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    String updated = withTable(page);
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(PAGE, updated);
      page = updated;
    }
    assertThat(page).as(HOW).isEqualTo(updated);
  }

  private static String withTable(String page) {
    assertThat(page).containsOnlyOnce(START).containsOnlyOnce(END);
    int start = page.indexOf(START) + START.length();
    return page.substring(0, start) + table() + page.substring(page.indexOf(END));
  }

  private static String table() {
    StringBuilder table = new StringBuilder("\n| key | meaning | default |\n| --- | --- | --- |\n");
    for (Setting<?> setting : Settings.ALL) {
      String key = Objects.requireNonNullElse(setting.key().usual(), setting.key().text());
      String shown = setting.shown();
      table.append("| `%s` | %s |".formatted(key, setting.meaning()));
      table.append(shown.isEmpty() ? " |\n" : " " + shown + " |\n");
    }
    return table.append('\n').toString();
  }
}
