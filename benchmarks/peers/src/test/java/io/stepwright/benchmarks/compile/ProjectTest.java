package io.stepwright.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A compiled project must contain generated classes. */
@Timeout(120)
class ProjectTest {

  @TempDir private Path folder;

  private Project project(Subject subject) throws IOException {
    // The class path of tests has Stepwright's processor and its dependencies.
    String path =
        subject == Subject.STEPWRIGHT
            ? System.getProperty("java.class.path")
            : Files.readString(Path.of(System.getProperty("benchmark.processors"))).strip();
    return new Project(folder, subject, 2, path);
  }

  private static Set<String> classes(Path output) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> output.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STEPWRIGHT, WiredClass1.java, 1",
    "DAGGER, DaggerClass1.java, 11",
    "MAPSTRUCT, Class1Impl.java, 1"
  })
  void allVariantsCompileAndHaveTheirClasses(Subject subject, String generated, int eachTime)
      throws IOException {
    Project project = project(subject);
    project.write();
    project.generate();
    assertThat(Javac.sources(project.generated()))
        .hasSize(2 * eachTime)
        .contains(project.generated().resolve("bench").resolve(generated));
    List<Row> rows = new ArrayList<>();
    Compile.measure(project, List.of(Variant.values()), 0, 1, rows::add);
    assertThat(rows).hasSize(3);
    assertThat(new Figures(rows).where("subject", subject.name(), "count", "2").least("millis"))
        .isPositive();
    String type = Path.of("bench", generated.replace(".java", ".class")).toString();
    assertThat(classes(project.output(Variant.PLAIN))).isNotEmpty().doesNotContain(type);
    assertThat(classes(project.output(Variant.PROCESSED)))
        .contains(type)
        .isEqualTo(classes(project.output(Variant.WRITTEN)));
  }

  @Test
  void whatDoesNotCompileIsAFailure() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("wrong"));
    Files.writeString(sources.resolve("Wrong.java"), "class Wrong { int number = true; }");
    assertThatThrownBy(() -> Javac.millis(List.of(sources), folder.resolve("out"), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrong");
  }
}
