package io.stepwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.descriptor.DescriptorWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks every descriptor that a test has compiled: its schema, and what the reader makes of it.
 */
final class DescriptorCheck {

  private static final Schema SCHEMA = schema();

  private DescriptorCheck() {}

  private static Schema schema() {
    try (InputStream in = DescriptorWriter.class.getResourceAsStream("descriptor.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void checkAll(Path classes) throws IOException {
    Path folder = classes.resolve("META-INF/stepwright");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        check(file);
      }
    }
  }

  private static void check(Path file) throws IOException {
    String json = Files.readString(file);
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(file.toString()).isEmpty();
    assertThat(DescriptorWriter.write(DescriptorReader.read(json, file.toString())))
        .as(file.toString())
        .isEqualTo(json);
  }
}
