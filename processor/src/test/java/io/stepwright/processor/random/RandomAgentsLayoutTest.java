package io.stepwright.processor.random;

import io.stepwright.processor.testing.GoogleJavaFormat;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Classes generated for random agents are formatted as google-java-format would format them. {@code
 * -DrandomAgents.seed=…} tests the class of one seed alone.
 */
@DisabledForJreRange(min = JRE.JAVA_25) // google-java-format does not run on this version.
class RandomAgentsLayoutTest {

  private static final int COUNT = 30;
  private static final long SEEDS = 1_000_000_000L;

  @Test
  void generatedClassesStayAsTheyAre() {
    Long one = Long.getLong("randomAgents.seed");
    long first = one != null ? one : Math.floorMod(System.nanoTime(), SEEDS);
    List<Long> seeds = LongStream.range(first, first + (one != null ? 1 : COUNT)).boxed().toList();
    System.out.printf("The layout of random agents of the seeds from %d%n", first);
    Batch batch = new Batch(TestCompiler.JAVAC, seeds);
    GoogleJavaFormat.assertUnchanged(batch.generated());
  }
}
