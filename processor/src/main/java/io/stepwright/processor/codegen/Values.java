package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Presence;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types.Accessor;
import io.stepwright.processor.model.ValuePath;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The locations of the values of one entry point, and the code that reads them: inputs and steps of
 * the spine are local variables, which are optionals if they may be absent; all other steps are
 * forked.
 */
final class Values {

  private final Set<String> spine;
  private final Presence presence;
  private final TypeNames types;
  private final String item;

  /**
   * Creates the values of one entry point.
   *
   * @param item a name that no local variable has
   */
  Values(Schedule schedule, TypeNames types, String item) {
    this.spine = schedule.spine();
    this.presence = schedule.graph().presence();
    this.types = types;
    this.item = item;
  }

  boolean onSpine(String step) {
    return spine.contains(step);
  }

  boolean maybeAbsent(String step) {
    return !presence.causes(step).isEmpty();
  }

  /** Returns whether the local variable of a step is an optional. */
  boolean isOptionalLocal(String step) {
    return onSpine(step) && maybeAbsent(step);
  }

  /** Returns whether the source is a fan-out whose items can be waited for one by one. */
  boolean isPipelined(Binding binding) {
    return binding.isItemwise() && isForked(binding.path());
  }

  /** Returns whether a forked step produces the value. */
  boolean isForked(ValuePath path) {
    return !(path.root() instanceof EntryInput) && !onSpine(path.root().name());
  }

  /** Returns a value for the body of a step, whose inputs have settled. */
  CodeBlock inBody(Binding binding) {
    return read(binding, "get", "getOptional");
  }

  /** Returns a value for the caller thread, which waits for it. */
  CodeBlock joined(Binding binding) {
    return read(binding, "join", "joinOptional");
  }

  /** Returns the value at a path for the body of a step, whose inputs have settled. */
  CodeBlock inBody(ValuePath path) {
    return follow(path, root(path, "get"));
  }

  /** Returns the value at a path, given its root. */
  CodeBlock follow(ValuePath path, CodeBlock root) {
    CodeBlock value = root;
    StringBuilder text = new StringBuilder(path.root().name());
    for (int i = 0; i < path.accessors().size(); i++) {
      Accessor accessor = path.accessors().get(i);
      text.append('.').append(accessor.name());
      value = CodeBlock.of("$L.$L()", owner(accessor, value), accessor.method());
      // A value whose type was tested is not null.
      boolean known = path.narrowedTo() != null && i + 1 == path.accessors().size();
      if (!known && !(accessor.type() instanceof TypeRef.Primitive)) {
        value =
            CodeBlock.of(
                "$T.present($L, $L)", Wiring.WIRING, TextLiterals.of(text.toString()), value);
      }
    }
    return value;
  }

  /**
   * Returns the owner of an accessor, cast if a condition has narrowed its type, which the compiler
   * cannot know.
   */
  private CodeBlock owner(Accessor accessor, CodeBlock value) {
    return accessor.owner() == null
        ? value
        : CodeBlock.of("(($T) $L)", types.of(accessor.owner()), value);
  }

  /** Returns type tests that hold if the values on a path have all of its accessors. */
  List<CodeBlock> owners(ValuePath path, CodeBlock root) {
    List<CodeBlock> owners = new ArrayList<>();
    for (int i = 0; i < path.accessors().size(); i++) {
      TypeRef owner = path.accessors().get(i).owner();
      if (owner != null) {
        CodeBlock value = follow(path.upTo(i), root);
        owners.add(CodeBlock.of("$L instanceof $T", value, types.of(owner)));
      }
    }
    return owners;
  }

  private CodeBlock read(Binding binding, String required, String optional) {
    ValuePath path = binding.path();
    String name = path.root().name();
    boolean tolerant = binding.isStep() && tolerates(binding);
    if (!tolerant) {
      return narrowed(binding, follow(path, root(path, required)));
    }
    CodeBlock widened = widening(binding);
    if (!onSpine(name)) {
      return CodeBlock.of("$L.$L()$L", name, optional, widened);
    }
    return maybeAbsent(name)
        ? CodeBlock.of("$L$L", name, widened)
        : CodeBlock.of("$T.of($L)", Optional.class, follow(path, CodeBlock.of("$L", name)));
  }

  /**
   * Returns whether the parameter accepts an absent value, and the value itself is not an optional.
   */
  private static boolean tolerates(Binding binding) {
    return binding.toleratesAbsence() && !binding.path().type().isClass("java.util.Optional");
  }

  private CodeBlock root(ValuePath path, String method) {
    String name = path.root().name();
    if (isForked(path)) {
      return CodeBlock.of("$L.$L()", name, method);
    }
    return isOptionalLocal(name) ? CodeBlock.of("$L.get()", name) : CodeBlock.of("$L", name);
  }

  /**
   * Casts a value to the type to which a condition has narrowed it, which the compiler cannot know.
   */
  private CodeBlock narrowed(Binding binding, CodeBlock value) {
    return binding.path().narrowedTo() == null
        ? value
        : CodeBlock.of("($T) $L", types.of(binding.path().narrowedTo()), value);
  }

  /**
   * Returns the conversion of an optional of a subtype to an optional of its supertype, if it is
   * needed.
   */
  private CodeBlock widening(Binding binding) {
    List<Accessor> accessors = binding.path().accessors();
    if (!accessors.isEmpty()) {
      CodeBlock value = follow(binding.path(), CodeBlock.of("$L", item));
      return CodeBlock.of(".map($L -> $L)", item, value);
    }
    TypeRef given = binding.path().type();
    TypeRef wanted = binding.parameter().valueType();
    boolean same = given.equals(wanted) || given instanceof TypeRef.Primitive;
    return same ? CodeBlock.of("") : widened();
  }

  /**
   * Returns a generic method, with the result type of a step as explicit type argument if the
   * compiler cannot infer it because it would capture a wildcard.
   */
  CodeBlock witnessed(StepModel step, String method) {
    TypeName type = types.boxed(step.returned().type());
    return type.toString().contains("?")
        ? CodeBlock.of("<$T>$L", type, method)
        : CodeBlock.of("$L", method);
  }

  /** Returns a call that converts an optional of a subtype to one of its supertype. */
  CodeBlock widened() {
    return CodeBlock.of(".map($L -> $L)", item, item);
  }
}
