package io.stepwright.processor.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Makes random JSON for a schema: valid, or with one invalid place. */
public final class SchemaInstances {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random;
  private int places;
  private int spoilt = -1;

  /** Creates instances from a source of randomness. */
  public SchemaInstances(Random random) {
    this.random = random;
  }

  /** Returns JSON that the schema allows. */
  public String of(String schema) {
    return JSON.writeValueAsString(instance(JSON.readTree(schema)));
  }

  /** Returns JSON that the schema forbids, because of one place in it. */
  public String spoilt(String schema) {
    JsonNode tree = JSON.readTree(schema);
    long seed = random.nextLong();
    SchemaInstances counting = new SchemaInstances(new Random(seed));
    counting.instance(tree);
    SchemaInstances spoiling = new SchemaInstances(new Random(seed));
    spoiling.spoilt = random.nextInt(counting.places);
    return JSON.writeValueAsString(spoiling.instance(tree));
  }

  private Object instance(JsonNode schema) {
    if (schema.has("anyOf")) {
      JsonNode choices = schema.get("anyOf");
      return instance(choices.get(random.nextInt(choices.size())));
    }
    boolean spoil = places++ == spoilt;
    Object value = value(schema);
    return spoil ? wrong(schema) : value;
  }

  private Object value(JsonNode schema) {
    JsonNode types = schema.get("type");
    String type =
        types.isArray() ? types.get(random.nextInt(types.size())).asString() : types.asString();
    return switch (type) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> text(schema);
      case "boolean" -> random.nextBoolean();
      case "integer" -> whole(schema);
      case "number" -> random.nextBoolean() ? random.nextGaussian() * 1e6 : random.nextInt();
      default -> null;
    };
  }

  private Object object(JsonNode schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    schema
        .get("properties")
        .properties()
        .forEach(e -> object.put(e.getKey(), instance(e.getValue())));
    return object;
  }

  private Object array(JsonNode schema) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(instance(schema.get("items")));
    }
    return items;
  }

  private long whole(JsonNode schema) {
    long least = schema.has("minimum") ? schema.get("minimum").asLong() : Long.MIN_VALUE / 2;
    long most = schema.has("maximum") ? schema.get("maximum").asLong() : Long.MAX_VALUE / 2;
    return switch (random.nextInt(3)) {
      case 0 -> least;
      case 1 -> most;
      default -> least + Math.floorMod(random.nextLong(), most - least + 1);
    };
  }

  private String text(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> names = new ArrayList<>();
      schema.get("enum").forEach(name -> names.add(name.asString("")));
      names.remove("");
      return names.get(random.nextInt(names.size()));
    }
    if (schema.has("pattern") && !schema.has("format")) {
      return matching(schema.get("pattern").asString());
    }
    return switch (schema.has("format") ? schema.get("format").asString() : "") {
      case "date" -> "2026-02-" + (10 + random.nextInt(19));
      case "date-time" -> "2026-01-31T12:00:0%dZ".formatted(random.nextInt(10));
      case "duration" -> "PT" + random.nextInt(9_999) + "S";
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      default -> random.nextBoolean() ? "" : "text \" \u2028 " + random.nextInt();
    };
  }

  private String matching(String pattern) {
    List<String> samples =
        List.of(
            "é",
            "-" + random.nextInt(9_999) + ".50",
            "%02d:00:01".formatted(random.nextInt(24)),
            "2026-02-%02dT10:11:12.5".formatted(1 + random.nextInt(28)),
            "https://example.com/" + random.nextInt(9),
            random.nextBoolean() ? "en-GB" : "zh-Hant",
            random.nextBoolean() ? "EUR" : "JPY");
    return samples.stream().filter(sample -> sample.matches(pattern)).findFirst().orElseThrow();
  }

  /** Returns a value of a type that the schema does not name. */
  private Object wrong(JsonNode schema) {
    String types = schema.get("type").toString();
    if (schema.has("enum") && random.nextBoolean()) {
      return "NO SUCH NAME";
    }
    if (schema.has("maximum") && random.nextBoolean()) {
      return schema.get("maximum").asLong() + 1;
    }
    if (types.contains("integer") && random.nextBoolean()) {
      return 1.5;
    }
    if (types.contains("object") && !allMayBeNull(schema) && random.nextBoolean()) {
      return Map.of();
    }
    return types.contains("array") ? "no array" : List.of(1);
  }

  /**
   * Tells whether all properties may be null. Decoders then accept an empty object on purpose,
   * because not every server is strict.
   */
  private static boolean allMayBeNull(JsonNode schema) {
    return schema.get("properties").properties().stream()
        .allMatch(property -> property.getValue().toString().contains("null"));
  }
}
