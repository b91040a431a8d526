package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Types.Accessor;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values of slots. A null on the path to a value is reported with the path up to it. A
 * prefix that several slots share is checked once and stored in a local variable.
 */
final class SlotValues {

  private final Map<String, String> locals = new HashMap<>();

  /** Returns the value of a slot, as code. */
  CodeBlock of(Slot slot) {
    return of(new Way(slot.parameter(), slot.accessors()));
  }

  /**
   * Declares local variables for prefixes that several slots share.
   *
   * @param slots the slots, each as often as it is read
   * @param names the scope of local variables, which avoids the names of packages
   */
  void declare(List<Slot> slots, TypeNames types, NameScope names, MethodSpec.Builder method) {
    List<Way> ways = new ArrayList<>();
    slots.forEach(slot -> ways.add(new Way(slot.parameter(), slot.accessors())));
    List<Way> shared = new ArrayList<>();
    int longest = ways.stream().mapToInt(way -> way.accessors().size()).max().orElse(0);
    for (int length = longest - 1; length > 0; length--) {
      Map<Way, List<Way>> starts = new LinkedHashMap<>();
      for (Way way : ways) {
        if (way.accessors().size() > length) {
          starts.computeIfAbsent(way.start(length), unseen -> new ArrayList<>()).add(way);
        }
      }
      starts.forEach(
          (start, over) -> {
            if (over.size() > 1) {
              shared.add(0, start);
              ways.removeAll(over);
              ways.add(start); // The local variable itself reads the shorter prefix.
            }
          });
    }
    for (Way way : shared) {
      CodeBlock checked = checked(way);
      String local = names.takeLocal(way.last().name());
      method.addStatement("$T $L = $L", types.of(way.last().type()), local, checked);
      locals.put(way.path(), local);
    }
  }

  private CodeBlock of(Way way) {
    int length = way.accessors().size();
    if (length == 0) {
      return CodeBlock.of("$L", way.parameter());
    }
    Way before = way.start(length - 1);
    String local = locals.get(before.path());
    CodeBlock owner =
        local != null ? CodeBlock.of("$L", local) : length == 1 ? of(before) : checked(before);
    return CodeBlock.of("$L.$L()", owner, way.last().method());
  }

  private CodeBlock checked(Way way) {
    return CodeBlock.of("$T.present($L, $L)", Wiring.WIRING, TextLiterals.of(way.path()), of(way));
  }

  /**
   * A path from a parameter through accessors.
   *
   * @param accessors the accessors; may be empty
   */
  private record Way(String parameter, List<Accessor> accessors) {

    Way start(int length) {
      return new Way(parameter, accessors.subList(0, length));
    }

    Accessor last() {
      return accessors.get(accessors.size() - 1);
    }

    String path() {
      StringBuilder path = new StringBuilder(parameter);
      accessors.forEach(accessor -> path.append('.').append(accessor.name()));
      return path.toString();
    }
  }
}
