package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** A coverage report by JaCoCo leaves out generated classes. */
class CoverageTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @EveryCompiler
  void leavesOutGeneratedClasses(TestCompiler compiler) throws IOException {
    Compilation compilation =
        Compilation.with(compiler)
            .option("-Astepwright.resources=" + GOLDEN.resolve("resources").toAbsolutePath());
    // These agents have switches, lambdas, records for templates, and encoders, which become
    // classes of their own.
    for (String agent : List.of("Support", "Welcome")) {
      compilation.source(
          "app/" + agent + ".java", Files.readString(GOLDEN.resolve(agent + ".java")));
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.classes().resolve("app/WiredSupport.class")).exists();

    List<String> counted = counted(compiled);

    assertThat(counted).contains("app/Support", "app/Welcome$Signup");
    assertThat(counted).noneMatch(name -> name.contains("Wired"));
  }

  private static List<String> counted(Compiled compiled) throws IOException {
    CoverageBuilder coverage = new CoverageBuilder();
    new Analyzer(new ExecutionDataStore(), coverage).analyzeAll(compiled.classes().toFile());
    // JaCoCo's reports leave out classes without code.
    return coverage.getClasses().stream()
        .filter(IClassCoverage::containsCode)
        .map(IClassCoverage::getName)
        .sorted()
        .toList();
  }
}
