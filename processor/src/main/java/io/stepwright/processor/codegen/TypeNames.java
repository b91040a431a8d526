package io.stepwright.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AnnotationModel;
import io.stepwright.processor.model.Nullness;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes types for the generated class: inherited types by their simple names, and types whose
 * simple names are hidden by a variable by their full names.
 */
final class TypeNames {

  /**
   * The first parts of the names of packages whose classes generated code mentions in expressions,
   * besides those of the user. A local variable with such a name would hide them.
   */
  static final Set<String> LIBRARY_ROOTS = Set.of("io", "java");

  private final Set<List<String>> inherited = new HashSet<>();
  private final Set<String> hiding;
  private final Set<String> fields;

  TypeNames(AgentModel agent, AgentNames names) {
    this(agent, names.hiding());
  }

  /**
   * Creates a writer.
   *
   * @param hiding the names of variables, fields and constants of the class
   */
  TypeNames(AgentModel agent, Set<String> hiding) {
    this.hiding = hiding;
    this.fields = agent.memberNames().fields();
    for (AgentModel.MemberType member : agent.memberTypes()) {
      inherited.add(qualified(member.type()));
    }
  }

  TypeName of(TypeRef type) {
    return of(type, Nullness.NONE);
  }

  /** Returns a type with the null annotations of itself and of its parts. */
  TypeName of(TypeRef type, Nullness said) {
    TypeName name = withParts(type, said);
    return said.type().isEmpty() ? name : name.annotated(annotations(said.type()));
  }

  /** Returns annotations, to be repeated. */
  List<AnnotationSpec> annotations(List<AnnotationModel> annotations) {
    AnnotationWriter writer = new AnnotationWriter(this);
    return annotations.stream().map(writer::annotation).toList();
  }

  private TypeName withParts(TypeRef type, Nullness said) {
    if (type instanceof TypeRef.Primitive primitive) {
      return primitive(primitive.name());
    }
    if (type instanceof TypeRef.Array array) {
      return ArrayTypeName.of(of(array.component(), said.part(0)));
    }
    if (type instanceof TypeRef.Wildcard wildcard) {
      return wildcard.extending()
          ? WildcardTypeName.subtypeOf(of(wildcard.bound(), said.part(0)))
          : WildcardTypeName.supertypeOf(of(wildcard.bound(), said.part(0)));
    }
    if (type instanceof TypeRef.Declared declared) {
      List<TypeName> arguments = new ArrayList<>();
      for (int i = 0; i < declared.arguments().size(); i++) {
        arguments.add(of(declared.arguments().get(i), said.part(i)));
      }
      if (declared.enclosing() != null
          && of(declared.enclosing()) instanceof ParameterizedTypeName outer) {
        return outer.nestedClass(declared.simpleName(), arguments);
      }
      ClassName raw = raw(declared);
      return arguments.isEmpty()
          ? raw
          : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
    }
    String text = ((TypeRef.Other) type).text();
    return text.equals("?")
        ? WildcardTypeName.subtypeOf(Object.class)
        : ClassName.get("", text); // A type variable, or a type that does not exist.
  }

  /** Returns an enum constant as an expression. */
  CodeBlock constant(TypeRef type, String name) {
    return type instanceof TypeRef.Declared declared && isHidden(declared)
        ? CodeBlock.of("$T.valueOf($T.class, $L)", Enum.class, of(type), TextLiterals.of(name))
        : CodeBlock.of("$T.$L", of(type), name);
  }

  /**
   * Returns the names that a local variable must not have where an enum constant is written: those
   * of its type, of the types around it, and of the outermost package.
   */
  static Set<String> ofConstant(TypeRef type) {
    Set<String> names = new HashSet<>();
    if (type instanceof TypeRef.Declared declared) {
      names.addAll(declared.simpleNames());
      names.add(declared.packageName().split("\\.", 2)[0]);
    }
    return names;
  }

  /**
   * Returns whether a variable hides the type even if its name is written in full: a field that
   * hides an inherited type, or any variable if the type has no package.
   */
  private boolean isHidden(TypeRef.Declared type) {
    boolean field = fields.contains(type.simpleName()) && inherited.contains(qualified(type));
    return field
        || (type.packageName().isEmpty() && hiding.contains(raw(type).simpleNames().get(0)));
  }

  /**
   * Returns the type of a record for use after {@code new}. The type arguments are written, because
   * compilers differ in their inference through method references. Wildcards are inferred.
   */
  CodeBlock made(TypeRef type) {
    return type instanceof TypeRef.Declared declared
            && declared.arguments().stream().anyMatch(TypeNames::isWildcard)
        ? CodeBlock.of("$T<>", raw(declared))
        : CodeBlock.of("$T", of(type));
  }

  private static boolean isWildcard(TypeRef argument) {
    return argument instanceof TypeRef.Wildcard || argument.display().equals("?");
  }

  /** Returns the type {@code String}. */
  TypeName text() {
    return TypeName.get(String.class);
  }

  /** Returns a type as a type argument. */
  TypeName boxed(TypeRef type) {
    return of(type).box();
  }

  /** Returns the class without type arguments. */
  ClassName raw(TypeRef.Declared type) {
    List<String> names = type.simpleNames();
    for (int outer = 1; outer <= names.size(); outer++) {
      boolean hidden = hiding.contains(names.get(outer - 1));
      if (!hidden && inherited.contains(qualified(type.packageName(), names.subList(0, outer)))) {
        return nested("", names.subList(outer - 1, names.size()));
      }
    }
    return hiding.contains(names.get(0)) && !type.packageName().isEmpty()
        ? inFull(type.packageName(), names)
        : nested(type.packageName(), names);
  }

  /**
   * Returns a name that is written in full: JavaPoet does not import classes without a package, and
   * keeps their names.
   */
  private static ClassName inFull(String packageName, List<String> names) {
    return ClassName.get(
        "",
        packageName + "." + names.get(0),
        names.subList(1, names.size()).toArray(String[]::new));
  }

  private static ClassName nested(String packageName, List<String> names) {
    return ClassName.get(
        packageName, names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  private static List<String> qualified(TypeRef.Declared type) {
    return qualified(type.packageName(), type.simpleNames());
  }

  private static List<String> qualified(String packageName, List<String> simpleNames) {
    return List.of(packageName, String.join(".", simpleNames));
  }

  private static TypeName primitive(String name) {
    return switch (name) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      case "void" -> TypeName.VOID;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
