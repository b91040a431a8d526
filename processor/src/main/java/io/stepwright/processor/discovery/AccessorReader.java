package io.stepwright.processor.discovery;

import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the accessors of a type: record components, and methods {@code x()}, {@code getX()} and
 * {@code isX()} without parameters. Types of {@code java.*} have no accessors, because paths are
 * for data and not for code.
 */
final class AccessorReader {

  private static final Pattern COMPONENT = Pattern.compile("component[1-9][0-9]*");
  private static final Set<String> OF_OBJECT = Set.of("toString", "hashCode", "clone");

  private final Types types;
  private final Elements elements;
  private final TypeReader reader;
  private final PackageElement from;
  private final UpperBounds bounds;
  private final Map<Accessor, ExecutableElement> methods = new IdentityHashMap<>();

  /**
   * Creates a reader.
   *
   * @param from the package whose code will call the accessors
   */
  AccessorReader(Types types, Elements elements, TypeReader reader, PackageElement from) {
    this.types = types;
    this.elements = elements;
    this.reader = reader;
    this.bounds = new UpperBounds(types);
    this.from = from;
  }

  /** Returns the accessors of a type: record components first. A name may occur more than once. */
  List<Accessor> of(TypeMirror type) {
    List<Accessor> found = new ArrayList<>();
    if (type instanceof DeclaredType declared
        && declared.getKind() == TypeKind.DECLARED
        && declared.asElement() instanceof TypeElement element
        && !packageOf(element).startsWith("java.")) {
      // Components are listed first, because some compilers list the methods of a record in another
      // order.
      for (RecordComponentElement component : RecordComponents.of(element)) {
        ExecutableElement accessor = RecordComponents.accessor(component);
        if (isAccessor(accessor)) {
          found.addAll(accessors(declared, accessor, true));
        }
      }
      for (ExecutableElement method : Members.methods(element, types)) {
        if (isAccessor(method)
            && thrown(declared, method).isEmpty()
            && !isComponent(element, method)) {
          found.addAll(accessors(declared, method, false));
        }
      }
    }
    return found;
  }

  /**
   * Returns the reason why a method that looks like the accessor of a name is none; empty if there
   * is no such method.
   */
  String whyNone(TypeMirror type, String name) {
    if (type instanceof DeclaredType declared
        && declared.getKind() == TypeKind.DECLARED
        && declared.asElement() instanceof TypeElement element) {
      for (ExecutableElement method : Members.methods(element, types)) {
        String simpleName = method.getSimpleName().toString();
        boolean named =
            simpleName.equals(name)
                || property(simpleName, method).filter(name::equals).isPresent();
        if (named && method.getParameters().isEmpty()) {
          String why = whyNone(declared, method);
          if (!why.isEmpty()) {
            return "%s() is none: %s.".formatted(simpleName, why);
          }
        }
      }
      return packageOf(element).startsWith("java.") ? "" : howToAdd(type, element, name);
    }
    return "";
  }

  /**
   * Returns advice on adding an accessor to a class that has no accessors, or only a field of that
   * name; otherwise empty.
   */
  private String howToAdd(TypeMirror type, TypeElement element, String name) {
    boolean hasField =
        elements.getAllMembers(element).stream()
            .anyMatch(
                member -> member.getKind().isField() && member.getSimpleName().contentEquals(name));
    boolean canGrow =
        element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.INTERFACE;
    if (!canGrow || !SourceVersion.isIdentifier(name) || !(hasField || of(type).isEmpty())) {
      return "";
    }
    String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return "%s: add %s() or %s()%s."
        .formatted(
            hasField ? "It has a field of that name, and fields are not read" : "It has none",
            name,
            getter,
            element.getKind() == ElementKind.CLASS
                ? ", or make %s a record".formatted(element.getSimpleName())
                : "");
  }

  private String whyNone(DeclaredType owner, ExecutableElement method) {
    if (!isAccessible(method)) {
      return "generated code cannot call it";
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return "it is static";
    }
    return thrown(owner, method)
        .map(thrown -> "it throws %s, which generated code cannot handle".formatted(thrown))
        .orElse("");
  }

  /** Returns the first checked exception that a method declares as a member of a type. */
  private Optional<TypeMirror> thrown(DeclaredType owner, ExecutableElement method) {
    if (method.getThrownTypes().isEmpty()) {
      return Optional.empty();
    }
    for (TypeMirror thrown : ((ExecutableType) types.asMemberOf(owner, method)).getThrownTypes()) {
      TypeMirror bound = bounds.of(thrown);
      if (!isSubtype(bound, "java.lang.RuntimeException") && !isSubtype(bound, "java.lang.Error")) {
        return Optional.of(bound);
      }
    }
    return Optional.empty();
  }

  private boolean isSubtype(TypeMirror type, String name) {
    TypeElement supertype = elements.getTypeElement(name);
    return supertype != null && types.isSubtype(type, supertype.asType());
  }

  /** Returns the method of an accessor that this reader has found. */
  Optional<ExecutableElement> method(Accessor accessor) {
    return Optional.ofNullable(methods.get(accessor));
  }

  private List<Accessor> accessors(
      DeclaredType owner, ExecutableElement method, boolean component) {
    String name = method.getSimpleName().toString();
    TypeRef type = reader.read(bounds.returned(owner, method));
    List<Accessor> accessors = new ArrayList<>();
    accessors.add(new Accessor(name, name, type));
    if (!component) {
      property(name, method)
          .ifPresent(property -> accessors.add(new Accessor(property, name, type)));
    }
    accessors.forEach(accessor -> methods.put(accessor, method));
    return accessors;
  }

  private static Optional<String> property(String name, ExecutableElement method) {
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    if (prefix == 0
        || name.length() == prefix
        || (prefix == 2 && method.getReturnType().getKind() != TypeKind.BOOLEAN)) {
      return Optional.empty();
    }
    String first = name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT);
    return Optional.of(first + name.substring(prefix + 1));
  }

  private boolean isAccessor(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && !OF_OBJECT.contains(method.getSimpleName().toString())
        && method.getReturnType().getKind() != TypeKind.VOID
        && !method.getModifiers().contains(Modifier.STATIC)
        && method.getTypeParameters().isEmpty()
        && !packageOf(method).startsWith("java.")
        && isName(method)
        && isAccessible(method);
  }

  /**
   * Returns whether the name is a Java identifier and not one of the component methods that Kotlin
   * generates.
   */
  private static boolean isName(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return SourceVersion.isIdentifier(name)
        && !(COMPONENT.matcher(name).matches()
            && AnnotationReader.of(Members.owner(method), "kotlin.Metadata").isPresent());
  }

  private boolean isAccessible(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.PUBLIC)) {
      return true;
    }
    return !method.getModifiers().contains(Modifier.PRIVATE)
        && elements.getPackageOf(method).equals(from);
  }

  private static boolean isComponent(TypeElement type, ExecutableElement method) {
    return type.getEnclosedElements().stream()
        .anyMatch(
            member ->
                member.getKind() == ElementKind.RECORD_COMPONENT
                    && member.getSimpleName().equals(method.getSimpleName()));
  }

  private String packageOf(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }
}
