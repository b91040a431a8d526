package io.stepwright.it.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.graph.command.GraphCommand;
import io.stepwright.graph.command.GraphRequest;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The graphs of the examples, compiled by the processor. Run with {@code -DupdateDocs=true} to
 * write the pictures of the documentation.
 */
class ExampleGraphTest {

  @TempDir Path classes;

  private static Path example(String name) {
    return Path.of("../examples", name, "src/main").toAbsolutePath().normalize();
  }

  private String draw(String example, String agent, String format) throws IOException {
    Path source = example(example).resolve("java/" + agent.replace('.', '/') + ".java");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-cp",
                      path,
                      "-processorpath",
                      path,
                      "-sourcepath",
                      example(example).resolve("java").toString(),
                      "-Astepwright.resources=" + example(example).resolve("resources")),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    return GraphCommand.run(new GraphRequest(classes, List.of(), format, null, agent, null, null))
        .text();
  }

  @ParameterizedTest
  @CsvSource({
    "support-desk,io.stepwright.examples.supportdesk.SupportDesk,graph-support-desk",
    "travel-desk,io.stepwright.examples.traveldesk.TravelDesk,graph-travel-desk",
    "onboarding,io.stepwright.examples.onboarding.Onboarding,graph-onboarding"
  })
  void thePicturesOfTheDocumentation(String example, String agent, String picture)
      throws IOException {
    String svg = draw(example, agent, "svg");
    Path file = Path.of("../docs/images", picture + ".svg");
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(file, svg);
    }
    assertThat(svg)
        .as(file + "; write it with -DupdateDocs=true")
        .isEqualTo(Files.readString(file));
  }

  @Test
  void theTextOfTheDocumentation() throws IOException {
    String text = draw("onboarding", "io.stepwright.examples.onboarding.Onboarding", "text");
    assertThat(Files.readString(Path.of("../docs/graph.md")))
        .as("docs/graph.md shows\n" + text)
        .contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "support-desk,io.stepwright.examples.supportdesk.SupportDesk",
    "travel-desk,io.stepwright.examples.traveldesk.TravelDesk",
    "onboarding,io.stepwright.examples.onboarding.Onboarding"
  })
  void thePagesInABrowser(String example, String agent) throws IOException {
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
    String html = draw(example, agent, "html");
    String script = Files.readString(Path.of("../graph/src/test/resources/overlaps.js")).strip();
    for (Scheme scheme : Scheme.values()) {
      JsonNode page = new ObjectMapper().readTree(Chromium.find().evaluate(html, scheme, script));
      assertThat(page.path("errors")).isEmpty();
      assertThat(page.path("requests")).isEmpty();
      assertThat(page.path("value").path("problems")).isEmpty();
      assertThat(page.path("value").path("nodes").asInt()).isGreaterThan(3);
    }
  }
}
