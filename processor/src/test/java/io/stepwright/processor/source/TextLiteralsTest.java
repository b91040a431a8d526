package io.stepwright.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.layout.SourceLayout;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class TextLiteralsTest {

  private static final String[] PIECES = {
    "a", " ", "  ", "\n", "\n\n", "\t", "\r", "\\", "\"", "\"\"\"", "\\u0041", "{{x}}", "é",
    "\u2028", "\u00a0", "😀", "\0", "\f", "$L", "%s", "\\n", "'", "\ud800", "\udc00", "\u2029",
    "\u001a", "\u007f", "\\u"
  };

  @Test
  void longLinesAreBrokenAfterSpaces() {
    String words = "a word and   another, ".repeat(20);
    String block = TextLiterals.block("short\n" + words + "\n" + "x".repeat(200) + "\n", 86);
    assertThat(block.lines())
        .filteredOn(line -> !line.startsWith("x"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(86).doesNotStartWith(" "));
    assertThat(block).contains("x".repeat(200));
  }

  @Test
  void everyTextComesBackAsItWas() throws ReflectiveOperationException {
    Random random = new Random(20261122);
    List<String> texts =
        new ArrayList<>(List.of("", "\n", "x".repeat(70_000), "é\n".repeat(30_000)));
    for (int i = 0; i < 700; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(i < 600 ? 12 : 250); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }
    TypeSpec.Builder type = TypeSpec.classBuilder("Texts").addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < texts.size(); i++) {
      type.addField(
          FieldSpec.builder(String.class, "T" + i, Modifier.PUBLIC, Modifier.STATIC)
              .initializer("$L", TextLiterals.block(texts.get(i), 60))
              .build());
      type.addField(
          FieldSpec.builder(String.class, "L" + i, Modifier.PUBLIC, Modifier.STATIC)
              .initializer("$L", TextLiterals.of(texts.get(i)))
              .build());
    }
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source(
                "app/Texts.java",
                SourceLayout.format(JavaFile.builder("app", type.build()).build().toString()))
            .compile();
    assertThat(compiled.errors()).isEmpty();
    Class<?> loaded = compiled.loader().loadClass("app.Texts");
    for (int i = 0; i < texts.size(); i++) {
      assertThat(loaded.getField("T" + i).get(null)).as("text %d", i).isEqualTo(texts.get(i));
      assertThat(loaded.getField("L" + i).get(null)).as("text %d", i).isEqualTo(texts.get(i));
    }
  }
}
