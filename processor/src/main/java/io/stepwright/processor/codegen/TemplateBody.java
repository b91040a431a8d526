package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TemplateModel.AsJson;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TemplateModel.SkeletonPiece;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Absent;
import io.stepwright.processor.model.TemplateValue.Closed;
import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.Open;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that fill one file of a template: the texts that code knows, the question
 * to the model, and the result made of both.
 */
final class TemplateBody {

  /** A longer text reads better as a statement of its own. */
  private static final int LONGEST_ARGUMENT = 50;

  /** Variables that a lambda takes, beside {@code this} and its own parameter: 255 are the most. */
  private static final int MOST_CAPTURED = 250;

  private final File file;
  private final TemplateNames.OfFile names;
  private final TypeNames types;
  private final Encoders encoders;
  private final PromptWriter prompts;
  private final NameScope locals;
  private final TemplateValues values;
  private final String written;
  private final Map<TemplateValue, String> marked = new IdentityHashMap<>();
  // The method, or for a while the lambda that makes the result.
  private MethodSpec.Builder method;

  TemplateBody(
      File file,
      TemplateNames.OfFile names,
      TypeNames types,
      Encoders encoders,
      NameScope locals,
      MethodSpec.Builder method) {
    this.file = file;
    this.names = names;
    this.types = types;
    this.encoders = encoders;
    this.prompts = new PromptWriter(encoders);
    this.locals = locals;
    this.method = method;
    this.written = locals.take("written");
    this.values = new TemplateValues(types, this::written);
  }

  /**
   * Writes all statements.
   *
   * @param instruction what replaces our own sentence, or null
   * @param task the constant of our own sentence
   * @param key what decides whether an answer may be served again, or null
   * @param handle the parameter of the step itself
   * @param checks what judges the result
   */
  void write(
      @Nullable PromptModel instruction,
      String task,
      @Nullable CacheKeyModel key,
      String handle,
      CheckWriter checks) {
    declare(file.value(), false);
    if (!file.isOpen()) {
      result();
    } else if (checks.isEmpty() && !isRefusable()) {
      CodeBlock answer = ask(names.call(), instruction, task, key, handle);
      method.addStatement("$T $L = $L", answer(), written, answer);
      declare(file.value(), true);
      result();
    } else {
      String filled = filled(checks);
      method.addStatement("return $L", ask(filled, instruction, task, key, handle));
    }
  }

  /**
   * Declares the call whose answer is the result itself: checks see all of it, and what a record's
   * constructor throws is an answer that the model gives anew.
   */
  private String filled(CheckWriter checks) {
    MethodSpec.Builder around = method;
    method = MethodSpec.methodBuilder(written);
    declare(file.value(), true);
    boolean isExpression = method.build().code().isEmpty();
    result();
    CodeBlock body = isExpression ? expression() : CodeBlock.of("{\n$L}", method.build().code());
    method = around;
    String filled = locals.take("filled");
    method.addCode(
        "$T $L = $L.map($L -> $L);\n", checks.callType(), filled, names.call(), written, body);
    return checks.declare(filled, locals, method);
  }

  /** Whether a record is made of the answer, in a lambda that has room for what it captures. */
  private boolean isRefusable() {
    int parameters = method.build().parameters().size();
    return makesRecords(file.value())
        && captured(file.value()) + 2 * parameters <= MOST_CAPTURED; // A long takes two.
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
        ? message(parts(text))
        : values.expression(file.value());
  }

  private CodeBlock ask(
      String call,
      @Nullable PromptModel instruction,
      String task,
      @Nullable CacheKeyModel key,
      String handle) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", call));
    if (instruction != null && instruction.system() != null) {
      String system = locals.take("system");
      prompts.chain(instruction.system()).declare(system, method);
      arguments.add(CodeBlock.of("$L", system));
    }
    declareMarked();
    TemplatePrompt prompt = new TemplatePrompt(prompts, encoders, values, marked);
    if (instruction == null || instruction.user().isEmpty()) {
      prompt.constant(task);
    } else {
      List<Part> parts = new ArrayList<>(instruction.user());
      parts.add(new PromptModel.Literal("\n\n"));
      prompt.parts(parts);
    }
    String local = locals.take("prompt");
    prompt.skeleton(file.skeleton()).chain().declare(local, method);
    arguments.add(CodeBlock.of("$L", local));
    CodeBlock asker = CodeBlock.of("$L", handle);
    if (key != null) {
      String keyLocal = locals.take("key");
      new CacheKeyWriter(encoders).chain(key).declare(keyLocal, method);
      asker = CodeBlock.of("$L.cached($L)", handle, keyLocal);
    }
    return CodeBlock.of("$L.ask($L)", asker, CodeBlock.join(arguments, ", "));
  }

  private TypeName answer() {
    return file.openSlots().size() == 1
        ? types.of(file.openSlots().get(0).shape().type())
        : ClassName.get("", names.answer());
  }

  private CodeBlock written(String slot) {
    return file.openSlots().size() == 1
        ? CodeBlock.of("$L", written)
        : CodeBlock.of("$L.$L()", written, slot);
  }

  /** Declares the texts of a value: those that need an answer, or those that do not. */
  private void declare(TemplateValue value, boolean open) {
    if (value instanceof Make make) {
      make.arguments().forEach(each -> declare(each, open));
    } else if (value instanceof Items items) {
      items.items().forEach(each -> declare(each, open));
    } else if (value instanceof Present present) {
      declare(present.value(), open);
    } else if (value instanceof Text text && text.isOpen() == open && !isResult(text)) {
      String local = locals.take(local(text.path()));
      declare(ClassName.get(String.class), local, message(parts(text)));
      values.local(text, local);
    } else if (value instanceof Literal literal && !open && isLong(literal)) {
      String local = locals.take("text");
      declare(
          ClassName.get(String.class),
          local,
          CodeBlock.of("$L", TextLiterals.block(literal.value().toString())));
      values.local(literal, local);
    }
  }

  /** Whether a text is returned as it is made: it needs no name, unless a model is shown it. */
  private boolean isResult(Text text) {
    return text.equals(file.value()) && (text.isOpen() || !file.isOpen());
  }

  private CodeBlock message(List<Part> parts) {
    CallChain chain = prompts.chain(parts);
    if (chain.isLong()) {
      String local = locals.take("text");
      chain.declare(local, method);
      return CodeBlock.of("$L.message()", local);
    }
    return CodeBlock.of("$L.message()", chain.expression());
  }

  /**
   * Declares the texts in which a slot is open and code fills another one, with the slot marked.
   */
  private void declareMarked() {
    for (SkeletonPiece piece : file.skeleton()) {
      TemplateValue value = piece instanceof AsJson json ? json.value() : new Absent();
      List<Part> parts = TemplatePrompt.marked(value);
      if (parts.stream().anyMatch(Slot.class::isInstance)) {
        String path = value instanceof Text text ? text.path() : ((Written) value).slot().name();
        String local = locals.take(local(path) + "Marked");
        declare(ClassName.get(String.class), local, message(parts));
        marked.put(value, local);
      }
    }
  }

  private static boolean isLong(Literal literal) {
    String text = literal.value().toString();
    return literal.shape().type().isClass("java.lang.String")
        && (text.length() > LONGEST_ARGUMENT || text.contains("\n"));
  }

  private List<Part> parts(Text text) {
    List<Part> parts = new ArrayList<>();
    for (TemplateValue.Piece piece : text.pieces()) {
      if (piece instanceof Closed closed) {
        parts.add(closed.part());
      } else if (piece instanceof Open open) {
        parts.add(answered(open.slot()));
      }
    }
    return TemplatePrompt.merged(parts);
  }

  private Slot answered(OpenSlot slot) {
    List<Accessor> accessors =
        file.openSlots().size() == 1
            ? List.of()
            : List.of(new Accessor(slot.name(), slot.name(), slot.shape().type()));
    return new Slot(slot.name(), written, accessors, slot.shape());
  }

  /** {@code items[0].text} becomes {@code items0Text}. */
  private static String local(String path) {
    StringBuilder local = new StringBuilder();
    for (String word : path.split("[^\\p{Alnum}$]+")) {
      local.append(
          local.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    if (!local.isEmpty()) { // A capital letter is how a type begins.
      local.setCharAt(0, Character.toLowerCase(local.charAt(0)));
    }
    boolean name = !local.isEmpty() && Character.isJavaIdentifierStart(local.charAt(0));
    return name ? local.toString() : "text" + local;
  }

  private void declare(ClassName type, String local, CodeBlock value) {
    method.addStatement("$T $L = $L", type, local, value);
  }
}
