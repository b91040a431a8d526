package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_PERSONAL;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Warns if one user may receive an answer that was written for another. The text that is compared
 * by meaning is a personal value itself, or its record has a personal value that is not part of the
 * key. Answers without text are exempt, because constants, numbers and booleans do not repeat a
 * user's words.
 */
final class PersonalValues {

  private static final Set<String> PERSONAL =
      Set.of(
          "account",
          "customer",
          "email",
          "iban",
          "mail",
          "phone",
          "ssn",
          "tenant",
          "token",
          "user",
          "username",
          "userid");
  private static final Set<String> NAMES =
      Set.of("name", "firstname", "lastname", "fullname", "surname");

  private final StepModel step;
  private final Types types;
  private final Diagnostics diagnostics;

  PersonalValues(StepModel step, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  void check(CacheText cache, CacheKeyModel key, Shape result) {
    Slot text = key.text();
    if (text == null || !cache.isSemantic() || !repeatsWords(result)) {
      return;
    }
    List<Accessor> accessors = text.accessors();
    if (isPersonal(last(text))) {
      diagnostics.report(
          CACHED_PERSONAL,
          cache.place(),
          "%s is cached on '%s', which looks personal.".formatted(step.title(), text.path()),
          "Values that are near each other, such as two similar names, would share an answer.",
          "Compare another text by meaning, or write @Cached alone, for equal values only.");
    } else if (!accessors.isEmpty()) {
      List<String> unkeyed = besides(text, key);
      if (!unkeyed.isEmpty()) {
        diagnostics.report(
            CACHED_PERSONAL,
            cache.place(),
            "%s is cached on '%s', and %s beside it, which look%s personal, %s not part of the key."
                .formatted(
                    step.title(),
                    text.path(),
                    String.join(", ", unkeyed),
                    unkeyed.size() == 1 ? "s" : "",
                    unkeyed.size() == 1 ? "is" : "are"),
            "Users whose texts mean the same are given the same answer.",
            "If that is intended, suppress this warning; otherwise show the value to the model in"
                + " a slot, which makes it part of the key.");
      }
    }
  }

  private static boolean repeatsWords(Shape result) {
    return ShapeWalk.of(result, "").stream().anyMatch(visit -> visit.shape() instanceof Shape.Text);
  }

  private List<String> besides(Slot text, CacheKeyModel key) {
    int depth = text.accessors().size() - 1;
    TypeRef owner =
        depth == 0 ? parameterType(text.parameter()) : text.accessors().get(depth - 1).type();
    String prefix = text.path().substring(0, text.path().lastIndexOf('.') + 1);
    List<String> unkeyed = new ArrayList<>();
    for (String name : types.accessorNames(owner)) {
      String path = prefix + name;
      if (isPersonal(name) && key.exact().stream().noneMatch(slot -> slot.path().equals(path))) {
        unkeyed.add(path);
      }
    }
    return unkeyed;
  }

  private TypeRef parameterType(String name) {
    return step.method().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .type();
  }

  private static String last(Slot slot) {
    return slot.path().substring(slot.path().lastIndexOf('.') + 1);
  }

  private static boolean isPersonal(String name) {
    if (NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|_")) {
      if (PERSONAL.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return PERSONAL.contains(name.toLowerCase(Locale.ROOT));
  }
}
