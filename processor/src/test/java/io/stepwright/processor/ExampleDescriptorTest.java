package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The descriptors of the examples. That they fit their schema is checked of all in tests. */
class ExampleDescriptorTest {

  @ParameterizedTest
  @CsvSource({
    "onboarding, io.stepwright.examples.onboarding.Onboarding",
    "support-desk, io.stepwright.examples.supportdesk.SupportDesk",
    "travel-desk, io.stepwright.examples.traveldesk.TravelDesk"
  })
  void isWrittenAndRead(String example, String agent) throws IOException {
    Path main = Path.of("../examples", example, "src/main").toAbsolutePath().normalize();
    String source = agent.replace('.', '/') + ".java";
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source(source, Files.readString(main.resolve("java").resolve(source)))
            .option("-Astepwright.resources=" + main.resolve("resources"))
            .option("-sourcepath")
            .option(main.resolve("java").toString())
            .compile();
    assertThat(compiled.errors()).isEmpty();
    String json = compiled.resource("META-INF/stepwright/" + agent + ".json");
    assertThat(DescriptorReader.read(json, example).entryPoints()).isNotEmpty();
  }
}
