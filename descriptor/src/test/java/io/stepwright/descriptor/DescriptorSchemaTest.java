package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorSchemaTest {

  private static final Path SCHEMA =
      Path.of("src/main/resources/io/stepwright/descriptor/descriptor.schema.json");

  private static List<?> problems(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @MethodSource("io.stepwright.descriptor.Goldens#files")
  void describesWhatIsWritten(Path file) throws IOException {
    assertThat(problems(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"schemaVersion\": 1 | \"schemaVersion\": 2",
        "\"kind\": \"model\" | \"kind\": \"magic\"",
        "\"spine\": true | \"spine\": \"yes\"",
        "\"from\": \"step\" | \"from\": \"nowhere\"",
        "\"agent\": \"Support\" | \"agent\": \"Support\", \"other\": 1",
        "\"attempts\": 3 | \"attempts\": 0"
      })
  void refusesWhatIsNever(String part, String wrong) throws IOException {
    String json = Goldens.text("Support");
    assertThat(json).contains(part);
    assertThat(problems(json.replace(part, wrong))).isNotEmpty();
  }

  @Test
  void isThatOfTheDocumentation() throws IOException {
    assertThat(Path.of("../docs/descriptor.schema.json")).hasSameTextualContentAs(SCHEMA);
  }

  @Test
  void isInTheJar() {
    assertThat(DescriptorWriter.class.getResource("descriptor.schema.json")).isNotNull();
  }
}
