package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_SLOT;
import static io.stepwright.processor.diagnostics.DiagnosticId.EMPTY_PROMPT;
import static io.stepwright.processor.diagnostics.DiagnosticId.SLOT_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_SLOT;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_PARAMETER;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.Piece;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import io.stepwright.processor.resolution.PromptParser.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the slots of a step's prompt against the parameters of its method. */
public final class PromptResolver {

  private final StepModel step;
  private final Types types;
  private final Diagnostics diagnostics;
  private final Set<String> used = new HashSet<>();

  /** A resolver for one step. */
  public PromptResolver(StepModel step, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** The prompt; slots that are wrong are reported and left out. */
  public PromptModel resolve(StepModel.PromptText prompt) {
    if (prompt.user().text().isBlank()) {
      diagnostics.report(
          EMPTY_PROMPT,
          prompt.user().place(),
          "Step '%s' asks nothing: its prompt is empty.".formatted(step.name()),
          "Write what the model is to do: @Prompt(\"… {{input}} …\").");
    }
    List<Part> user = parts(prompt.user());
    List<Part> system = prompt.system() == null ? null : parts(prompt.system());
    for (ParameterModel parameter : step.method().parameters()) {
      if (!used.contains(parameter.name())) {
        diagnostics.report(
            UNUSED_PARAMETER,
            parameter.place(),
            "No slot of the prompt of step '%s' uses the parameter '%s'."
                .formatted(step.name(), parameter.name()),
            "The step waits for a value that it does not show to the model.",
            "Write {{%s}} where it belongs, or drop the parameter; for the order alone, use after."
                .formatted(parameter.name()));
      }
    }
    return new PromptModel(system, user);
  }

  private List<Part> parts(Named text) {
    List<Part> parts = new ArrayList<>();
    for (Piece piece : PromptParser.parse(text.text())) {
      if (piece instanceof Text literal) {
        parts.add(new Literal(literal.text()));
      } else if (piece instanceof SlotText slot) {
        resolve(slot, text).ifPresent(parts::add);
      } else if (piece instanceof Broken broken) {
        diagnostics.report(
            BAD_SLOT,
            text.place(),
            "In the prompt of step '%s', line %d, '%s' %s."
                .formatted(step.name(), broken.line(), broken.text(), broken.reason()),
            "Write {{parameter}} or {{parameter.component}}; for literal braces, \\{{.");
      }
    }
    return parts;
  }

  private Optional<Part> resolve(SlotText slot, Named text) {
    String[] names = slot.path().split("\\.", -1);
    Optional<ParameterModel> root =
        step.method().parameters().stream()
            .filter(parameter -> parameter.name().equals(names[0]))
            .findFirst();
    if (root.isEmpty()) {
      unknown(slot, text, names[0], "parameter", step.method().display(), parameterNames());
      return Optional.empty();
    }
    used.add(names[0]);
    List<Accessor> accessors = new ArrayList<>();
    TypeRef type = root.get().type();
    for (int i = 1; i < names.length; i++) {
      Optional<Accessor> accessor = types.accessor(type, names[i]);
      if (accessor.isEmpty()) {
        unknown(slot, text, names[i], "accessor", type.display(), types.accessorNames(type));
        return Optional.empty();
      }
      accessors.add(accessor.get());
      type = accessor.get().type();
    }
    return checked(slot, text, new Slot(slot.path(), names[0], accessors, types.shape(type)));
  }

  private Optional<Part> checked(SlotText text, Named prompt, Slot slot) {
    Optional<String> opaque = OpaquePart.of(slot.shape(), slot.path());
    if (opaque.isPresent()) {
      diagnostics.report(
          SLOT_TYPE,
          prompt.place(),
          "Slot {{%s}} of step '%s', line %d of the prompt, cannot be written as text or JSON: %s."
              .formatted(text.path(), step.name(), text.line(), opaque.get()),
          "Slots take strings, numbers, booleans, enums, dates, records, and lists, maps and"
              + " optionals of those.",
          "Use a record, or make a String in a code step.");
      return Optional.empty();
    }
    return Optional.of(slot);
  }

  private void unknown(
      SlotText slot, Named text, String name, String what, String owner, List<String> names) {
    diagnostics.report(
        UNKNOWN_SLOT,
        text.place(),
        "Slot {{%s}} of step '%s', line %d of the prompt: %s has no %s '%s'."
            .formatted(slot.path(), step.name(), slot.line(), owner, what, name),
        names.isEmpty() ? "It has none." : "It has: " + String.join(", ", names) + ".",
        Nearest.hint(name, names).strip());
  }

  private List<String> parameterNames() {
    return step.method().parameters().stream().map(ParameterModel::name).toList();
  }
}
