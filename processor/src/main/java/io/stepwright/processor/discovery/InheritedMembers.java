package io.stepwright.processor.discovery;

import io.stepwright.processor.model.AgentModel.MemberType;
import io.stepwright.processor.model.MemberNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Collects the declared and inherited members of a type, in the order of declaration. */
final class InheritedMembers {

  private final Types types;
  private final Elements elements;

  InheritedMembers(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /**
   * Returns the methods of a type, without overridden methods and private methods of supertypes.
   */
  List<ExecutableElement> methods(TypeElement type) {
    List<ExecutableElement> kept = new ArrayList<>();
    for (ExecutableElement method : Members.methods(type, types)) {
      boolean own = Members.owner(method).equals(type);
      boolean hidden = !own && method.getModifiers().contains(Modifier.PRIVATE);
      if (!hidden && kept.stream().noneMatch(earlier -> replaces(earlier, method, type))) {
        kept.add(method);
      }
    }
    return kept;
  }

  /**
   * Returns the method of a supertype that has a given annotation and is overridden by a method.
   */
  Optional<ExecutableElement> overridden(
      TypeElement type, ExecutableElement method, String annotation) {
    return Members.methods(type, types).stream()
        .filter(other -> !other.equals(method))
        .filter(other -> AnnotationReader.of(other, annotation).isPresent())
        .filter(other -> elements.overrides(method, other, type))
        .findFirst();
  }

  /** Returns the types that can be named by their simple names in a class that extends the type. */
  List<MemberType> types(TypeElement type) {
    return typesByName(type).values().stream()
        .filter(members -> members.size() == 1)
        .map(members -> new MemberType(TypeReader.declared(members.get(0), List.of())))
        .toList();
  }

  private Map<String, List<TypeElement>> typesByName(TypeElement type) {
    Map<String, List<TypeElement>> byName = new LinkedHashMap<>();
    for (TypeElement each : Members.hierarchy(type, types)) {
      for (TypeElement member : ElementFilter.typesIn(each.getEnclosedElements())) {
        if (!member.getModifiers().contains(Modifier.PRIVATE)) {
          String name = member.getSimpleName().toString();
          byName.computeIfAbsent(name, unseen -> new ArrayList<>()).add(member);
        }
      }
    }
    return byName;
  }

  /**
   * Returns the names of all members.
   *
   * @param kept the result of {@link #methods}
   */
  MemberNames names(TypeElement type, List<ExecutableElement> kept) {
    Set<String> fields = new HashSet<>();
    for (TypeElement each : Members.hierarchy(type, types)) {
      ElementFilter.fieldsIn(each.getEnclosedElements())
          .forEach(field -> fields.add(field.getSimpleName().toString()));
    }
    Set<String> methods = new HashSet<>();
    Set<String> takingStep = new HashSet<>();
    for (ExecutableElement method : Members.methods(type, types)) {
      methods.add(method.getSimpleName().toString());
      if (!method.getParameters().isEmpty() && isStep(method.getParameters().get(0).asType())) {
        takingStep.add(method.getSimpleName().toString());
      }
    }
    Set<String> once = new HashSet<>();
    Set<String> overloaded = new HashSet<>();
    for (ExecutableElement method : kept) {
      String name = method.getSimpleName().toString();
      if (!once.add(name)) {
        overloaded.add(name);
      }
    }
    Set<String> ambiguous = new HashSet<>();
    typesByName(type)
        .forEach(
            (name, members) -> {
              if (members.size() > 1) {
                ambiguous.add(name);
              }
            });
    return new MemberNames(fields, methods, overloaded, takingStep, ambiguous);
  }

  private static boolean isStep(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("io.stepwright.wiring.Step");
  }

  /**
   * Returns whether the earlier method replaces the later one: it overrides it, or both are
   * inherited as one method.
   */
  private boolean replaces(ExecutableElement earlier, ExecutableElement later, TypeElement type) {
    if (!earlier.getSimpleName().equals(later.getSimpleName())) {
      return false;
    }
    if (elements.overrides(earlier, later, type)) {
      return true;
    }
    if (earlier.getModifiers().contains(Modifier.STATIC)
        || later.getModifiers().contains(Modifier.STATIC)) {
      return false;
    }
    DeclaredType agent = (DeclaredType) type.asType();
    return later.getModifiers().contains(Modifier.ABSTRACT)
        && types.isSubsignature(
            (ExecutableType) types.asMemberOf(agent, earlier),
            (ExecutableType) types.asMemberOf(agent, later));
  }
}
