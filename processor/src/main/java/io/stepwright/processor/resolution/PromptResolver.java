package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_SLOT;
import static io.stepwright.processor.diagnostics.DiagnosticId.SLOT_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOO_MANY_VALUES;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_SLOT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.PartSlots.Place;
import io.stepwright.processor.resolution.PathResolver.Resolved;
import io.stepwright.processor.resolution.PathResolver.Unresolved;
import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.Piece;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import io.stepwright.processor.resolution.PromptParser.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resolves the slots of a step's prompt against the parameters of its method. */
public final class PromptResolver {

  /** Limit of slots in a message, which leaves room in the class for other steps. */
  private static final int MOST_SLOTS = 5_000;

  private static final int MOST_PROBLEMS = 100;

  private final StepModel step;
  private final Types types;
  private final PathResolver paths;
  private final Diagnostics diagnostics;
  private boolean complete = true;

  /** Creates a resolver for one step. */
  public PromptResolver(StepModel step, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.types = types;
    this.paths = new PathResolver(step.method(), types);
    this.diagnostics = diagnostics;
  }

  /** Returns the prompt; empty if there is a problem, which is then reported. */
  public Optional<PromptModel> resolve(StepModel.PromptText prompt) {
    return new PromptSources(step, diagnostics)
        .of(prompt)
        .map(
            messages ->
                new PromptModel(
                    messages.system() == null ? null : parts(messages.system(), Place.SYSTEM),
                    parts(messages.user(), Place.PROMPT)))
        .filter(resolved -> complete);
  }

  private List<Part> parts(PromptSource source, Place place) {
    List<Part> parts = new ArrayList<>();
    List<Piece> pieces = PromptParser.parse(source.text());
    long slots = pieces.stream().filter(piece -> !(piece instanceof Text)).count();
    if (slots > MOST_SLOTS) {
      complete = false;
      diagnostics.report(
          TOO_MANY_VALUES,
          source.place(),
          String.format(
              Locale.ROOT,
              "A message of %s has %d slots, and %d are allowed.",
              step.display(),
              slots,
              MOST_SLOTS),
          "A class has no room for more.",
          "Hand the values in as a list or as one text.");
      return parts;
    }
    int problems = 0;
    for (Piece piece : pieces) {
      if (problems >= MOST_PROBLEMS) {
        break; // Further problems are not reported: each takes time proportional to the text.
      }
      if (piece instanceof Text literal) {
        parts.add(new Literal(literal.text()));
      } else if (piece instanceof SlotText slot) {
        Optional<Slot> resolved = slot(slot, source, place);
        complete &= resolved.isPresent();
        problems += resolved.isPresent() ? 0 : 1;
        resolved.ifPresent(parts::add);
      } else if (piece instanceof Broken broken) {
        complete = false;
        problems++;
        broken(broken, source);
      }
    }
    return parts;
  }

  /** Reports text that begins like a slot but is none. */
  void broken(Broken broken, PromptSource source) {
    diagnostics.report(
        BAD_SLOT,
        source.place(),
        "In %s, %s, '%s' %s."
            .formatted(
                step.display(), source.where(broken.offset()), broken.text(), broken.reason()),
        "Write {{parameter}} or {{parameter.component}}; for literal braces, \\{{.",
        source.excerpt(broken.offset()));
  }

  /** Returns the value of a slot; empty if there is a problem, which is then reported. */
  Optional<Slot> slot(SlotText text, PromptSource source, Place place) {
    PathResolver.Outcome outcome = paths.resolve(text.path());
    if (outcome instanceof Unresolved unresolved) {
      diagnostics.report(
          UNKNOWN_SLOT,
          source.place(),
          name(text, source) + ": " + unresolved.problem(),
          unresolved.known(),
          unresolved.hint(),
          source.excerpt(text.offset()));
      return Optional.empty();
    }
    Slot resolved = ((Resolved) outcome).slot();
    if (ValueParts.tooMany(resolved.shape())) {
      diagnostics.report(
          TOO_MANY_VALUES,
          source.place(),
          name(text, source)
              + String.format(
                  Locale.ROOT,
                  ", is of type %s, which has more than %d values in it.",
                  resolved.shape().type().display(),
                  ValueParts.MOST),
          "All of them would go into the prompt.",
          "Name the parts that matter, or make a String in a code step.",
          source.excerpt(text.offset()));
      return Optional.empty();
    }
    Optional<PartSlots.Problem> part = PartSlots.check(resolved, step, place);
    if (part.isPresent()) {
      diagnostics.report(
          part.get().id(),
          source.place(),
          name(text, source) + ", " + part.get().problem(),
          part.get().why(),
          part.get().fix(),
          source.excerpt(text.offset()));
      return Optional.empty();
    }
    boolean inParts = step.cache() != null;
    Optional<String> opaque =
        OpaquePart.of(resolved.shape(), resolved.path())
            .or(() -> ShapeAccess.toWrite(resolved.shape(), resolved.path(), inParts, types));
    if (opaque.isPresent()) {
      diagnostics.report(
          SLOT_TYPE,
          source.place(),
          name(text, source) + ", cannot be written as text or JSON: " + opaque.get() + ".",
          "Slots take strings, numbers, booleans, enums, dates, records, sealed interfaces of"
              + " records, and lists, maps and optionals of those.",
          "Use a record, or make a String in a code step.",
          source.excerpt(text.offset()));
      return Optional.empty();
    }
    return Optional.of(resolved);
  }

  private String name(SlotText slot, PromptSource source) {
    return "Slot {{%s}} of %s, %s"
        .formatted(slot.path(), step.display(), source.where(slot.offset()));
  }
}
