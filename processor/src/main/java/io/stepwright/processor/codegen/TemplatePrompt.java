package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.descriptor.json.JsonWriter;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TemplateModel.AsJson;
import io.stepwright.processor.model.TemplateModel.AsText;
import io.stepwright.processor.model.TemplateModel.Raw;
import io.stepwright.processor.model.TemplateModel.SkeletonPiece;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Closed;
import io.stepwright.processor.model.TemplateValue.Constant;
import io.stepwright.processor.model.TemplateValue.Filled;
import io.stepwright.processor.model.TemplateValue.Open;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the message that shows a model a skeleton: what code fills is filled, and each open slot
 * stands as its name with its instruction.
 */
final class TemplatePrompt {

  private final PromptWriter prompts;
  private final Encoders encoders;
  private final TemplateValues values;
  private final Map<TemplateValue, String> locals;
  private final CallChain chain = new CallChain(Wiring.PROMPT);
  private final StringBuilder literal = new StringBuilder();

  /**
   * A writer.
   *
   * @param locals the texts with open slots that are in locals, their slots marked
   */
  TemplatePrompt(
      PromptWriter prompts,
      Encoders encoders,
      TemplateValues values,
      Map<TemplateValue, String> locals) {
    this.prompts = prompts;
    this.encoders = encoders;
    this.values = values;
    this.locals = locals;
  }

  /** Begins with a constant of the class. */
  TemplatePrompt constant(String name) {
    chain.add(CodeBlock.of(".text($L)", name));
    return this;
  }

  /** Adds a message. */
  TemplatePrompt parts(List<Part> parts) {
    parts.forEach(this::part);
    return this;
  }

  /** Adds a skeleton. */
  TemplatePrompt skeleton(List<SkeletonPiece> skeleton) {
    for (SkeletonPiece piece : skeleton) {
      if (piece instanceof Raw raw) {
        literal.append(raw.text());
      } else if (piece instanceof AsText text) {
        parts(marked(text.text().pieces()));
      } else if (piece instanceof AsJson json) {
        json(json.value());
      }
    }
    return this;
  }

  CallChain chain() {
    literal.append('\n');
    flush();
    return chain;
  }

  private void part(Part part) {
    if (part instanceof Literal text) {
      literal.append(text.text());
    } else if (part instanceof Slot slot) {
      add(prompts.slot(slot));
    }
  }

  private void json(TemplateValue value) {
    if (value instanceof Text text && !text.isOpen()) {
      string(text.path(), values.expression(text));
    } else if (locals.containsKey(value)) {
      string(path(value), CodeBlock.of("$L", locals.get(value)));
    } else if (value instanceof Text || value instanceof Written) {
      // Without a local it is known by now: code fills nothing in it.
      marked(value).forEach(part -> literal.append(JsonWriter.quote(((Literal) part).text())));
    } else if (value instanceof Filled filled) {
      Slot slot = filled.slot();
      CodeBlock encoder = encoders.encoder(slot.shape());
      add(
          CodeBlock.of(
              ".json($L, $L, $L)",
              TextLiterals.of(slot.path()),
              PromptWriter.value(slot),
              encoder));
    } else if (value instanceof Constant constant) {
      literal.append(JsonWriter.quote(constant.name()));
    } else if (value instanceof TemplateValue.Literal text) {
      literal.append(JsonWriter.quote(text.value().toString()));
    }
  }

  private static String path(TemplateValue value) {
    return value instanceof Text text ? text.path() : ((Written) value).slot().name();
  }

  private void string(String path, CodeBlock value) {
    add(
        CodeBlock.of(
            ".json($L, $L, $T::string)", TextLiterals.of(path), value, Wiring.JSON_WRITER));
  }

  /** A text with its open slots marked; no parts if it has none. */
  static List<Part> marked(TemplateValue value) {
    if (value instanceof Written written) {
      return marked(List.of(new Open(written.slot())));
    }
    return value instanceof Text text && text.isOpen() ? marked(text.pieces()) : List.of();
  }

  private static List<Part> marked(List<TemplateValue.Piece> pieces) {
    List<Part> parts = new ArrayList<>();
    for (TemplateValue.Piece piece : pieces) {
      if (piece instanceof Closed closed) {
        parts.add(closed.part());
      } else if (piece instanceof Open open) {
        mark(open.slot(), parts);
      }
    }
    return merged(parts);
  }

  private static void mark(OpenSlot slot, List<Part> parts) {
    parts.add(new Literal("{{" + slot.name() + ": "));
    parts.addAll(slot.instruction());
    parts.add(new Literal("}}"));
  }

  /** The parts with neighbouring texts made one. */
  static List<Part> merged(List<Part> parts) {
    List<Part> merged = new ArrayList<>();
    for (Part part : parts) {
      int last = merged.size() - 1;
      if (part instanceof Literal text && last >= 0 && merged.get(last) instanceof Literal before) {
        merged.set(last, new Literal(before.text() + text.text()));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  private void add(CodeBlock call) {
    flush();
    chain.add(call);
  }

  private void flush() {
    if (!literal.isEmpty()) {
      chain.add(CodeBlock.of(".text($L)", TextLiterals.block(literal.toString())));
      literal.setLength(0);
    }
  }
}
