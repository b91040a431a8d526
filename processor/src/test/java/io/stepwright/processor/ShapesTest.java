package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.SchemaInstances;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ModelStep;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Puts every container into every other, as the answer of one model and in the prompt of another:
 * the type is either reported, or the agent compiles, the schema accepts the JSON written for a
 * value, and reading it gives an equal value.
 */
class ShapesTest {

  private static final long SEED = Long.getLong("stepwright.seed", 20261129L);

  private static final List<String> LEAVES =
      List.of(
          "String",
          "Integer",
          "Boolean",
          "Double",
          "Long",
          "UUID",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "OffsetDateTime",
          "URI",
          "Locale",
          "Kind",
          "Pair",
          "Animal",
          "Same");

  private static final List<String> CONTAINERS =
      List.of(
          "List<%s>",
          "Optional<%s>",
          "Box<%s>",
          "Page<%s>",
          "Res<%s>",
          "List<? extends %s>",
          "Optional<? extends %s>",
          "Box<? extends %s>",
          "Page<? extends %s>",
          "Res<? extends %s>",
          "Bounded<?>",
          "Map<String, %s>",
          "Set<%s>",
          "%s[]",
          "List");

  private static final String TYPES =
      """
      package app;
      import java.util.*;
      public interface Types {
        enum Kind { A, B }
        record Pair(int a, Optional<String> b) {}
        record Box<T>(T v) {}
        record Page<T>(List<T> items, Optional<T> first) {}
        record Bounded<T extends Pair>(T v, List<T> all) {}
        sealed interface Animal permits Cat, Dog {}
        record Cat(String name) implements Animal {}
        record Dog(int age, List<Kind> kinds) implements Animal {}
        sealed interface Res<T> {}
        record Ok<T>(T value) implements Res<T> {}
        record Err<E>(String why, List<E> seen) implements Res<E> {}
        sealed interface Same permits Same.X, Other.X {
          record X(int a) implements Same {}
        }
        interface Other { record X(String b) implements Same {} }
      }
      """;

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import app.Types.*;
      import java.net.URI;
      import java.time.*;
      import java.util.*;
      @Agent public interface %1$s {
        record Root(%2$s v, boolean last) {}
        @EntryPoint("shown") String run(String in);
        @AgentStep @Model("m") @Prompt("{{in}}") Root out(String in);
        @AgentStep @Model("m") @Cached @Prompt("{{out}}") String shown(Root out);
      }
      """;

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void whatIsWrittenIsReadAsItWas(TestCompiler compiler) throws Throwable {
    Random random = new Random(SEED);
    Map<String, String> types = new LinkedHashMap<>();
    for (String outer : CONTAINERS) {
      for (String inner : CONTAINERS) {
        types.put("T" + types.size(), nested(outer, nested(inner, leaf(random))));
      }
      types.put("T" + types.size(), nested(outer, leaf(random)));
      types.put("T" + types.size(), nested(outer, any(random, 3)));
    }
    LEAVES.forEach(leaf -> types.put("T" + types.size(), leaf));
    types.put("T" + types.size(), "int");

    Compiled first = compile(compiler, types);
    assertThat(first.errors())
        .filteredOn(error -> !Set.of("UnsupportedResult", "SlotType").contains(error.id()))
        .as("seed %d", SEED)
        .isEmpty();
    Set<String> wrong =
        first.errors().stream()
            .map(error -> error.file().replace(".java", ""))
            .collect(Collectors.toSet());
    for (String name : wrong) {
      assertThat(types.get(name)).containsPattern(NOT_SUPPORTED);
    }
    types.keySet().removeAll(wrong);
    assertThat(types).hasSizeGreaterThan(100);

    Compiled compiled = compile(compiler, types);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).noneMatch(warning -> warning.file().startsWith("Wired"));
    try (URLClassLoader loader = (URLClassLoader) compiled.loader()) {
      for (String name : types.keySet()) {
        for (int i = 0; i < 4; i++) {
          check(loader, name, types.get(name), random);
        }
      }
    }
  }

  /**
   * Types that are not supported: maps, arrays of generic types, raw lists, and an optional of an
   * optional.
   */
  private static final Pattern NOT_SUPPORTED =
      Pattern.compile(
          "Map<|>\\[]|List(?!<)|Optional<(\\? extends )?Optional|Page<(\\? extends )?Optional");

  private static void check(ClassLoader loader, String name, String type, Random random)
      throws Throwable {
    ModelStep<?> call = call(loader, name);
    String answer = new SchemaInstances(random).of(call.schema());
    String description = "seed %d, %s: %s".formatted(SEED, type, answer);
    FakeModel model =
        new FakeModel(request -> request.prompt().equals("the text") ? answer : "shown");
    Object value = call.decoder().decode(JsonValue.parse(answer));
    try (RunningAgent agent = new RunningAgent(loader, name, model)) {
      agent.call("run", "the text");
    }
    String written = model.requests().get(1).prompt();
    Schema oracle =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(call.schema(), InputFormat.JSON);
    assertThat(oracle.validate(written, InputFormat.JSON)).as(description).isEmpty();
    Object again = call.decoder().decode(JsonValue.parse(written));
    if (type.contains("[]")) { // Arrays with equal elements are not equal in Java.
      assertThat(again).as(description).usingRecursiveComparison().isEqualTo(value);
    } else {
      assertThat(again).as(description).isEqualTo(value);
    }
  }

  private static ModelStep<?> call(ClassLoader loader, String name) throws Exception {
    Field field = loader.loadClass("app.Wired" + name).getDeclaredField("OUT");
    field.setAccessible(true);
    return (ModelStep<?>) field.get(null);
  }

  private static Compiled compile(TestCompiler compiler, Map<String, String> types) {
    Compilation compilation = Compilation.with(compiler).source("app/Types.java", TYPES);
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xmaxerrs").option("10000");
    }
    types.forEach(
        (name, type) -> compilation.source("app/" + name + ".java", AGENT.formatted(name, type)));
    return compilation.compile();
  }

  private static String any(Random random, int depth) {
    return depth == 0
        ? leaf(random)
        : nested(CONTAINERS.get(random.nextInt(CONTAINERS.size())), any(random, depth - 1));
  }

  private static String leaf(Random random) {
    return LEAVES.get(random.nextInt(LEAVES.size()));
  }

  private static String nested(String container, String inner) {
    return container.formatted(inner);
  }
}
