package io.stepwright.graph.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFoldersTest {

  @TempDir Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    Path file = Files.createDirectories(folder.resolve("app")).resolve("Outer.java");
    Files.writeString(
        file,
        """
        package app;
        /* Reply reply(Ticket ticket) */
        class Outer { // Reply reply(Ticket ticket)
          static final String TEXT = "Reply reply(Ticket ticket) \\" {";
          char quote = '"';
          Reply early(Ticket ticket) { return reply(ticket); }
          abstract Reply reply(@Each(value = "x, y(", atOnce = 4) Ticket ticket);
          abstract Map<String, List<Reply>> reply(
              final Map<String, Order> orders, Ticket[] tickets, String... words);
          abstract Reply
              broken();
          Reply all() { var b = broken(); return this.reply(null); }
          interface Inner {
            Reply reply(Ticket ticket);
          }
        }
        """);
  }

  private String line(String type, String method, String... parameters) {
    return new SourceFolders(List.of(folder.resolve("nowhere"), folder))
        .find(type, method, List.of(parameters))
        .map(SourceLine::display)
        .orElse("");
  }

  @Test
  void findsDeclarationsNotCallsCommentsOrStrings() {
    assertThat(line("app.Outer", "reply", "ticket")).isEqualTo("Outer.java:7");
    assertThat(line("app.Outer", "reply", "orders", "tickets", "words")).isEqualTo("Outer.java:8");
    assertThat(line("app.Outer", "broken")).isEqualTo("Outer.java:11");
  }

  @Test
  void findsMembersOfTheRightType() {
    assertThat(line("app.Outer$Inner", "reply", "ticket")).isEqualTo("Outer.java:14");
  }

  @Test
  void knowsNoLineOfWhatIsNotThere() {
    assertThat(line("app.Outer", "reply", "other")).isEmpty();
    assertThat(line("app.Outer", "nothing")).isEmpty();
    assertThat(line("app.Missing", "reply", "ticket")).isEmpty();
  }

  @Test
  void aDamagedNameOfATypeHasNoSource() {
    SourceFolders folders = new SourceFolders(List.of(Path.of(".")));
    for (String type : List.of("", "$", ".", "app.A\0", "../../x")) {
      assertThat(folders.find(type, "run", List.of())).isEmpty();
    }
  }
}
