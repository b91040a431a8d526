package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading a server's response costs little more than its size, which is bounded. */
@Timeout(300)
class HostileBodiesTest {

  private static final int MIB = 1024 * 1024;
  // The young generation is part of the measurement, and mostly full of garbage, so it is kept
  // small.
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xmn16m");
  private static final long LIMIT = 20_000;
  // Long enough for calls that end before their limit.
  private static final long PATIENT = 120_000;
  // The documented 250 ms apply to a machine without other load.
  private static final long SLACK = 10_000;

  @TempDir private Path folder;

  /**
   * The outcome of a call.
   *
   * @param mib the largest heap, above the size before the call
   */
  private record Outcome(String path, long millis, long mib, String what) {

    static Outcome of(String line) {
      String[] parts = line.split(";", 4);
      return new Outcome(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }
  }

  private List<Outcome> outcomes(long limit, int atOnce, List<String> options, List<String> paths)
      throws Exception {
    try (RawServer server = HostileServer.start()) {
      List<String> arguments = new ArrayList<>(List.of("" + limit, "" + atOnce));
      paths.forEach(path -> arguments.add(server.url(path)));
      List<String> lines =
          ChildJvm.run(ChildJvm.command(options, HostileCalls.class, arguments), folder);
      System.out.println(String.join(System.lineSeparator(), lines));
      assertThat(lines).hasSameSizeAs(paths);
      return lines.stream().map(Outcome::of).toList();
    }
  }

  private static List<String> paths(String status, String how, long size) {
    List<String> paths = new ArrayList<>();
    for (Junk junk : Junk.values()) {
      paths.add("/" + status + "/" + how + "/" + junk + "/" + size);
    }
    return paths;
  }

  @Test
  void anAnswerOfAnyShapeAndSizeCostsLittle() throws Exception {
    List<String> paths = paths("200", "cut", 15 * MIB);
    paths.addAll(paths("200", "cut", 4 * MIB - 100));
    paths.addAll(paths("200", "endless", 0));
    paths.addAll(paths("200", "bomb", 0));
    assertThat(outcomes(LIMIT, 1, SMALL_HEAP, paths))
        .allSatisfy(
            outcome -> {
              assertThat(outcome.what()).matches("\\[(INVALID_RESPONSE (0|200)|CONNECTION 0)]");
              assertThat(outcome.mib()).isLessThanOrEqualTo(64);
              assertThat(outcome.millis()).isLessThan(LIMIT + SLACK);
            });
  }

  @Test
  void anErrorOfAnyShapeAndSizeCostsLittle() throws Exception {
    List<String> paths = paths("400", "cut", 15 * MIB);
    paths.addAll(paths("503", "endless", 0));
    paths.addAll(paths("400", "bomb", 0));
    assertThat(outcomes(LIMIT, 1, SMALL_HEAP, paths))
        .allSatisfy(
            outcome -> {
              assertThat(outcome.what()).matches("\\[STATUS (400|503)]");
              assertThat(outcome.mib()).isLessThanOrEqualTo(24);
              assertThat(outcome.millis()).isLessThan(LIMIT + SLACK);
            });
  }

  /**
   * Each answer alone is small enough, but all together are not, neither on the wire nor while they
   * are read.
   */
  @Test
  void manyAnswersAtOnceAreBoundedTogether() throws Exception {
    String size = "/" + (4 * MIB - 100);
    List<Outcome> outcomes =
        outcomes(
            PATIENT,
            48,
            SMALL_HEAP,
            List.of(
                "/200/held/EMPTY_OBJECTS" + size,
                "/200/held/LONG_CONTENT" + size,
                "/200/cut/LONG_CONTENT" + size,
                "/200/cut/DIFFERENT_KEYS" + size,
                "/200/cut/DEEP_OBJECTS" + size));
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.what()).doesNotContain("Error"))
        .filteredOn(outcome -> outcome.path().contains("held"))
        .allSatisfy(outcome -> assertThat(outcome.what()).contains("RESOURCES 0"));
  }

  /** An error without the rest of its body is still reported. */
  @Test
  void bodiesThatDripOrStopEndWithTheLimit() throws Exception {
    long limit = 3_000;
    List<Outcome> outcomes =
        outcomes(
            limit,
            1,
            SMALL_HEAP,
            List.of(
                "/503/cut/LONG_STRING/1000",
                "/200/dripping/BLANKS/0",
                "/200/held/LONG_STRING/1000",
                "/400/dripping/BLANKS/0",
                "/503/held/LONG_STRING/1000"));
    assertThat(outcomes)
        .extracting(Outcome::what)
        .containsExactly(
            "[STATUS 503]", "[TIMEOUT 0]", "[TIMEOUT 0]", "[STATUS 400]", "[STATUS 503]");
    assertThat(outcomes.subList(1, 5))
        .allSatisfy(outcome -> assertThat(outcome.millis()).isBetween(limit - 200, limit + SLACK));
  }
}
