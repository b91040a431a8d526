package io.stepwright.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a page in a browser: nothing overlaps, is cut off, fails, or uses the network. */
final class PageCheck {

  private PageCheck() {}

  /** Returns the result of the script, which contains {@code nodes} and {@code background}. */
  static JsonNode check(String html, Scheme scheme) throws IOException {
    return check(html, scheme, 1600);
  }

  /** Does the same in a window of the given width in pixels. */
  static JsonNode check(String html, Scheme scheme, int width) throws IOException {
    String script = Files.readString(Path.of("src/test/resources/overlaps.js"));
    JsonNode answer =
        new ObjectMapper().readTree(Chromium.find().evaluate(html, scheme, width, script.strip()));
    assertThat(answer.path("errors")).as("errors of the page").isEmpty();
    assertThat(answer.path("requests")).as("requests of the page").isEmpty();
    assertThat(answer.path("value").path("problems")).isEmpty();
    return answer.path("value");
  }
}
