package io.stepwright.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AnnotationModel;
import io.stepwright.processor.model.Nullness;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes types as the generated class would: those that it inherits by their simple names. */
final class TypeNames {

  private final Set<List<String>> inherited = new HashSet<>();

  TypeNames(AgentModel agent) {
    for (AgentModel.MemberType member : agent.memberTypes()) {
      inherited.add(qualified(member.type()));
    }
  }

  TypeName of(TypeRef type) {
    return of(type, Nullness.NONE);
  }

  /** The type, with the annotations that are said of it and of its parts. */
  TypeName of(TypeRef type, Nullness said) {
    TypeName name = withParts(type, said);
    return said.type().isEmpty() ? name : name.annotated(annotations(said.type()));
  }

  /** Annotations, to be repeated. */
  List<AnnotationSpec> annotations(List<AnnotationModel> annotations) {
    List<AnnotationSpec> repeated = new ArrayList<>();
    for (AnnotationModel annotation : annotations) {
      AnnotationSpec.Builder spec = AnnotationSpec.builder(raw(annotation.type()));
      annotation.values().forEach((name, value) -> spec.addMember(name, "$L", value));
      repeated.add(spec.build());
    }
    return repeated;
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
      ClassName raw = raw(declared);
      List<TypeName> arguments = new ArrayList<>();
      for (int i = 0; i < declared.arguments().size(); i++) {
        arguments.add(of(declared.arguments().get(i), said.part(i)));
      }
      return arguments.isEmpty()
          ? raw
          : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
    }
    String text = ((TypeRef.Other) type).text();
    return text.equals("?")
        ? WildcardTypeName.subtypeOf(Object.class)
        : ClassName.get("", text); // A type variable, or a type that does not exist.
  }

  /** The type of texts. */
  TypeName text() {
    return TypeName.get(String.class);
  }

  /** The type as a type argument. */
  TypeName boxed(TypeRef type) {
    return of(type).box();
  }

  /** The class without type arguments. */
  ClassName raw(TypeRef.Declared type) {
    List<String> names = type.simpleNames();
    for (int outer = 1; outer <= names.size(); outer++) {
      if (inherited.contains(qualified(type.packageName(), names.subList(0, outer)))) {
        return nested("", names.subList(outer - 1, names.size()));
      }
    }
    return nested(type.packageName(), names);
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
