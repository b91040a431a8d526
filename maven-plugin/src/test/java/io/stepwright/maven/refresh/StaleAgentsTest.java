package io.stepwright.maven.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.Compiled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleAgentsTest {

  @TempDir private Path folder;
  private Path classes = Path.of("");
  private Path resources = Path.of("");

  @BeforeEach
  void compile() throws IOException {
    resources = Files.createDirectories(folder.resolve("resources/main"));
    classes =
        Compiled.in(
            folder,
            "app/File.java",
            "package app; class File { interface Agent {} } class WiredFile_Agent {} class Other"
                + " {}");
  }

  @Test
  void leavesWhatIsAsItWas() throws IOException {
    resource(resources, "a.md", "text");
    descriptor("a.md", "folder", sha256("text"));

    assertThat(forget()).isEmpty();
    assertThat(classes.resolve("app/File$Agent.class")).exists();
  }

  /**
   * The processor ignores line ends and a byte order mark, so a checkout with other line ends
   * recompiles nothing.
   */
  @Test
  void lineEndsAndAMarkOfTheByteOrderAreNoChange() throws IOException {
    descriptor("a.md", "folder", sha256("one\ntwo\n"));
    for (String text : List.of("one\r\ntwo\r\n", "one\rtwo\r", "\uFEFFone\ntwo\r\n")) {
      resource(resources, "a.md", text);
      assertThat(forget()).isEmpty();
    }
    resource(resources, "a.md", "one\n\ntwo\n");
    assertThat(forget()).hasSize(1);
  }

  @Test
  void forgetsTheAgentItsSourceAndItsGeneratedClass() throws IOException {
    resource(resources, "a.md", "text");
    descriptor("a.md", "folder", sha256("older text"));

    assertThat(forget()).containsExactly("app.File$Agent is compiled again: a.md was changed.");
    assertThat(classes.resolve("app/File$Agent.class")).doesNotExist();
    assertThat(classes.resolve("app/File.class")).doesNotExist();
    assertThat(classes.resolve("app/WiredFile_Agent.class")).doesNotExist();
    assertThat(classes.resolve("app/Other.class")).exists();
  }

  @Test
  void noticesAFileThatWasNotThere() throws IOException {
    resource(resources, "a.md", "text");
    descriptor("a.md", null, null);

    assertThat(forget()).containsExactly("app.File$Agent is compiled again: a.md was added.");
  }

  @Test
  void deletesTheCopyOfARemovedFile() throws IOException {
    resource(classes, "a.md", "text");
    descriptor("a.md", "folder", sha256("text"));

    assertThat(forget()).containsExactly("app.File$Agent is compiled again: a.md was removed.");
    assertThat(classes.resolve("a.md")).doesNotExist();
  }

  @Test
  void deletesNothingOutsideOfTheClasses() throws IOException {
    resource(folder, "precious.md", "text");
    descriptor("../precious.md", "folder", sha256("text"));

    assertThat(forget()).hasSize(1);
    assertThat(folder.resolve("precious.md")).exists();
  }

  @Test
  void leavesFilesOfOtherPlacesToTheCompiler() throws IOException {
    descriptor("a.md", "class path", sha256("text"));
    assertThat(forget()).isEmpty();

    resource(classes, "a.md", "filtered");
    descriptor("a.md", "class output", sha256("filtered"));
    assertThat(forget()).isEmpty();
  }

  @Test
  void readsDescriptorsOfAnotherForm() throws IOException {
    Path file = descriptors().resolve("app.File$Agent.json");
    Files.writeString(
        file,
        "{\"x\": [{\"type\": \"no\"}], \"type\": \"app.File$Agent\", \"generated\": \"app.W\"}");
    assertThat(forget()).isEmpty();
    Files.writeString(file, "[]");
    assertThat(forget()).isEmpty();
    assertThat(file).exists();
  }

  @Test
  void forgetsTheInterfaceOfAServerWhoseLockFileHasChanged() throws IOException {
    Path mcp = Files.createDirectories(folder.resolve("mcp"));
    resource(mcp, "github.json", "tools");
    descriptor("github.json", "mcp folder", sha256("tools"));
    Files.createDirectories(descriptors().resolve("facades"));
    Files.move(
        descriptors().resolve("app.File$Agent.json"),
        descriptors().resolve("facades/app.File$Agent.json"));
    assertThat(forget()).isEmpty();

    resource(mcp, "github.json", "other tools");
    assertThat(forget())
        .containsExactly("app.File$Agent is compiled again: github.json was changed.");
    assertThat(classes.resolve("app/File$Agent.class")).doesNotExist();
    assertThat(classes.resolve("app/WiredFile_Agent.class")).doesNotExist();
  }

  @Test
  void deletesTheCopyOfARemovedLockFile() throws IOException {
    Path copies = Files.createDirectories(descriptors().resolve("mcp"));
    resource(copies, "github.json", "tools");
    resource(resources, "github.json", "a prompt of the same name");
    descriptor("github.json", "mcp folder", sha256("tools"));

    assertThat(forget())
        .containsExactly("app.File$Agent is compiled again: github.json was removed.");
    assertThat(copies).isEmptyDirectory();
  }

  @Test
  void forgetsTheDescriptorOfAnAgentThatIsGone() throws IOException {
    descriptor("a.md", "folder", sha256("text"));
    Files.delete(classes.resolve("app/File$Agent.class"));

    assertThat(forget()).isEmpty();
    assertThat(descriptors()).isEmptyDirectory();
  }

  private List<String> forget() throws IOException {
    return new StaleAgents(classes, List.of(resources), folder.resolve("mcp")).forget();
  }

  private Path descriptors() throws IOException {
    return Files.createDirectories(classes.resolve("META-INF/stepwright"));
  }

  private void descriptor(String path, @Nullable String from, @Nullable String sha256)
      throws IOException {
    Files.writeString(
        descriptors().resolve("app.File$Agent.json"),
        """
        {
          "schemaVersion": 1,
          "type": "app.File$Agent",
          "generated": "app.WiredFile_Agent",
          "resources": [{"path": "%s", "from": %s, "sha256": %s}],
          "steps": [{"name": "type", "type": "String", "generated": "no"}]
        }
        """
            .formatted(path, json(from), json(sha256)));
  }

  private static String json(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }

  private static void resource(Path folder, String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
