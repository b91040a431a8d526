package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.schema.JsonSchemaText;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class that contains the schemas of answers and converts JSON to values and
 * values to JSON.
 */
final class JsonClass {

  private final ClassName name;
  private final Decoders decoders;
  private final Encoders encoders;
  private final NameScope constants = new NameScope(Set.of());
  private final List<FieldSpec> schemas = new ArrayList<>();

  JsonClass(String name, TypeNames types) {
    this(name, types, false);
  }

  /**
   * Creates a writer.
   *
   * @param sparse true if absent components are left out of JSON, false if they are null
   */
  JsonClass(String name, TypeNames types, boolean sparse) {
    this.name = ClassName.get("", name);
    NameScope methods = new NameScope(Set.of());
    this.decoders = new Decoders(types, this.name, methods);
    this.encoders = new Encoders(types, this.name, methods, sparse);
  }

  Decoders decoders() {
    return decoders;
  }

  Encoders encoders() {
    return encoders;
  }

  /**
   * Adds a constant with the schema of an answer, and returns a reference to it.
   *
   * @param wanted the preferred name of the constant
   */
  CodeBlock schema(String wanted, Shape answer) {
    String constant = constants.take(wanted);
    schemas.add(
        FieldSpec.builder(String.class, constant, Modifier.STATIC, Modifier.FINAL)
            .initializer("$L", TextLiterals.block(JsonSchemaText.of(answer) + "\n"))
            .build());
    return CodeBlock.of("$T.$L", name, constant);
  }

  /** Returns the class, or empty if it has no members. */
  Optional<TypeSpec> type() {
    TypeSpec type =
        TypeSpec.classBuilder(name.simpleName())
            .addAnnotation(Wiring.GENERATED)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addFields(schemas)
            .addMethods(decoders.methods())
            .addMethods(encoders.methods())
            .build();
    return type.fieldSpecs().isEmpty() && type.methodSpecs().isEmpty()
        ? Optional.empty()
        : Optional.of(type);
  }
}
