package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * The initializers of constants. A class file has one method for all of them, which is limited to
 * 65,535 bytes. If they exceed it, each initializer calls a method of its own.
 */
final class Initializers {

  private static final int MOST_BYTES = 30_000;

  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  Initializers(List<FieldSpec> constants, NameScope names) {
    int bytes = constants.stream().mapToInt(each -> bytes(each.initializer())).sum();
    for (FieldSpec constant : constants) {
      boolean text = constant.type().equals(TypeName.get(String.class));
      if (bytes <= MOST_BYTES || text) {
        fields.add(constant); // A string literal is in the constant pool and needs no code.
      } else {
        MethodSpec made = method(constant, names);
        methods.add(made);
        fields.add(
            FieldSpec.builder(constant.type(), constant.name())
                .addModifiers(constant.modifiers().toArray(Modifier[]::new))
                .initializer("$L()", made.name())
                .build());
      }
    }
  }

  List<FieldSpec> fields() {
    return fields;
  }

  List<MethodSpec> methods() {
    return methods;
  }

  private static MethodSpec method(FieldSpec constant, NameScope names) {
    return MethodSpec.methodBuilder(names.take("make" + camel(constant.name())))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(constant.type())
        .addStatement("return $L", constant.initializer())
        .build();
  }

  /** Converts {@code CRM_NOTE} to {@code CrmNote}. */
  private static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.split("_")) {
      camel.append(word.isEmpty() ? "" : NameScope.capitalized(word.toLowerCase(Locale.ROOT)));
    }
    return camel.toString();
  }

  /** Estimates the bytes of an initializer by the number of its parentheses and commas. */
  private static int bytes(CodeBlock code) {
    String[] parts = code.toString().split("\"", -1);
    int signs = 1;
    for (int i = 0; i < parts.length; i += 2) { // Every second part is quoted and no code.
      signs += (int) parts[i].chars().filter(c -> c == '(' || c == ',').count();
    }
    return 11 * signs;
  }
}
