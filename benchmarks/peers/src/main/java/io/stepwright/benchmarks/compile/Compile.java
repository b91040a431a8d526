package io.stepwright.benchmarks.compile;

import io.stepwright.benchmarks.result.Row;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Measures the time of the compiler. */
public final class Compile {

  /** The name of this part of the benchmark. */
  public static final String PART = "compile";

  private Compile() {}

  /**
   * Compiles a project in this JVM. The variants alternate, so that a disturbance affects all of
   * them.
   *
   * @param project a project that is written, and generated if a variant needs that
   * @param variants the variants to compile
   * @param warmUps the number of compilations of each variant before the measured ones; 0 measures
   *     a fresh compiler, which is meaningful only for one variant and one compilation
   * @param times the number of measured compilations of each variant
   * @param rows receives the figures
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
