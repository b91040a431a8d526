package io.stepwright.benchmarks.compile;

import io.stepwright.benchmarks.result.Row;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** How long the compiler takes. */
public final class Compile {

  /** The name of this part. */
  public static final String PART = "compile";

  private Compile() {}

  /**
   * Compiles a project in this JVM, each variant in turn, so that a disturbance meets all of them.
   *
   * @param project one that was written, and generated if a variant needs that
   * @param variants of it
   * @param warmUps how often each before it is measured; none measures a compiler that starts,
   *     which makes sense for one variant and one time only
   * @param times how often each is measured
   */
  public static void measure(
      Project project, List<Variant> variants, int warmUps, int times, Consumer<Row> rows)
      throws IOException {
    for (int i = -warmUps; i < times; i++) {
      for (Variant variant : variants) {
        double millis = project.millis(variant);
        if (i >= 0) {
          rows.accept(
              project
                  .row()
                  .with("variant", variant.name())
                  .with("jvm", warmUps > 0 ? "warm" : "fresh")
                  .with("millis", millis));
        }
      }
    }
  }
}
