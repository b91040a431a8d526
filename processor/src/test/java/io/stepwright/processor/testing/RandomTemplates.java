package io.stepwright.processor.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes random result types and templates for them. */
public final class RandomTemplates {

  private static final List<String> TEXT_SLOTS =
      List.of(
          "in.text",
          "in.count",
          "in.kind",
          "in.maybe",
          "in.none",
          "in.items",
          "in.inner",
          "in.ratio",
          "in");

  private final Random random;
  private final StringBuilder declarations = new StringBuilder();
  private int records;

  /** Creates templates from a source of randomness. */
  public RandomTemplates(Random random) {
    this.random = random;
  }

  /** Returns the source of the records and interfaces that were made so far. */
  public String declarations() {
    return declarations.toString();
  }

  /** A type with JSON that fits it and may contain slots. */
  public record Sample(String type, String json) {}

  /** Makes a record with a template that has, or does not have, a slot for the model. */
  public Sample sample(boolean open) {
    Sample sample = structure(0);
    while (sample.json().contains("{{write:") != open) {
      sample = structure(0);
    }
    return sample;
  }

  private Sample value(int depth) {
    return switch (random.nextInt(depth > 2 ? 9 : 13)) {
      case 0, 1, 2, 3 -> new Sample("String", text());
      case 4 -> new Sample("int", either(String.valueOf(random.nextInt()), "in.count", "a number"));
      case 5 -> new Sample("boolean", either("true", "in.flag", "yes or no"));
      case 6 -> new Sample("Kind", either("\"B\"", "in.kind", "a kind"));
      case 7 -> scalar();
      case 8 -> new Sample("Inner", either("{\"word\": " + text() + "}", "in.inner", "an inner"));
      case 9 -> optional(depth);
      case 10 -> list(depth);
      case 11 -> choice(depth);
      default -> structure(depth + 1);
    };
  }

  private Sample scalar() {
    return switch (random.nextInt(6)) {
      case 0 -> new Sample("long", String.valueOf(random.nextLong()));
      case 1 ->
          new Sample(
              "double", either(String.valueOf(random.nextGaussian()), "in.ratio", "a ratio"));
      case 2 -> new Sample("BigDecimal", "-12.50");
      case 3 -> new Sample("LocalDate", "\"2024-02-29\"");
      case 4 -> new Sample("char", "\"\\\"\"");
      default -> new Sample("Byte", "-128");
    };
  }

  private Sample optional(int depth) {
    Sample value = value(depth + 1);
    if (value.type().startsWith("Optional") || random.nextInt(3) == 0) {
      return new Sample("Optional<String>", random.nextBoolean() ? "null" : "\"{{in.maybe}}\"");
    }
    return new Sample("Optional<" + boxed(value.type()) + ">", value.json());
  }

  private Sample list(int depth) {
    if (random.nextInt(4) == 0) {
      return new Sample("List<String>", either("[]", "in.items", "some words"));
    }
    Sample first = value(depth + 1);
    String more = random.nextBoolean() ? "" : ", " + first.json();
    return new Sample("List<" + boxed(first.type()) + ">", "[" + first.json() + more + "]");
  }

  private Sample choice(int depth) {
    Sample chosen = structure(depth + 1);
    String name = "C" + records++;
    declarations.append("sealed interface %s permits %s {}\n".formatted(name, chosen.type()));
    String implementing = "record %s(".formatted(chosen.type());
    int at = declarations.indexOf(implementing);
    int end = declarations.indexOf(" {}", at);
    declarations.insert(end, " implements " + name);
    String rest = chosen.json().substring(1);
    return new Sample(
        name, "{\"type\": \"" + chosen.type() + "\"" + (rest.equals("}") ? "" : ", ") + rest);
  }

  private Sample structure(int depth) {
    List<String> components = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(5) + 1; i > 0; i--) {
      Sample value = value(depth);
      components.add(value.type() + " p" + i);
      boolean left = value.type().startsWith("Optional") && value.json().equals("null");
      if (!left || random.nextBoolean()) {
        members.add("\"p" + i + "\": " + value.json());
      }
    }
    Collections.shuffle(members, random);
    String name = "R" + records++;
    declarations.append("record %s(%s) {}\n".formatted(name, String.join(", ", components)));
    return new Sample(
        name, "{" + String.join(random.nextBoolean() ? ", " : ",\n  ", members) + "}");
  }

  private String either(String literal, String slot, String instruction) {
    return switch (random.nextInt(4)) {
      case 0 -> "\"{{" + slot + "}}\"";
      case 1 -> "\"" + write(instruction) + "\"";
      default -> literal;
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(5); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append("{{").append(pick(TEXT_SLOTS)).append("}}");
        case 1 -> text.append(write("some words"));
        case 2 -> text.append(" \\\"quoted\\\" \\\\ \\u00e9\\n");
        case 3 -> text.append("\\\\{{kept}} ");
        default -> text.append(" plain } text { ");
      }
    }
    String made = text.append('"').toString();
    // A number or a record that is the whole value is not a String.
    return made.matches("\"\\{\\{in(\\.(count|maybe|none|items|inner|ratio))?}}\"")
        ? "\"x\""
        : made;
  }

  private String write(String what) {
    return "{{write: "
        + what
        + (random.nextBoolean() ? " of {{" + pick(TEXT_SLOTS) + "}}" : "")
        + "}}";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "boolean" -> "Boolean";
      case "long" -> "Long";
      case "double" -> "Double";
      case "char" -> "Character";
      default -> type;
    };
  }
}
