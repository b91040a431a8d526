package io.stepwright.processor.codegen;

import io.stepwright.descriptor.json.JsonPrinter;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TemplateModel.AsJson;
import io.stepwright.processor.model.TemplateModel.AsText;
import io.stepwright.processor.model.TemplateModel.File;
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
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Creates the messages of templates: prompts, and the texts of results. */
final class TemplateMessages {

  private TemplateMessages() {}

  /**
   * Creates the prompt for a file: slots that code fills are filled, and each open slot is shown by
   * its name with its instruction.
   *
   * @param instruction the sentence of the agent that replaces the default task, or null
   * @param task the constant of the default task
   */
  static Message prompt(File file, @Nullable PromptModel instruction, String task) {
    Message message = new Message();
    if (instruction == null || instruction.user().isEmpty()) {
      message.constant(task);
    } else {
      message.parts(instruction.user()).parts(List.of(new Literal("\n\n")));
    }
    if (file.skeleton().stream().noneMatch(AsText.class::isInstance)) {
      message.json();
    }
    for (SkeletonPiece piece : file.skeleton()) {
      if (piece instanceof Raw raw) {
        message.raw(raw.text());
      } else if (piece instanceof AsText text) {
        message.parts(marked(text.text().pieces()));
      } else if (piece instanceof AsJson json) {
        value(json.value(), message);
      }
    }
    return message.raw("\n");
  }

  private static void value(TemplateValue value, Message message) {
    if (value instanceof Text text) {
      message.string(marked(text.pieces()));
    } else if (value instanceof Written written) {
      message.string(marked(List.of(new Open(written.slot()))));
    } else if (value instanceof Filled filled) {
      message.value(filled.slot());
    } else if (value instanceof Constant constant) {
      message.raw(JsonPrinter.quote(constant.name()));
    } else if (value instanceof TemplateValue.Literal text) {
      message.raw(JsonPrinter.quote(text.value().toString()));
    }
  }

  private static List<Part> marked(List<TemplateValue.Piece> pieces) {
    List<Part> parts = new ArrayList<>();
    for (TemplateValue.Piece piece : pieces) {
      if (piece instanceof Closed closed) {
        parts.add(closed.part());
      } else if (piece instanceof Open open) {
        parts.add(new Literal("{{" + open.slot().name() + ": "));
        parts.addAll(open.slot().instruction());
        parts.add(new Literal("}}"));
      }
    }
    return parts;
  }

  /**
   * Creates a text of the result.
   *
   * @param written the local variable with the texts that a model has written
   */
  static Message result(Text text, File file, String written) {
    List<Part> parts = new ArrayList<>();
    for (TemplateValue.Piece piece : text.pieces()) {
      if (piece instanceof Closed closed) {
        parts.add(closed.part());
      } else if (piece instanceof Open open) {
        parts.add(answered(open.slot(), file, written));
      }
    }
    return Message.of(parts);
  }

  private static Slot answered(OpenSlot slot, File file, String written) {
    List<Accessor> accessors =
        file.openSlots().size() == 1
            ? List.of()
            : List.of(new Accessor(slot.name(), slot.name(), slot.shape().type()));
    return new Slot(slot.name(), written, accessors, slot.shape());
  }

  /**
   * Returns the name of a local variable for a text: {@code items[0].text} becomes {@code
   * items0Text}.
   */
  static String local(String path) {
    StringBuilder local = new StringBuilder();
    for (String word : path.split("[^\\p{Alnum}$]+")) {
      local.append(
          local.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    if (!local.isEmpty()) { // Names of types begin with a capital letter.
      local.setCharAt(0, Character.toLowerCase(local.charAt(0)));
    }
    boolean name = !local.isEmpty() && Character.isJavaIdentifierStart(local.charAt(0));
    return name ? local.toString() : "text" + local;
  }
}
