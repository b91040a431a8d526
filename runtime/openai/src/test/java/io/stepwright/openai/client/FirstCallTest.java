package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first call of a process: the classes that it loads, which is most of its cost and can be
 * counted, and its deadline.
 */
@Timeout(300)
class FirstCallTest {

  private static final int MOST_CLASSES = 2_000;
  private static final Pattern LOADED = Pattern.compile("] (\\S+) source: .*");

  /** Classes that the first call must not load, by the beginnings of their names. */
  private static final List<String> NEVER =
      List.of(
          "kotlin.",
          "com.openai.",
          "com.fasterxml.jackson.databind.",
          "com.github.benmanes.caffeine.",
          "io.stepwright.cache.",
          "io.stepwright.descriptor.",
          "java.util.logging.",
          "sun.security.ssl.",
          "java.util.regex.",
          "java.security.SecureRandom$");

  @TempDir Path folder;

  @Test
  void loadsFewClassesAndNoneOfTheseLibraries() throws Exception {
    Path log = folder.resolve("classes.log");
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.text("{\"value\":3}"));
      assertThat(run(List.of("-Xlog:class+load:file=" + log), server.baseUrl(), 60_000, 0))
          .containsExactly("value 3");
    }
    List<String> classes = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher loaded = LOADED.matcher(line);
      if (loaded.find()) {
        classes.add(loaded.group(1));
      }
    }
    assertThat(classes)
        .as("the log was understood")
        .contains("java.lang.Object", "io.stepwright.runtime.AgentRuntime")
        .noneMatch(name -> NEVER.stream().anyMatch(name::startsWith))
        .hasSizeLessThan(MOST_CLASSES);
  }

  /** A machine may be slow, so this does not measure; {@code benchmarks/run cold} does. */
  @Test
  void holdsItsDeadlineBesideBusyThreads() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/v1";
      for (int limit : new int[] {50, 1_000}) {
        List<String> output = run(List.of(), url, limit, 4);
        assertThat(output).hasSize(1);
        String[] told = output.get(0).split(" ");
        assertThat(told[0]).isEqualTo("RunTimeoutException");
        assertThat(Long.parseLong(told[1])).isBetween(0L, 10_000L);
      }
    }
  }

  private List<String> run(List<String> options, String url, int limit, int busy)
      throws IOException, InterruptedException {
    List<String> arguments = List.of(url, Integer.toString(limit), Integer.toString(busy));
    return ChildJvm.run(ChildJvm.command(options, FirstCall.class, arguments), folder);
  }
}
