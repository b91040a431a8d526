package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that fill the files of a template that differ only in their texts: the
 * texts that code fills, the question to the model, and the result composed of both.
 */
final class TemplateBody {

  /** The maximum length of an argument; a longer text is easier to read as a separate statement. */
  private static final int LONGEST_ARGUMENT = 50;

  /**
   * The maximum number of variables that a lambda captures: its method has 255 parameter slots,
   * including {@code this} and the lambda's own parameter.
   */
  private static final int MOST_CAPTURED = 250;

  private final TemplateFiles files;
  private final File file;
  private final TypeNames types;
  private final Encoders encoders;
  private final NameScope locals;
  private final SlotValues slots = new SlotValues();
  private final TemplateValues values;
  private final String written;
  private final Map<TemplateValue, String> texts = new IdentityHashMap<>();
  private final String prompt;
  // The method, or temporarily the lambda that creates the result.
  private MethodSpec.Builder method;

  /**
   * Creates a writer.
   *
   * @param method the method; parameters are added to it for the texts in which the files differ
   */
  TemplateBody(
      TemplateFiles files,
      TypeNames types,
      Encoders encoders,
      NameScope locals,
      MethodSpec.Builder method) {
    this.files = files;
    this.file = files.first().file();
    this.types = types;
    this.encoders = encoders;
    this.locals = locals;
    this.method = method;
    this.written = locals.take("written");
    this.values = new TemplateValues(types, slots, this::written);
    this.prompt = files.isOpen() ? prompt() : "";
    for (int i = 0; i < files.texts().size(); i++) {
      text(i);
    }
  }

  private String prompt() {
    if (files.sharePrompt()) {
      return files.first().promptConstant();
    }
    String parameter = locals.take("text");
    method.addParameter(Wiring.PROMPT_TEXT, parameter);
    return parameter;
  }

  /**
   * Determines the source of a text: a constant, or a parameter if the files differ in the text.
   */
  private void text(int number) {
    TemplateValue value = files.texts().get(number);
    if (files.isShared(number)) {
      if (value instanceof Text) {
        texts.put(value, files.first().constant(number));
      }
    } else if (value instanceof Text text) {
      String parameter = locals.take(TemplateMessages.local(text.path()) + "Text");
      method.addParameter(Wiring.PROMPT_TEXT, parameter);
      texts.put(value, parameter);
    } else {
      String parameter = locals.take("words");
      method.addParameter(String.class, parameter);
      values.local(value, parameter);
    }
  }

  /**
   * Writes all statements.
   *
   * @param system the constant of the system message, or null
   * @param systemMessage that message, or null
   * @param key the cache key, or null
   * @param asker the step as it asks its model
   * @param step the constant of the step, with the answer that fills the files
   * @param checks the checks of the result
   */
  void write(
      String system,
      @Nullable Message systemMessage,
      @Nullable CacheKeyModel key,
      CodeBlock asker,
      String step,
      CheckWriter checks) {
    declareShared(systemMessage, key);
    declare(file.value(), false);
    if (!file.isOpen()) {
      result();
    } else if (checks.isEmpty() && !isRefusable()) {
      CodeBlock answer = ask(step, system, systemMessage, key, asker);
      method.addStatement("$T $L = $L", answer(), written, answer);
      declare(file.value(), true);
      result();
    } else {
      String filled = filled(step, checks);
      method.addStatement("return $L", ask(filled, system, systemMessage, key, asker));
    }
  }

  private void declareShared(@Nullable Message system, @Nullable CacheKeyModel key) {
    List<Slot> read = new ArrayList<>();
    for (TemplateValue value : files.texts()) {
      if (value instanceof Text text) {
        read.addAll(message(text).slots());
      }
    }
    read.removeIf(slot -> slot.parameter().equals(written));
    if (file.isOpen()) {
      read.addAll(files.first().prompt().slots());
    }
    if (system != null) {
      read.addAll(system.slots());
    }
    if (key != null) {
      read.addAll(key.slots());
    }
    slots.declare(read, types, locals, method);
  }

  /**
   * Declares the step whose answer is the result itself. Checks get the whole result, and if the
   * constructor of a record throws, the model is asked again.
   */
  private String filled(String step, CheckWriter checks) {
    MethodSpec.Builder around = method;
    method = MethodSpec.methodBuilder(written);
    declare(file.value(), true);
    boolean isExpression = method.build().code().isEmpty();
    result();
    CodeBlock body = isExpression ? expression() : CodeBlock.of("{\n$L}", method.build().code());
    method = around;
    String filled = locals.take("filled");
    method.addCode("$T $L = $L.map($L -> $L);\n", checks.stepType(), filled, step, written, body);
    return checks.declare(filled, locals, method);
  }

  /**
   * Returns whether the answer becomes a record, in a lambda that can capture all variables it
   * needs.
   */
  private boolean isRefusable() {
    int parameters = method.build().parameters().size();
    return makesRecords(file.value())
        && captured(file.value()) + 2 * parameters <= MOST_CAPTURED; // A long takes two slots.
  }

  private static int captured(TemplateValue value) {
    if (value instanceof Make make) {
      return make.arguments().stream().mapToInt(TemplateBody::captured).sum();
    } else if (value instanceof Items items) {
      return items.items().stream().mapToInt(TemplateBody::captured).sum();
    } else if (value instanceof Present present) {
      return captured(present.value());
    }
    return value instanceof Text || value instanceof Literal ? 1 : 0;
  }

  private static boolean makesRecords(TemplateValue value) {
    if (value instanceof Items items) {
      return items.items().stream().anyMatch(TemplateBody::makesRecords);
    }
    return value instanceof Make
        || value instanceof Present present && makesRecords(present.value());
  }

  private void result() {
    method.addCode("return $L;\n", expression());
  }

  private CodeBlock expression() {
    return file.value() instanceof Text text && values.local(text).isEmpty()
        ? filled(text)
        : values.expression(file.value());
  }

  private CodeBlock ask(
      String step,
      String system,
      @Nullable Message systemMessage,
      @Nullable CacheKeyModel key,
      CodeBlock asker) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", step));
    if (systemMessage != null) {
      argument(systemMessage.filled(system, slots, encoders), "system", arguments);
    }
    Message shown = files.first().prompt();
    argument(shown.filled(prompt, slots, encoders), "prompt", arguments);
    CodeBlock prepared = asker;
    if (key != null) {
      String keyLocal = locals.take("key");
      new CacheKeyWriter(encoders).chain(key, slots).declare(keyLocal, method);
      prepared = CodeBlock.of("$L.cached($L)", asker, keyLocal);
    }
    return CodeBlock.of("$L.ask($L)", prepared, CodeBlock.join(arguments, ", "));
  }

  private void argument(CallChain chain, String wanted, List<CodeBlock> arguments) {
    String local = chain.isEmpty() ? "" : locals.take(wanted);
    if (chain.isEmpty()) {
      arguments.add(chain.expression());
    } else {
      chain.declare(local, method);
      arguments.add(CodeBlock.of("$L", local));
    }
  }

  private TypeName answer() {
    return file.openSlots().size() == 1
        ? types.of(file.openSlots().get(0).shape().type())
        : ClassName.get("", files.names().answer());
  }

  private CodeBlock written(String slot) {
    return file.openSlots().size() == 1
        ? CodeBlock.of("$L", written)
        : CodeBlock.of("$L.$L()", written, slot);
  }

  /** Declares the texts of a value that need an answer, or the texts that do not. */
  private void declare(TemplateValue value, boolean open) {
    if (value instanceof Make make) {
      make.arguments().forEach(each -> declare(each, open));
    } else if (value instanceof Items items) {
      items.items().forEach(each -> declare(each, open));
    } else if (value instanceof Present present) {
      declare(present.value(), open);
    } else if (value instanceof Text text && text.isOpen() == open && !isResult(text)) {
      String local = locals.take(TemplateMessages.local(text.path()));
      declare(ClassName.get(String.class), local, filled(text));
      values.local(text, local);
    } else if (value instanceof Literal literal
        && !open
        && isLong(literal)
        && values.local(literal).isEmpty()) {
      String local = locals.take("text");
      declare(
          ClassName.get(String.class),
          local,
          CodeBlock.of("$L", TextLiterals.block(literal.value().toString())));
      values.local(literal, local);
    }
  }

  /** Returns whether a text is the result itself, and needs no local variable. */
  private boolean isResult(Text text) {
    return text.equals(file.value());
  }

  private Message message(Text text) {
    return TemplateMessages.result(text, file, written);
  }

  private CodeBlock filled(Text text) {
    String holder = Objects.requireNonNull(texts.get(text), text.path());
    CallChain chain = message(text).filled(holder, slots, encoders);
    if (chain.isLong()) {
      String local = locals.take("text");
      chain.declare(local, method);
      return CodeBlock.of("$L.message()", local);
    }
    return CodeBlock.of("$L.message()", chain.expression());
  }

  private static boolean isLong(Literal literal) {
    String text = literal.value().toString();
    return literal.shape().type().isClass("java.lang.String")
        && (text.length() > LONGEST_ARGUMENT || text.contains("\n"));
  }

  private void declare(ClassName type, String local, CodeBlock value) {
    method.addStatement("$T $L = $L", type, local, value);
  }
}
