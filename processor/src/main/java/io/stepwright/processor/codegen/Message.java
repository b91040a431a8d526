package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.descriptor.json.JsonPrinter;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message to a model, or another text with slots: a constant with the readable text, and the
 * calls that fill its slots.
 */
final class Message {

  /** Text that the runtime would parse as a slot. */
  private static final Pattern LIKE_A_SLOT =
      Pattern.compile("\\{\\{[^\\x00-\\x20\\p{javaWhitespace}{}:\"\\\\]+\\}\\}");

  /**
   * The maximum number of columns of a line in the constant's first text, and of one in the texts
   * after it.
   */
  private static final int WIDTH = 90;

  private static final int WIDTH_AFTERWARDS = 86;

  private final List<CodeBlock> constant = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder literal = new StringBuilder();
  private final Map<Fill, String> fills = new LinkedHashMap<>();
  private String method = "text";

  /**
   * The form in which a slot is filled: as text, as JSON or with media, optionally with nothing if
   * the value is absent.
   */
  private enum Form {
    TEXT,
    OPTIONAL_TEXT,
    JSON,
    OPTIONAL_JSON,
    MEDIA,
    OPTIONAL_MEDIA;

    boolean isText() {
      return this == TEXT || this == OPTIONAL_TEXT;
    }
  }

  /** A slot and the form of its value. */
  private record Fill(Slot slot, Form form) {

    /** Returns whether both can share one path: the runtime keeps a text and JSON for each path. */
    boolean goesWith(Fill other) {
      return slot.equals(other.slot) && form.isText() != other.form.isText();
    }
  }

  /** Creates a message that consists of text. */
  static Message of(List<Part> parts) {
    return new Message().parts(parts);
  }

  /** Adds the text of another constant. */
  Message constant(String name) {
    end();
    constant.add(CodeBlock.of("$L", name));
    return this;
  }

  /** Adds text. */
  Message parts(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Literal words) {
        literal.append(words.text());
      } else if (part instanceof Slot slot) {
        slot(slot, form(slot.shape()));
      }
    }
    return this;
  }

  /** Begins JSON, which continues to the end of the message. */
  Message json() {
    end();
    method = "json";
    return this;
  }

  /** Adds literal JSON. */
  Message raw(String json) {
    literal.append(json);
    return this;
  }

  /** Adds text as a JSON string, with its quotes. */
  Message string(List<Part> parts) {
    literal.append('"');
    for (Part part : parts) {
      if (part instanceof Literal words) {
        String quoted = JsonPrinter.quote(words.text());
        literal.append(quoted, 1, quoted.length() - 1);
      } else if (part instanceof Slot slot) {
        slot(slot, form(slot.shape()));
      }
    }
    literal.append('"');
    return this;
  }

  /** Adds a value as JSON. */
  Message value(Slot slot) {
    slot(slot, isSameInJson(slot.shape()) ? Form.TEXT : Form.JSON);
    return this;
  }

  /**
   * Returns whether the text of a value equals its JSON. Numbers that may be infinite are strings
   * in JSON.
   */
  private static boolean isSameInJson(Shape shape) {
    return shape instanceof Shape.Bool
        || (shape instanceof Shape.Numeric
            && !List.of("float", "Float", "double", "Double").contains(shape.type().simpleName()));
  }

  private static Form form(Shape shape) {
    if (shape.isMedia()) {
      return shape instanceof Shape.Maybe ? Form.OPTIONAL_MEDIA : Form.MEDIA;
    }
    if (shape instanceof Shape.Maybe maybe) {
      return maybe.value().isScalar() ? Form.OPTIONAL_TEXT : Form.OPTIONAL_JSON;
    }
    return shape.isScalar() ? Form.TEXT : Form.JSON;
  }

  private void slot(Slot slot, Form form) {
    flush();
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\\') {
      throw new IllegalStateException("a backslash before a slot, which makes it text");
    }
    Fill fill = new Fill(slot, form);
    String known = fills.get(fill);
    String name = known == null ? free(fill) : known;
    fills.putIfAbsent(fill, name);
    text.append("{{").append(name).append("}}");
  }

  /** Returns the path of a slot, or a free name if another value uses the path already. */
  private String free(Fill fill) {
    String name = fill.slot().path();
    for (int i = 2; isTaken(name, fill); i++) {
      name = fill.slot().path() + i;
    }
    return name;
  }

  private boolean isTaken(String name, Fill fill) {
    return fills.entrySet().stream()
        .anyMatch(other -> other.getValue().equals(name) && !fill.goesWith(other.getKey()));
  }

  private void flush() {
    text.append(LIKE_A_SLOT.matcher(literal).replaceAll("\\\\$0"));
    literal.setLength(0);
  }

  private void end() {
    flush();
    if (!text.isEmpty()) {
      constant.add(
          CodeBlock.of(
              "$L",
              TextLiterals.block(text.toString(), constant.isEmpty() ? WIDTH : WIDTH_AFTERWARDS)));
      text.setLength(0);
    }
  }

  /** The constant's value. */
  CodeBlock constant() {
    CodeBlock.Builder code = CodeBlock.builder();
    end();
    if (constant.isEmpty()) {
      constant.add(CodeBlock.of("\"\""));
    }
    boolean json = method.equals("json");
    if (json && constant.size() == 1) {
      constant.add(0, CodeBlock.of("\"\"")); // The JSON has no text before it.
    }
    code.add("$T.of($L)", Wiring.PROMPT_TEXT, constant.get(0));
    for (int i = 1; i < constant.size(); i++) {
      boolean last = i + 1 == constant.size();
      code.add(".$L($L)", last ? method : "text", constant.get(i));
    }
    return code.build();
  }

  /** Returns all slots with their forms, for comparison. */
  Set<?> filled() {
    return fills.keySet();
  }

  /** Returns the slots whose values are read, without duplicates. */
  List<Slot> slots() {
    return fills.keySet().stream().map(Fill::slot).toList();
  }

  /**
   * Returns the message with its slots filled.
   *
   * @param constant the name of the constant with the text
   */
  CallChain filled(String constant, SlotValues values, Encoders encoders) {
    CallChain chain =
        new CallChain(
            fills.isEmpty() ? Wiring.PROMPT_TEXT : Wiring.FILLED_PROMPT,
            CodeBlock.of("$L", constant));
    fills.forEach((fill, name) -> chain.add(call(fill, name, values, encoders)));
    return chain;
  }

  private static CodeBlock call(Fill fill, String name, SlotValues values, Encoders encoders) {
    String path = TextLiterals.of(name);
    CodeBlock value = values.of(fill.slot());
    Shape shape = fill.slot().shape();
    return switch (fill.form()) {
      case TEXT -> CodeBlock.of(".with($L, $L)", path, value);
      case OPTIONAL_TEXT -> CodeBlock.of(".withOptional($L, $L)", path, value);
      case JSON -> CodeBlock.of(".withJson($L, $L, $L)", path, value, encoders.encoder(shape));
      case OPTIONAL_JSON ->
          CodeBlock.of(
              ".withOptionalJson($L, $L, $L)",
              path,
              value,
              encoders.encoder(((Shape.Maybe) shape).value()));
      case MEDIA -> CodeBlock.of(".withMedia($L, $L)", path, value);
      case OPTIONAL_MEDIA -> CodeBlock.of(".withOptionalMedia($L, $L)", path, value);
    };
  }
}
