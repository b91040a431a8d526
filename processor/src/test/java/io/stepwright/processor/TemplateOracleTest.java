package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RandomTemplates;
import io.stepwright.processor.testing.RandomTemplates.Sample;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.SchemaInstances;
import io.stepwright.processor.testing.TestCompiler;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Fills templates of random types by generated code, and compares the result with a reference that
 * inserts JSON into their text and parses it with another library.
 */
@Timeout(300)
class TemplateOracleTest {

  // Does not use Stepwright's prefix, because the runtime checks all settings that begin with it.
  private static final long SEED = Long.getLong("templates.seed", 20261122L);
  private static final int TEMPLATES = 60;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SLOT = "\\{\\{(?:write:((?:[^{}]|\\{\\{[^{}]*}})*)|([^{}]*))}}";

  /**
   * Matches a string that is one slot, a slot within a string, or escaped braces, whichever comes
   * first.
   */
  private static final Pattern FILLED =
      Pattern.compile("\"%s\"|(?<!\\\\)%s|\\\\\\\\\\{\\{".formatted(SLOT, SLOT));

  private static final String EVIL = "\"}, {{write: x}} {{in.text}} \\{{ \n\t \u2028 é \\\" ]";

  @Test
  void generatedCodeFillsLikeTheReference() throws Throwable {
    Random random = new Random(SEED);
    RandomTemplates templates = new RandomTemplates(random);
    List<Sample> samples = new ArrayList<>();
    StringBuilder steps = new StringBuilder();
    Compilation compilation = Compilation.with(TestCompiler.JAVAC);
    for (int i = 0; i < TEMPLATES; i++) {
      Sample sample = templates.sample(i % 3 != 0);
      samples.add(sample);
      compilation.resource("t" + i + ".json", sample.json());
      steps.append(
          """
          @AgentStep %s @Template("t%d.json") %s step%d(In in);
          @EntryPoint("step%d") %s run%d(In in);
          """
              .formatted(
                  i % 3 != 0 ? "@Model(\"m\")" : "", i, sample.type(), i, i, sample.type(), i));
    }
    Compiled compiled =
        compilation
            .source(
                "app/Filled.java",
                """
                package app;
                import io.stepwright.*;
                import java.math.BigDecimal;
                import java.time.LocalDate;
                import java.util.*;
                @SuppressWarnings("stepwright:UnusedParameter")
                @Agent
                public interface Filled {
                  enum Kind { A, B }
                  record Inner(String word) {}
                  record In(String text, int count, boolean flag, Kind kind, Optional<String> maybe, Optional<Kind> none,
                      List<String> items, Inner inner, double ratio) {}
                """
                    + templates.declarations()
                    + steps
                    + "}")
            .compile();
    assertThat(compiled.errors()).as("seed %d", SEED).isEmpty();
    SchemaInstances answers = new SchemaInstances(random);
    List<String> replies = new CopyOnWriteArrayList<>();
    FakeModel model =
        new FakeModel(
            request -> {
              replies.add(answers.of(request.schema().json()));
              return replies.get(0);
            });
    try (RunningAgent agent = new RunningAgent(compiled, "Filled", model)) {
      Object in =
          agent.make(
              "In",
              EVIL,
              -7,
              true,
              agent.constant("Kind", "A"),
              Optional.of(EVIL),
              Optional.empty(),
              List.of("a", EVIL),
              agent.make("Inner", EVIL),
              0.25);
      for (int i = 0; i < TEMPLATES; i++) {
        replies.clear();
        Object result = agent.call("run" + i, in);
        JsonNode reply = replies.isEmpty() ? NullNode.getInstance() : JSON.readTree(replies.get(0));
        String filled =
            fill(
                samples.get(i).json(),
                JSON.readTree(JSON.writeValueAsString(components(in))),
                reply);
        assertThat(plain(result))
            .as("seed %d, template %d: %s", SEED, i, samples.get(i).json())
            .isEqualTo(plain(JSON.readTree(filled)));
      }
    }
  }

  /**
   * Returns the template's text with JSON inserted in one pass: inserted text is not scanned again.
   */
  private static String fill(String template, JsonNode in, JsonNode reply) {
    List<JsonNode> written = new ArrayList<>();
    reply.properties().forEach(property -> written.add(property.getValue()));
    StringBuilder filled = new StringBuilder();
    Matcher slot = FILLED.matcher(template);
    while (slot.find()) {
      String found = slot.group();
      if (found.equals("\\\\{{")) {
        slot.appendReplacement(filled, "{{");
        continue;
      }
      boolean whole = found.startsWith("\"");
      boolean write = found.contains("{{write:");
      JsonNode value = write ? written.remove(0) : at(in, slot.group(whole ? 2 : 4).strip());
      String json = JSON.writeValueAsString(value);
      String text = value.isString() ? value.asString() : value.isNull() ? "" : json;
      String quoted = JSON.writeValueAsString(text);
      String put = whole ? json : quoted.substring(1, quoted.length() - 1);
      slot.appendReplacement(filled, Matcher.quoteReplacement(put));
    }
    assertThat(written).isEmpty();
    return slot.appendTail(filled).toString();
  }

  private static JsonNode at(JsonNode in, String path) {
    return path.equals("in") ? in : in.get(path.substring("in.".length()));
  }

  /**
   * Returns a value of Java or JSON as maps, lists, strings and decimals; absent values are left
   * out.
   */
  private static Object plain(Object value) throws ReflectiveOperationException {
    if (value instanceof JsonNode node) {
      return plain(node);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? null : plain(optional.get());
    }
    if (value instanceof Record) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (Class<?> implemented : value.getClass().getInterfaces()) {
        if (implemented.isSealed()) {
          object.put("type", value.getClass().getSimpleName());
        }
      }
      object.putAll(components(value));
      object.values().removeIf(Objects::isNull);
      return object;
    }
    if (value instanceof List<?> items) {
      List<Object> list = new ArrayList<>();
      for (Object item : items) {
        list.add(plain(item));
      }
      return list;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    return value instanceof Boolean ? value : value.toString();
  }

  /** Returns the components of a record, including absent ones. */
  private static Map<String, Object> components(Object value) throws ReflectiveOperationException {
    Map<String, Object> components = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      components.put(component.getName(), plain(component.getAccessor().invoke(value)));
    }
    return components;
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> object = new TreeMap<>();
      node.properties().stream()
          .filter(each -> !each.getValue().isNull())
          .forEach(each -> object.put(each.getKey(), plain(each.getValue())));
      return object;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros();
    }
    return node.isBoolean() ? (Object) node.asBoolean() : node.isNull() ? null : node.asString();
  }
}
