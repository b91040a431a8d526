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
 * Collects the keys of the compiler warnings that the generated class would cause because of types
 * and members that the user declares. The user cannot suppress warnings in generated code, so the
 * class suppresses these itself.
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

  /** Returns the keys, sorted. */
  Set<String> keys() {
    return keys;
  }

  /** Adds the keys for extending an agent. */
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

  /** Adds the keys for overriding or calling a method or a constructor. */
  void method(ExecutableElement method) {
    element(method);
    if (method.isVarArgs() && !isReifiable(lastParameter(method))) {
      keys.add("unchecked");
      if (AnnotationReader.of(method, "java.lang.SafeVarargs").isPresent()) {
        keys.add("varargs");
      }
    }
  }

  /** Adds the keys for naming a type. */
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

  /** Adds the keys for naming an element and the elements that enclose it. */
  void element(Element element) {
    for (Element each = element;
        each != null && !(each instanceof PackageElement);
        each = each.getEnclosingElement()) {
      if (elements.isDeprecated(each)) {
        keys.add(isForRemoval(each) ? "removal" : "deprecation");
      }
    }
  }

  /** Adds the keys for making and reading a record, or for naming the constants of an enum. */
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

  /** Returns whether an array of the type can be created without a warning. */
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

  /** Returns whether the agent is exported by its module, and with it the generated class. */
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
