package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Absent;
import io.stepwright.processor.model.TemplateValue.Constant;
import io.stepwright.processor.model.TemplateValue.Filled;
import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.TextLiterals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes the values of one file of a template as Java. */
final class TemplateValues {

  private final TypeNames types;
  private final SlotValues slots;
  private final Function<String, CodeBlock> written;
  private final Map<TemplateValue, String> locals = new IdentityHashMap<>();

  /**
   * Creates a writer.
   *
   * @param slots reads the values that code fills in
   * @param written returns the text that a model has written for an open slot, by the name of the
   *     slot
   */
  TemplateValues(TypeNames types, SlotValues slots, Function<String, CodeBlock> written) {
    this.types = types;
    this.slots = slots;
    this.written = written;
  }

  /** Returns the names that no local variable may have, because they lead to enum constants. */
  static Set<String> namesOfTypes(TemplateValue value) {
    Set<String> names = new HashSet<>();
    if (value instanceof Make make) {
      make.arguments().forEach(each -> names.addAll(namesOfTypes(each)));
    } else if (value instanceof Items items) {
      items.items().forEach(each -> names.addAll(namesOfTypes(each)));
    } else if (value instanceof Present present) {
      names.addAll(namesOfTypes(present.value()));
    } else if (value instanceof Constant constant) {
      names.addAll(TypeNames.ofConstant(constant.type()));
    }
    return names;
  }

  /** Records that a value is in the local variable with a name from now on. */
  void local(TemplateValue value, String name) {
    locals.put(value, name);
  }

  /** Returns the local variable of a value; empty if it has none. */
  Optional<String> local(TemplateValue value) {
    return Optional.ofNullable(locals.get(value));
  }

  /** Returns the value as an expression. */
  CodeBlock expression(TemplateValue value) {
    String local = locals.get(value);
    if (local != null) {
      return CodeBlock.of("$L", local);
    }
    if (value instanceof Literal literal) {
      return literal(literal);
    }
    if (value instanceof Constant constant) {
      return types.constant(constant.type(), constant.name());
    }
    if (value instanceof Absent) {
      return CodeBlock.of("$T.empty()", Optional.class);
    }
    if (value instanceof Present present) {
      return CodeBlock.of("$T.of($L)", Optional.class, expression(present.value()));
    }
    if (value instanceof Make make) {
      return CodeBlock.of("new $L($L)", types.made(make.type()), join(make.arguments()));
    }
    if (value instanceof Items items) {
      return CodeBlock.of("$T.of($L)", List.class, join(items.items()));
    }
    if (value instanceof Filled filled) {
      return filled(filled.slot());
    }
    if (value instanceof Written open) {
      return written.apply(open.slot().name());
    }
    throw new IllegalStateException("a text without a local: " + ((Text) value).path());
  }

  private CodeBlock join(List<TemplateValue> values) {
    return CodeBlock.join(values.stream().map(this::expression).toList(), ", ");
  }

  private CodeBlock filled(Slot slot) {
    CodeBlock value = slots.of(slot);
    return slot.shape().type() instanceof TypeRef.Primitive
        ? value
        : CodeBlock.of("$T.present($L, $L)", Wiring.WIRING, TextLiterals.of(slot.path()), value);
  }

  private static CodeBlock literal(Literal literal) {
    String text = literal.value().toString();
    if (literal.shape() instanceof Shape.Bool) {
      return CodeBlock.of("$L", text);
    }
    return switch (literal.shape().type().simpleName()) {
      case "byte", "Byte" -> CodeBlock.of("(byte) $L", text);
      case "short", "Short" -> CodeBlock.of("(short) $L", text);
      case "int", "Integer" -> CodeBlock.of("$L", text);
      case "long", "Long" -> CodeBlock.of("$LL", text);
      case "float", "Float" -> CodeBlock.of("$Lf", ((BigDecimal) literal.value()).floatValue());
      case "double", "Double" -> CodeBlock.of("$L", ((BigDecimal) literal.value()).doubleValue());
      case "BigDecimal" -> CodeBlock.of("new $T($L)", BigDecimal.class, TextLiterals.of(text));
      case "BigInteger" ->
          CodeBlock.of(
              "new $T($L)",
              BigInteger.class,
              TextLiterals.of(((BigDecimal) literal.value()).toBigIntegerExact().toString()));
      case "char", "Character" -> CodeBlock.of("$L", TextLiterals.character(text.charAt(0)));
      case "LocalDate" -> CodeBlock.of("$T.parse($L)", LocalDate.class, TextLiterals.of(text));
      case "LocalDateTime" ->
          CodeBlock.of("$T.parse($L)", LocalDateTime.class, TextLiterals.of(text));
      case "LocalTime" -> CodeBlock.of("$T.parse($L)", LocalTime.class, TextLiterals.of(text));
      case "OffsetDateTime" ->
          CodeBlock.of("$T.parse($L)", OffsetDateTime.class, TextLiterals.of(text));
      case "Currency" -> CodeBlock.of("$T.getInstance($L)", Currency.class, TextLiterals.of(text));
      case "Locale" -> CodeBlock.of("$T.forLanguageTag($L)", Locale.class, TextLiterals.of(text));
      case "Instant" -> CodeBlock.of("$T.parse($L)", Instant.class, TextLiterals.of(text));
      case "Duration" -> CodeBlock.of("$T.parse($L)", Duration.class, TextLiterals.of(text));
      case "UUID" -> CodeBlock.of("$T.fromString($L)", UUID.class, TextLiterals.of(text));
      case "URI" -> CodeBlock.of("$T.create($L)", URI.class, TextLiterals.of(text));
      default -> CodeBlock.of("$L", TextLiterals.of(text));
    };
  }
}
