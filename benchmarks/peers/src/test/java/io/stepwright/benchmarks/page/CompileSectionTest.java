package io.stepwright.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.benchmarks.compile.Subject;
import io.stepwright.benchmarks.compile.Variant;
import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompileSectionTest {

  private final List<Row> rows = new ArrayList<>();

  private void measured(Subject subject, int count, Variant variant, double millis) {
    rows.add(
        Row.of("compile")
            .with("jdk", "25")
            .with("subject", subject.name())
            .with("count", Integer.toString(count))
            .with("variant", variant.name())
            .with("jvm", "fresh")
            .with("millis", millis));
  }

  @Test
  void whatIsAddedIsTheTimeWithLessTheTimeWithout() {
    measured(Subject.STEPWRIGHT, 100, Variant.PLAIN, 1_000);
    measured(Subject.STEPWRIGHT, 100, Variant.WRITTEN, 1_600);
    measured(Subject.STEPWRIGHT, 100, Variant.PROCESSED, 2_000);
    measured(Subject.DAGGER, 100, Variant.PLAIN, 800);
    measured(Subject.DAGGER, 100, Variant.PROCESSED, 4_000);
    CompileSection section = new CompileSection(new Figures(rows));
    assertThat(section.markdown())
        .contains("### JDK 25, fresh JVM")
        .contains(
            "| Stepwright, ten steps | 100 | 2.00 × | 1.25 × | 1.00 | 10.0 | 1.00 | 1.60 | 2.00 |")
        .contains("| Dagger, ten bindings | 100 | 5.00 × |  | 3.20 | 32.0 | 0.80 |  | 4.00 |")
        .doesNotContain("MapStruct, ten methods");
    assertThat(section.charts.get("benchmarks-compile.svg").svg())
        .contains("JDK 25, 100 classes", "1.00 s", "3.20 s");
  }

  @Test
  void goalsAreAboutAFewAgentsAndAboutMany() {
    measured(Subject.STEPWRIGHT, 100, Variant.PLAIN, 1_000);
    measured(Subject.STEPWRIGHT, 100, Variant.PROCESSED, 2_000);
    measured(Subject.STEPWRIGHT, 400, Variant.PLAIN, 3_000);
    measured(Subject.STEPWRIGHT, 400, Variant.PROCESSED, 8_000);
    assertThat(new Goals(new Figures(rows)).markdown())
        .contains("100 agents of ten steps: seconds added to javac | 2.00 | 1.00 | met")
        .contains("what each adds over what each of 100 does | 1.05 | 1.25 | **missed**");
  }
}
