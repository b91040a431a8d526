package io.stepwright.processor.discovery;

import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.PackageElement;
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

/**
 * Collects the keys of compiler warnings that the generated class would get because of types and
 * members that the user declares: nobody could silence them there, so the class does itself.
 */
final class LintKeys {

  private static final String DEPRECATED = "java.lang.Deprecated";

  private final Types types;
  private final Elements elements;
  private final Set<String> keys = new TreeSet<>();

  LintKeys(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** The keys, in order. */
  Set<String> keys() {
    return keys;
  }

  /** Notes what extending an agent brings about. */
  void agent(TypeElement agent) {
    element(agent);
    TypeElement serializable = elements.getTypeElement("java.io.Serializable");
    if (serializable != null && types.isSubtype(agent.asType(), serializable.asType())) {
      keys.add("serial");
    }
    if (extendsRawType(agent)) {
      keys.add("unchecked");
    }
    if (isExported(agent)) {
      keys.add("exports");
    }
  }

  /** Notes what overriding or calling a method or a constructor brings about. */
  void method(ExecutableElement method) {
    element(method);
    if (method.isVarArgs() && !isReifiable(lastParameter(method))) {
      keys.add("unchecked");
      if (AnnotationReader.of(method, "java.lang.SafeVarargs").isPresent()) {
        keys.add("varargs");
      }
    }
  }

  /** Notes what naming a type brings about. */
  void type(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      type(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      type(wildcard.getExtendsBound());
      type(wildcard.getSuperBound());
    } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      element(declared.asElement());
      declared.getTypeArguments().forEach(this::type);
      if (isRaw(declared)) {
        keys.add("rawtypes");
      }
    }
  }

  /** Notes what naming an element, and with it all that encloses it, brings about. */
  void element(Element element) {
    for (Element each = element;
        each != null && !(each instanceof PackageElement);
        each = each.getEnclosingElement()) {
      if (elements.isDeprecated(each)) {
        keys.add(isForRemoval(each) ? "removal" : "deprecation");
      }
    }
  }

  /** Notes what making a record, or naming the constants of an enum, brings about. */
  void parts(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT
          || (member.getKind() == ElementKind.CONSTRUCTOR && type.getKind() == ElementKind.RECORD)
          || isAccessor(type, member)) {
        element(member);
      }
    }
  }

  private static boolean isAccessor(TypeElement type, Element member) {
    return ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
        .anyMatch(component -> member.equals(RecordComponents.accessor(component)));
  }

  private static boolean isForRemoval(Element element) {
    return AnnotationReader.of(element, DEPRECATED)
        .map(deprecated -> deprecated.flag("forRemoval"))
        .orElse(false);
  }

  private static boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        && type.asElement() instanceof TypeElement element
        && !element.getTypeParameters().isEmpty();
  }

  private boolean extendsRawType(TypeElement type) {
    return Members.hierarchy(type, types).stream()
        .flatMap(each -> types.directSupertypes(each.asType()).stream())
        .anyMatch(supertype -> supertype instanceof DeclaredType declared && isRaw(declared));
  }

  private static TypeMirror lastParameter(ExecutableElement method) {
    VariableElement last = method.getParameters().get(method.getParameters().size() - 1);
    return ((ArrayType) last.asType()).getComponentType();
  }

  /** Whether an array of the type can be made without a warning. */
  private static boolean isReifiable(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isReifiable(array.getComponentType());
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return false;
    }
    return !(type instanceof DeclaredType declared)
        || declared.getTypeArguments().stream()
            .allMatch(
                argument ->
                    argument instanceof WildcardType wildcard
                        && wildcard.getExtendsBound() == null
                        && wildcard.getSuperBound() == null);
  }

  /** Whether the generated class is part of what a module exports, as the agent is. */
  private boolean isExported(TypeElement agent) {
    ModuleElement module = elements.getModuleOf(agent);
    if (module == null || module.isUnnamed()) {
      return false;
    }
    PackageElement own = elements.getPackageOf(agent);
    return agent.getModifiers().contains(Modifier.PUBLIC)
        && module.getDirectives().stream()
            .anyMatch(
                directive ->
                    directive instanceof ExportsDirective exports
                        && exports.getPackage().equals(own));
  }
}
