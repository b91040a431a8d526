package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.SchemaInstances;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ModelStep;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests generated schemas and decoders with a schema library as the oracle: values that the schema
 * allows are decoded, and values that it forbids are refused by both.
 */
class SchemaOracleTest {

  private static final long SEED = Long.getLong("stepwright.seed", 20261122L);
  private static final List<ModelStep<?>> CALLS = new ArrayList<>();

  @BeforeAll
  static void compile() throws Exception {
    Compiled compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source(
                "app/Answers.java",
                Files.readString(Path.of("src/test/resources/golden/Answers.java")))
            .compile();
    for (Field field : compiled.loader().loadClass("app.WiredAnswers").getDeclaredFields()) {
      if (field.getType() == ModelStep.class) {
        field.setAccessible(true);
        CALLS.add((ModelStep<?>) field.get(null));
      }
    }
    assertThat(CALLS).hasSize(7);
  }

  private static Schema oracle(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  @Test
  void whatASchemaAllowsIsDecoded() {
    Random random = new Random(SEED);
    for (ModelStep<?> call : CALLS) {
      Schema oracle = oracle(call.schema());
      for (int i = 0; i < 200; i++) {
        String answer = new SchemaInstances(random).of(call.schema());
        assertThat(oracle.validate(answer, InputFormat.JSON)).as(answer).isEmpty();
        assertThat(call.decoder().decode(JsonValue.parse(answer)))
            .as("seed %d, %s: %s", SEED, call.schemaName(), answer)
            .isNotNull();
      }
    }
  }

  @Test
  void whatASchemaForbidsIsRefusedByBoth() {
    Random random = new Random(SEED);
    for (ModelStep<?> call : CALLS) {
      Schema oracle = oracle(call.schema());
      for (int i = 0; i < 200; i++) {
        String answer = new SchemaInstances(random).spoilt(call.schema());
        assertThat(oracle.validate(answer, InputFormat.JSON)).as(answer).isNotEmpty();
        assertThat(catchThrowable(() -> call.decoder().decode(JsonValue.parse(answer))))
            .as("seed %d, %s: %s", SEED, call.schemaName(), answer)
            .isInstanceOf(JsonMismatchException.class);
      }
    }
  }
}
