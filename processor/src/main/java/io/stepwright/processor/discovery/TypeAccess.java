package io.stepwright.processor.discovery;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Tells which types the generated class can name. */
final class TypeAccess {

  private final Types types;
  private final Elements elements;
  private final TypeElement agent;
  private final PackageElement from;

  /**
   * Creates the queries for one agent.
   *
   * @param agent the type that the generated class extends
   */
  TypeAccess(Types types, Elements elements, TypeElement agent) {
    this.types = types;
    this.elements = elements;
    this.agent = agent;
    this.from = elements.getPackageOf(agent);
  }

  /** Returns whether generated code can name a record and call its canonical constructor. */
  boolean canMake(DeclaredType type) {
    if (!canName(type)) {
      return false;
    }
    TypeElement element = (TypeElement) type.asElement();
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(constructor -> isCanonical(constructor, element))
        .allMatch(
            constructor ->
                constructor.getModifiers().contains(Modifier.PUBLIC)
                    || (elements.getPackageOf(element).equals(from)
                        && !constructor.getModifiers().contains(Modifier.PRIVATE)));
  }

  private boolean isCanonical(ExecutableElement constructor, TypeElement element) {
    List<? extends RecordComponentElement> components = RecordComponents.of(element);
    List<? extends VariableElement> parameters = constructor.getParameters();
    return components.size() == parameters.size()
        && IntStream.range(0, components.size())
            .allMatch(
                i ->
                    types.isSameType(
                        types.erasure(components.get(i).asType()),
                        types.erasure(parameters.get(i).asType())));
  }

  boolean canName(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return canName(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return canName(wildcard.getExtendsBound()) && canName(wildcard.getSuperBound());
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return canName(declared.asElement())
          && canName(TypeReader.outer(declared))
          && declared.getTypeArguments().stream().allMatch(this::canName);
    }
    return true;
  }

  boolean canName(Element type) {
    boolean samePackage = elements.getPackageOf(type).equals(from);
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      Set<Modifier> modifiers = each.getModifiers();
      boolean open =
          modifiers.contains(Modifier.PUBLIC)
              || (samePackage && !modifiers.contains(Modifier.PRIVATE))
              || (modifiers.contains(Modifier.PROTECTED) && isInherited(each));
      if (!open) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a protected type is a member of a supertype of the agent. */
  private boolean isInherited(Element type) {
    return type.getEnclosingElement() instanceof TypeElement owner
        && types.isSubtype(types.erasure(agent.asType()), types.erasure(owner.asType()));
  }
}
