package io.stepwright.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenPackageTest {

  private static final Set<String> NAMES = Set.of("java", "app");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = java.util.List.of(1);",
        "run(app.A.Kind.X)",
        "map(app.WiredA::decode)",
        "a('\"', java.util.List.of('\\'', \"\\\"\"))"
      })
  void expressionsAreHidden(String code) {
    assertThat(HiddenPackage.in("package app;\n" + code, NAMES)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.List;",
        "java.util.List<String> list;",
        "new java.util.ArrayList<>()",
        "asEnum(app.A.Kind.class)",
        "java.name().text()",
        "Map.java.util()",
        "/* java.util.List.of() */",
        "text(\"java.util.List.of()\", '\"', \"\"\"\njava.util.List.of(\\\"\"\"\n\"\"\")"
      })
  void allElseIsNot(String code) {
    assertThat(HiddenPackage.in("package app;\n" + code, NAMES)).isEmpty();
  }

  @Test
  void aLongSourceIsNoProblem() {
    String source = "a(\"" + "\\\\x".repeat(200_000) + "\");\njava.util.List.of()";
    assertThat(HiddenPackage.in(source, NAMES)).contains("java.util.List");
  }
}
