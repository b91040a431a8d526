package io.stepwright.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingServicesTest {

  private static final String LISTENERS = "META-INF/services/io.stepwright.spi.RunListener";
  private static final String PROPAGATORS = "META-INF/services/io.stepwright.spi.ContextPropagator";

  @TempDir Path jar;

  @Test
  void areNamedWithWhatJoinsTheirFiles() throws IOException {
    file(
        "META-INF/stepwright/parts/slf4j",
        "ContextPropagator MdcPropagator\nRunListener MdcListener\n");
    file("META-INF/stepwright/parts/micrometer", "RunListener MicrometerListener\n");
    file(LISTENERS, "io.stepwright.slf4j.MdcListener\n");
    file(PROPAGATORS, "# comment\nshaded.slf4j.MdcPropagator # relocated\n");

    try (URLClassLoader loader = loader()) {
      assertThat(MissingServices.in(loader))
          .singleElement()
          .asString()
          .contains(
              "stepwright-micrometer",
              "MicrometerListener",
              "io.stepwright.spi.RunListener",
              "ServicesResourceTransformer");
    }
  }

  @Test
  void areAllNamedWhenNoFileIsLeft() throws IOException {
    file("META-INF/stepwright/parts/opentelemetry", "ContextPropagator A\nRunListener B\nodd\n\n");

    try (URLClassLoader loader = loader()) {
      assertThat(MissingServices.in(loader)).hasSize(2);
    }
  }

  @Test
  void areNoneWithoutParts() throws IOException {
    try (URLClassLoader loader = loader()) {
      assertThat(MissingServices.in(loader)).isEmpty();
    }
  }

  private void file(String path, String text) throws IOException {
    Path file = jar.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }
}
