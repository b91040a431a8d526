package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_TEMPLATE;
import static io.stepwright.processor.diagnostics.DiagnosticId.TEMPLATE_TYPE;

import io.stepwright.config.Nearest;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonNull;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TemplateModel.AsJson;
import io.stepwright.processor.model.TemplateModel.SkeletonPiece;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Absent;
import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.TemplateParser.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the JSON of a template against the type of the result, and makes values of it. */
final class TemplateFit {

  private static final String TYPE = "type";

  /**
   * A string of the file whose content is replaced.
   *
   * @param string the string with its position
   * @param piece the piece of the skeleton that replaces it
   */
  record Replacement(JsonText string, SkeletonPiece piece) {}

  private final Types types;
  private final TemplateProblems problems;
  private final TemplateTexts texts;
  private final List<Replacement> replacements = new ArrayList<>();

  TemplateFit(Types types, TemplateProblems problems, TemplateTexts texts) {
    this.types = types;
    this.problems = problems;
    this.texts = texts;
  }

  /** Returns the replacements in the order of the file. */
  List<Replacement> replacements() {
    return replacements;
  }

  /**
   * Returns the value of a node; empty if it does not fit, which is then reported.
   *
   * @param path its path, empty for the whole file
   */
  Optional<TemplateValue> value(JsonNode node, Shape shape, String path) {
    if (shape instanceof Shape.Recursive) {
      // The type may be endless, but the file is not.
      return value(node, types.shape(shape.type()), path);
    }
    if (node instanceof JsonText text) {
      return text(text, shape, path);
    }
    if (shape instanceof Shape.Maybe maybe) {
      return node instanceof JsonNull
          ? Optional.of(new Absent())
          : value(node, maybe.value(), path).map(Present::new);
    }
    if (node instanceof JsonObject object && shape instanceof Shape.Structure structure) {
      return make(object, structure, path, List.of());
    }
    if (node instanceof JsonObject object && shape instanceof Shape.Choice choice) {
      return choose(object, choice, path);
    }
    if (node instanceof JsonArray array && shape instanceof Shape.Sequence sequence) {
      return items(array, sequence, path);
    }
    if (node instanceof JsonBoolean flag && shape instanceof Shape.Bool) {
      return Optional.of(new Literal(shape, flag.value()));
    }
    if (node instanceof JsonNumber number && shape instanceof Shape.Numeric) {
      return checked(TemplateScalars.number(number.value(), shape), node, path);
    }
    return wrong(node, path, expected(node, shape));
  }

  private static String expected(JsonNode node, Shape shape) {
    if (shape instanceof Shape.Mapping || shape.isOpaque() || shape instanceof Shape.Large) {
      return "of type %s, which a template cannot spell out. Fill it with a slot: \"{{…}}\"."
          .formatted(shape.type().display());
    }
    String wanted =
        shape instanceof Shape.Structure || shape instanceof Shape.Choice
            ? "an object"
            : shape instanceof Shape.Sequence
                ? "an array"
                : shape instanceof Shape.Bool
                    ? "true or false"
                    : shape instanceof Shape.Numeric ? "a number" : "a string";
    return "%s, but its type %s takes %s.%s"
        .formatted(
            node.kind(),
            shape.type().display(),
            wanted,
            node instanceof JsonNull ? " Only an Optional may be null." : "");
  }

  private Optional<TemplateValue> text(JsonText node, Shape shape, String path) {
    List<Piece> pieces = TemplateParser.parse(node.value());
    Optional<String> literal = TemplateTexts.literal(pieces);
    if (literal.isEmpty()) {
      Optional<TemplateValue> value = texts.read(pieces, path, shape, node.offsets()::get);
      value.ifPresent(each -> replacements.add(new Replacement(node, new AsJson(bare(each)))));
      return value;
    }
    if (shape instanceof Shape.Maybe maybe) {
      return text(node, maybe.value(), path).map(Present::new);
    }
    if (!shape.isScalar() || shape instanceof Shape.Bool) {
      return wrong(node, path, expected(node, shape));
    }
    Optional<TemplateValue> value = checked(TemplateScalars.text(literal.get(), shape), node, path);
    if (value.isPresent() && !literal.get().equals(node.value())) {
      replacements.add(new Replacement(node, new AsJson(value.get())));
    }
    return value;
  }

  private static TemplateValue bare(TemplateValue value) {
    return value instanceof Present present ? bare(present.value()) : value;
  }

  private Optional<TemplateValue> items(JsonArray array, Shape.Sequence shape, String path) {
    List<String> made = List.of("java.util.List", "java.util.Collection", "java.lang.Iterable");
    if (made.stream().noneMatch(shape.type()::isClass)) {
      return wrong(array, path, "of type %s. Make it a List.".formatted(shape.type().display()));
    }
    List<TemplateValue> items = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      value(array.items().get(i), shape.element(), path + "[" + i + "]").ifPresent(items::add);
    }
    return Optional.of(new Items(items));
  }

  private Optional<TemplateValue> choose(JsonObject object, Shape.Choice choice, String path) {
    List<String> names = choice.names();
    Optional<Member> member =
        object.members().stream().filter(each -> each.name().equals(TYPE)).findFirst();
    if (member.isEmpty()) {
      return wrong(
          object,
          path,
          "one of several records, but no property \"type\" says which of them: %s."
              .formatted(String.join(", ", names)));
    }
    JsonNode type = member.get().value();
    String name = type instanceof JsonText text ? text.value() : "";
    for (Shape.Structure each : choice.choices()) {
      if (choice.nameOf(each).equals(name)) {
        return make(object, each, path, List.of(TYPE));
      }
    }
    problems.report(
        TEMPLATE_TYPE,
        type.start(),
        "%s does not name a record of %s.".formatted(quoted(path, TYPE), choice.type().display()),
        names.isEmpty() ? "It has none." : "It has: " + String.join(", ", names) + ".",
        Nearest.hint(name, names).strip());
    return Optional.empty();
  }

  /**
   * Makes a record of an object.
   *
   * @param besides names of properties that are allowed although they are no components
   */
  private Optional<TemplateValue> make(
      JsonObject object, Shape.Structure structure, String path, List<String> besides) {
    if (!types.makeable(structure.type())) {
      return wrong(
          object,
          path,
          "of type %s, which the generated class cannot make. Make the type package-private."
              .formatted(structure.type().display()));
    }
    Map<String, Member> members = members(object, structure, path, besides);
    // Values are read in the order of the file, so that slot names and problems have this order,
    // too.
    Map<String, Optional<TemplateValue>> values = new LinkedHashMap<>();
    for (Member member : members.values()) {
      structure.components().stream()
          .filter(component -> component.name().equals(member.name()))
          .findFirst()
          .ifPresent(
              component ->
                  values.put(
                      component.name(),
                      value(member.value(), component.shape(), join(path, component.name()))));
    }
    List<TemplateValue> arguments = new ArrayList<>();
    for (Shape.Component component : structure.components()) {
      if (values.containsKey(component.name())) {
        values.get(component.name()).ifPresent(arguments::add);
      } else if (component.shape() instanceof Shape.Maybe) {
        arguments.add(new Absent());
      } else {
        problems.report(
            TEMPLATE_TYPE,
            object.start(),
            "%s of %s is missing."
                .formatted(quoted(path, component.name()), structure.type().display()),
            "Only an Optional may be left out.");
      }
    }
    return arguments.size() == structure.components().size()
        ? Optional.of(new Make(structure.type(), List.copyOf(arguments)))
        : Optional.empty();
  }

  private Map<String, Member> members(
      JsonObject object, Shape.Structure structure, String path, List<String> besides) {
    List<String> known = structure.components().stream().map(Shape.Component::name).toList();
    Map<String, Member> members = new LinkedHashMap<>();
    for (Member member : object.members()) {
      String name = member.name();
      if (members.putIfAbsent(name, member) != null) {
        problems.report(
            BAD_TEMPLATE,
            member.start(),
            "%s stands here twice.".formatted(quoted(path, name)),
            "Take one of them away.");
      } else if (!known.contains(name) && !besides.contains(name)) {
        problems.report(
            TEMPLATE_TYPE,
            member.start(),
            "%s has no component '%s'.".formatted(structure.type().display(), name),
            known.isEmpty() ? "It has none." : "It has: " + String.join(", ", known) + ".",
            Nearest.hint(name, known).strip());
      }
    }
    return members;
  }

  private Optional<TemplateValue> checked(
      TemplateScalars.Checked checked, JsonNode node, String path) {
    if (checked.value().orElse(null) instanceof TemplateValue.Constant constant
        && !types.accessible(constant.type())) {
      return wrong(
          node,
          path,
          "of type %s, which the generated class cannot name. Make the type package-private."
              .formatted(constant.type().display()));
    }
    if (checked.value().isEmpty()) {
      problems.report(
          TEMPLATE_TYPE,
          node.start(),
          "%s is %s".formatted(named(path), checked.problem()),
          checked.hint());
    }
    return checked.value();
  }

  private Optional<TemplateValue> wrong(JsonNode node, String path, String problem) {
    problems.report(TEMPLATE_TYPE, node.start(), "%s is %s".formatted(named(path), problem));
    return Optional.empty();
  }

  private static String named(String path) {
    return path.isEmpty() ? "The whole" : "'" + path + "'";
  }

  private static String quoted(String path, String name) {
    return "'" + join(path, name) + "'";
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
