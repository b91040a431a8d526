package io.stepwright.maven.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir private Path folder;
  private Path classes = Path.of("");
  private Path generated = Path.of("");
  private Path sources = Path.of("");

  @BeforeEach
  void compile() throws IOException {
    classes =
        Compiled.in(
            folder,
            "io/stepwright/Agent.java",
            Compiled.AGENT,
            "app/Greeter.java",
            "package app; @io.stepwright.Agent class Greeter { record Name(String n) {} }",
            "app/WiredGreeter.java",
            "package app; class WiredGreeter { class Steps {} }",
            "app/WiredGreeters.java",
            "package app; class WiredGreeters {}");
    sources = folder.resolve("sources");
    generated = Files.createDirectories(folder.resolve("generated"));
    Files.createDirectories(generated.resolve("app"));
    Files.move(
        sources.resolve("app/WiredGreeter.java"), generated.resolve("app/WiredGreeter.java"));
    Files.createDirectories(classes.resolve("META-INF/stepwright"));
    Files.writeString(
        classes.resolve("META-INF/stepwright/app.Greeter.json"),
        "{\"type\": \"app.Greeter\", \"generated\": \"app.WiredGreeter\", \"resources\": []}");
  }

  private Leftovers leftovers() {
    return new Leftovers(classes, generated, List.of(sources));
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anAgentThatIsThereKeepsAll() throws IOException {
    List<Path> before = files();
    assertThat(leftovers().remove()).isEmpty();
    assertThat(leftovers().stillThere()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void ofADeletedAgentNothingIsLeft() throws IOException {
    Files.delete(sources.resolve("app/Greeter.java"));
    assertThat(leftovers().remove())
        .containsExactly("app.Greeter is gone: removed its generated class app.WiredGreeter.");
    assertThat(files())
        .extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
        .containsExactly(
            "classes/app/WiredGreeters.class",
            "classes/io/stepwright/Agent.class",
            "sources/app/WiredGreeters.java",
            "sources/io/stepwright/Agent.java");
  }

  @Test
  void anAgentThatMovedToAnotherPackageIsGone() throws IOException {
    Files.createDirectories(sources.resolve("other"));
    Files.delete(sources.resolve("app/Greeter.java"));
    Files.writeString(sources.resolve("other/Greeter.java"), "package other; class Greeter {}");
    assertThat(leftovers().remove()).hasSize(1);
  }

  @Test
  void aSourceMayStandAnywhere() throws IOException {
    Files.move(sources.resolve("app/Greeter.java"), sources.resolve("Greeter.java"));
    assertThat(leftovers().remove()).isEmpty();
    // Another processor may have written the source.
    Files.move(sources.resolve("Greeter.java"), generated.resolve("app/Greeter.java"));
    assertThat(leftovers().remove()).isEmpty();
  }

  @Test
  void whatIsNoAgentAnyMoreIsTold() throws IOException {
    Path other =
        Compiled.in(
            Files.createDirectories(folder.resolve("again")),
            "app/Greeter.java",
            "package app; class Greeter {}");
    Files.copy(
        other.resolve("app/Greeter.class"),
        classes.resolve("app/Greeter.class"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(leftovers().stillThere())
        .singleElement()
        .asString()
        .contains("app.Greeter is no longer an agent", "app.WiredGreeter is still among");
    assertThat(leftovers().remove()).hasSize(1);
    assertThat(leftovers().stillThere()).isEmpty();
    assertThat(classes.resolve("app/Greeter.class")).exists();
    assertThat(classes.resolve("app/WiredGreeter$Steps.class")).doesNotExist();
  }

  @Test
  void anAgentOfWhichOnlyTheClassIsMissingIsNotCalledGone() throws IOException {
    Files.delete(classes.resolve("app/Greeter.class"));
    assertThat(leftovers().remove()).isEmpty();
    assertThat(classes.resolve("META-INF/stepwright")).isEmptyDirectory();
  }
}
