package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_TEXT;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the cache key of a step: all values that its slots show and that its tools take,
 * compared exactly, except the one text that is compared by meaning.
 */
final class CacheKeyResolver {

  private final StepModel step;
  private final List<Slot> bound;
  private final Types types;
  private final Diagnostics diagnostics;

  /**
   * Creates a resolver.
   *
   * @param bound the values of the step that its tools take
   */
  CacheKeyResolver(StepModel step, List<Slot> bound, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.bound = bound;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /**
   * Returns the key of a prompt that may show fewer values than the prompt of a wider key. The text
   * of the wider key is compared by meaning if this prompt shows it; all other values are compared
   * exactly.
   */
  CacheKeyModel narrowed(PromptModel prompt, CacheKeyModel wide) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    prompt.slots().forEach(slot -> slots.putIfAbsent(slot.path(), slot));
    Map<String, Slot> texts = new LinkedHashMap<>();
    slots.values().forEach(slot -> texts(slot, texts));
    Slot text = wide.text();
    return withOthers(
        text != null && texts.containsKey(text.path())
            ? new CacheKeyModel(text, exact(slots.values(), text))
            : new CacheKeyModel(null, List.copyOf(slots.values())));
  }

  /**
   * Returns a key with the conversation that the step continues, if it does, and with the values
   * that its tools take.
   */
  private CacheKeyModel withOthers(CacheKeyModel key) {
    ParameterModel history = step.history();
    CacheKeyModel all =
        history == null
            ? key
            : key.with(
                new Slot(history.name(), history.name(), List.of(), types.shape(history.type())));
    for (Slot slot : bound) {
      if (all.exact().stream().noneMatch(known -> isPart(slot, known))) {
        all = all.with(slot);
      }
    }
    return all;
  }

  /** Returns whether a value is a component of another one, of one of its components, or equal. */
  private static boolean isPart(Slot slot, Slot whole) {
    if (!slot.path().equals(whole.path()) && !slot.path().startsWith(whole.path() + ".")) {
      return false;
    }
    Shape shape = whole.shape();
    int depth = whole.accessors().size();
    for (Accessor accessor : slot.accessors().subList(depth, slot.accessors().size())) {
      Optional<Shape> component = component(shape, accessor.name());
      if (component.isEmpty()) {
        return false; // A method that is no component may return anything.
      }
      shape = component.get();
    }
    return true;
  }

  private static Optional<Shape> component(Shape shape, String name) {
    return shape instanceof Shape.Structure structure
        ? structure.components().stream()
            .filter(component -> component.name().equals(name))
            .map(Shape.Component::shape)
            .findFirst()
        : Optional.empty();
  }

  /** Returns the key; empty if there is a problem, which is then reported. */
  Optional<CacheKeyModel> resolve(CacheText cache, PromptModel prompt) {
    // A value that is shown by two slots counts once.
    Map<String, Slot> slots = new LinkedHashMap<>();
    prompt.slots().forEach(slot -> slots.putIfAbsent(slot.path(), slot));
    Named on = cache.on();
    if (on == null && !cache.isSemantic()) {
      return Optional.of(withOthers(new CacheKeyModel(null, List.copyOf(slots.values()))));
    }
    Map<String, Slot> texts = new LinkedHashMap<>();
    slots.values().forEach(slot -> texts(slot, texts));
    Slot text = on == null ? only(cache, texts) : named(on, texts);
    return text == null || isTaken(cache, text)
        ? Optional.empty()
        : Optional.of(withOthers(new CacheKeyModel(text, exact(slots.values(), text))));
  }

  /** Returns whether a tool takes the text that is compared by meaning, which is then reported. */
  private boolean isTaken(CacheText cache, Slot text) {
    Optional<Slot> taken = bound.stream().filter(slot -> isPart(text, slot)).findFirst();
    taken.ifPresent(
        slot ->
            diagnostics.report(
                CACHED_TEXT,
                cache.on() == null ? cache.place() : cache.on().place(),
                "%s is cached on '%s', and a tool takes '%s'."
                    .formatted(step.title(), text.path(), slot.path()),
                "A value that a tool takes has to be equal, so no text that is only near would"
                    + " ever be served.",
                "Write @Cached alone, for equal values only, or compare another text by meaning."));
    return taken.isPresent();
  }

  /** Collects the strings in a slot that are always present, by their paths. */
  private static void texts(Slot slot, Map<String, Slot> texts) {
    if (slot.shape().type().isClass("java.lang.String")) {
      texts.putIfAbsent(slot.path(), slot);
    } else if (slot.shape() instanceof Shape.Structure structure) {
      structure.components().forEach(component -> texts(part(slot, component), texts));
    }
  }

  private static Slot part(Slot whole, Shape.Component component) {
    List<Accessor> accessors = new ArrayList<>(whole.accessors());
    accessors.add(new Accessor(component.name(), component.name(), component.shape().type()));
    return new Slot(
        whole.path() + "." + component.name(), whole.parameter(), accessors, component.shape());
  }

  private @Nullable Slot only(CacheText cache, Map<String, Slot> texts) {
    if (texts.size() == 1) {
      return texts.values().iterator().next();
    }
    diagnostics.report(
        CACHED_TEXT,
        cache.place(),
        texts.isEmpty()
            ? "No slot of %s holds a String that could be compared by meaning."
                .formatted(step.display())
            : "The slots of %s hold several texts: %s."
                .formatted(step.display(), String.join(", ", texts.keySet())),
        "With a similarity below 1 exactly one text is compared by meaning, all else has to be equal.",
        texts.isEmpty()
            ? "Write @Cached alone, for equal values only."
            : "Name the intended one: @Cached(similarity = %s, on = \"%s\")."
                .formatted(cache.similarity(), texts.keySet().iterator().next()));
    return null;
  }

  private @Nullable Slot named(Named on, Map<String, Slot> texts) {
    Slot text = texts.get(on.text());
    if (text != null) {
      return text;
    }
    PathResolver.Outcome outcome = new PathResolver(step.method(), types).resolve(on.text());
    if (outcome instanceof PathResolver.Unresolved unresolved) {
      report(on, unresolved.problem(), unresolved.known(), unresolved.hint());
    } else if (outcome instanceof PathResolver.Resolved resolved
        && !resolved.slot().shape().type().isClass("java.lang.String")) {
      report(
          on,
          "'%s' is of type %s.".formatted(on.text(), resolved.slot().shape().type().display()),
          "Only a String can be compared by meaning.",
          texts.isEmpty() ? "" : "There is: " + String.join(", ", texts.keySet()) + ".");
    } else {
      report(
          on,
          "no slot shows '%s' to the model.".formatted(on.text()),
          texts.isEmpty()
              ? "No slot holds a text."
              : "The slots show: " + String.join(", ", texts.keySet()) + ".",
          Nearest.hint(on.text(), texts.keySet()).strip());
    }
    return null;
  }

  private void report(Named on, String problem, String known, String hint) {
    diagnostics.report(
        CACHED_TEXT,
        on.place(),
        "The text that %s is cached on: %s".formatted(step.display(), problem),
        known,
        hint);
  }

  /** Returns all values that the slots show, without the text. */
  private static List<Slot> exact(Iterable<Slot> slots, Slot text) {
    List<Slot> exact = new ArrayList<>();
    slots.forEach(slot -> without(text, slot, exact));
    return exact;
  }

  private static void without(Slot text, Slot slot, List<Slot> exact) {
    if (text.path().startsWith(slot.path() + ".")
        && slot.shape() instanceof Shape.Structure structure) {
      structure.components().forEach(component -> without(text, part(slot, component), exact));
    } else if (!slot.path().equals(text.path())
        && exact.stream().noneMatch(other -> other.path().equals(slot.path()))) {
      exact.add(slot);
    }
  }
}
