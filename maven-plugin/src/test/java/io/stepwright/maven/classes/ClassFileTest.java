package io.stepwright.maven.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.maven.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFileTest {

  /**
   * Has annotations with values of every kind, constants of every kind, and members with
   * attributes.
   */
  private static final String SOURCE =
      """
      package app;

      import java.lang.annotation.Retention;
      import java.lang.annotation.RetentionPolicy;
      import java.util.function.Supplier;

      class Outer {
        @interface Inner { String[] words() default {}; }

        @interface All {
          int number(); long big(); double real(); char letter(); boolean yes(); String text();
          Class<?> type(); Thread.State state(); Inner inner(); Inner[] inners(); int[] none();
        }

        @interface Last {}

        @Retention(RetentionPolicy.RUNTIME)
        @interface Visible {}

        @All(number = 1, big = 2L, real = 3.0, letter = 'c', yes = true, text = "t",
            type = String.class, state = Thread.State.NEW, inner = @Inner(words = {"a", "b"}),
            inners = {@Inner, @Inner(words = "c")}, none = {})
        @Visible
        @Last
        record Nested(@Deprecated int field, double other) {
          static final long LONG = 1L << 40;
          static final double DOUBLE = 0.1;
          static final float FLOAT = 0.1f;

          Supplier<String> lambda() {
            return () -> "value " + field + LONG + DOUBLE + FLOAT;
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void readsNameSourceAndAnnotations() throws IOException {
    Path classes = Compiled.in(folder, "app/Outer.java", SOURCE);

    ClassFile nested = ClassFile.read(classes.resolve("app/Outer$Nested.class"));

    assertThat(nested.name()).isEqualTo("app.Outer$Nested");
    assertThat(nested.packageName()).isEqualTo("app");
    assertThat(nested.nameInPackage()).isEqualTo("Outer$Nested");
    assertThat(nested.sourceFile()).isEqualTo("Outer.java");
    assertThat(nested.annotations()).containsExactly("app.Outer$All", "app.Outer$Last");
    assertThat(ClassFile.read(classes.resolve("app/Outer.class")).annotations()).isEmpty();
  }

  @Test
  void saysWhichFileIsNoClass() throws IOException {
    Path file = Files.writeString(folder.resolve("Text.class"), "this is a text");

    assertThatThrownBy(() -> ClassFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Text.class")
        .hasMessageContaining("does not begin as class files do");
  }

  @Test
  void saysWhichFileIsCutOff() throws IOException {
    Path classes = Compiled.in(folder, "app/Outer.java", SOURCE);
    byte[] whole = Files.readAllBytes(classes.resolve("app/Outer.class"));
    Path file = folder.resolve("Half.class");
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> ClassFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Half.class");
  }
}
