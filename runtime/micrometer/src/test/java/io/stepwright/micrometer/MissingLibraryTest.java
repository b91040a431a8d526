package io.stepwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Without Micrometer, as after an exclusion, this jar must not stop a program. */
class MissingLibraryTest {

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutMicrometerARuntimeIsMadeAndSaysWhatIsMissing() throws Exception {
    URL[] jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("micrometer-core"))
            .map(MissingLibraryTest::url)
            .toArray(URL[]::new);
    List<String> said = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            said.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.stepwright");
    logger.addHandler(handler);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader lacking = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(lacking);
      Class<?> runtime = lacking.loadClass("io.stepwright.runtime.AgentRuntime");
      ((AutoCloseable) runtime.getMethod("fromEnvironment").invoke(null)).close();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      logger.removeHandler(handler);
    }
    assertThat(said)
        .singleElement()
        .asString()
        .contains(
            "io.stepwright.micrometer.MicrometerListener",
            "the class io.micrometer.core.instrument.MeterRegistry is missing");
  }
}
