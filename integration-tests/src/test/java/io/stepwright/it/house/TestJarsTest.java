package io.stepwright.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README's commands stop at the phase {@code compile} or leave the tests out, when there are no
 * test-jars yet. In an empty local repository they would not find one.
 */
class TestJarsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
  private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(stepwright-[a-z-]+)</artifactId>");

  private static final List<String> STARTED =
      List.of(
          "stepwright-example-onboarding",
          "stepwright-example-support-desk",
          "stepwright-example-travel-desk",
          "stepwright-runtime",
          "stepwright-processor",
          "stepwright-maven-plugin");

  @Test
  void noModuleOfTheReadmesCommandsNeedsATestJar() throws IOException {
    Map<String, String> poms = poms();
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(STARTED);
    while (!next.isEmpty()) {
      String artifact = next.remove();
      if (poms.containsKey(artifact) && reached.add(artifact)) {
        Matcher used = ARTIFACT.matcher(poms.get(artifact));
        while (used.find()) {
          next.add(used.group(1));
        }
      }
    }
    assertThat(reached).containsAll(STARTED).contains("stepwright-core", "stepwright-cache");
    assertThat(reached)
        .allSatisfy(
            artifact ->
                assertThat(poms.get(artifact))
                    .as(artifact)
                    .doesNotContain("<type>test-jar</type>"));
  }

  /** The poms of all modules by their artifacts, without the reference to the parent. */
  private static Map<String, String> poms() throws IOException {
    Map<String, String> poms = new TreeMap<>();
    Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (module.find()) {
      String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
      String own = PARENT.matcher(pom).replaceAll("");
      Matcher artifact = ARTIFACT.matcher(own);
      if (artifact.find()) {
        poms.put(artifact.group(1), own);
      }
    }
    return poms;
  }
}
