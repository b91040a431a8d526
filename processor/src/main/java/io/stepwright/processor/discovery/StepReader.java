package io.stepwright.processor.discovery;

import io.stepwright.config.DurationText;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.LimitText;
import io.stepwright.processor.model.ValueModel;
import io.stepwright.processor.resources.ResourceFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of steps and entry points. */
final class StepReader {

  static final String STEP = "io.stepwright.AgentStep";
  static final String ENTRY_POINT = "io.stepwright.EntryPoint";
  static final String MODEL = "io.stepwright.Model";
  static final String PROMPT = "io.stepwright.Prompt";
  static final String TEMPLATE = "io.stepwright.Template";
  static final String TIMEOUT = "io.stepwright.Timeout";
  static final String SIDE_EFFECT = "io.stepwright.SideEffect";

  static final String WHEN = "io.stepwright.When";
  static final String WHEN_ALL = "io.stepwright.When.All";
  static final String REGEX = "io.stepwright.Regex";
  static final String CACHED = "io.stepwright.Cached";
  static final String RETRY = "io.stepwright.Retry";
  static final String TOOLS = "io.stepwright.Tools";

  private final ResourceFiles resources;

  StepReader(ResourceFiles resources) {
    this.resources = resources;
  }

  StepModel step(
      ExecutableElement element,
      AnnotationReader annotation,
      MethodModel method,
      MethodReader methods) {
    Named name = annotation.named("value");
    ValueModel returned = MethodReader.peel(method.returnType());
    boolean fanOut = method.parameters().stream().anyMatch(each -> each.each() != null);
    return new StepModel(
        name == null ? method.name() : name.text(),
        name == null ? method.place() : name.place(),
        method,
        fanOut ? methods.listed(returned, StepModel.itemFailure(method)) : returned,
        returned,
        annotation.namedStrings("after"),
        when(element),
        AnnotationReader.of(element, MODEL).map(StepReader::model).orElse(null),
        AnnotationReader.of(element, PROMPT).map(this::prompt).orElse(null),
        AnnotationReader.of(element, TEMPLATE).map(StepReader::template).orElse(null),
        AnnotationReader.of(element, REGEX).map(StepReader::regex).orElse(null),
        AnnotationReader.of(element, CACHED).map(StepReader::cache).orElse(null),
        AnnotationReader.of(element, RETRY).map(StepReader::retry).orElse(null),
        AnnotationReader.of(element, TIMEOUT).map(StepReader::limits).orElse(null),
        AnnotationReader.of(element, TOOLS).map(StepReader::tools).orElse(null),
        AnnotationReader.of(element, SIDE_EFFECT).isPresent(),
        annotation.isOf(ToolReader.TOOL));
  }

  private static List<StepModel.WhenText> when(ExecutableElement element) {
    List<StepModel.WhenText> conditions = new ArrayList<>();
    AnnotationReader.of(element, WHEN).map(StepReader::when).ifPresent(conditions::add);
    AnnotationReader.of(element, WHEN_ALL)
        .ifPresent(all -> all.nested("value").forEach(each -> conditions.add(when(each))));
    return conditions;
  }

  private static StepModel.WhenText when(AnnotationReader annotation) {
    return new StepModel.WhenText(
        always(annotation, "value"), annotation.namedStrings("is"), annotation.place());
  }

  static EntryPointModel entryPoint(AnnotationReader annotation, MethodModel method) {
    return new EntryPointModel(
        method,
        MethodReader.peel(method.returnType()),
        annotation.named("value"),
        annotation.namedStrings("also"),
        Optional.ofNullable(annotation.named("timeout")).map(StepReader::limit).orElse(null));
  }

  private static StepModel.ModelRef model(AnnotationReader annotation) {
    return new StepModel.ModelRef(
        always(annotation, "value"),
        annotation.namedStrings("fallback"),
        annotation.number("temperature", Double.NaN),
        (int) annotation.number("maxOutputTokens", 0),
        annotation.place(),
        annotation.place("temperature"),
        annotation.place("maxOutputTokens"));
  }

  private StepModel.PromptText prompt(AnnotationReader annotation) {
    return new StepModel.PromptText(
        annotation.named("value"),
        annotation.named("system"),
        Optional.ofNullable(annotation.named("file")).map(this::file).orElse(null),
        annotation.place());
  }

  private StepModel.PromptFile file(Named path) {
    return new StepModel.PromptFile(path, resources.find(path.text()));
  }

  private static StepModel.TemplateRef template(AnnotationReader annotation) {
    return new StepModel.TemplateRef(always(annotation, "value"), annotation.place());
  }

  private static StepModel.RegexText regex(AnnotationReader annotation) {
    return new StepModel.RegexText(
        always(annotation, "value"), annotation.named("on"), annotation.place());
  }

  private static StepModel.CacheText cache(AnnotationReader annotation) {
    return new StepModel.CacheText(
        annotation.number("similarity", 1.0),
        annotation.named("on"),
        limit(always(annotation, "ttl")),
        annotation.constants("guards"),
        annotation.constant("whenNotJudged").equals("SERVE"),
        annotation.place(),
        annotation.place("similarity"),
        annotation.place("guards"));
  }

  private static StepModel.RetryText retry(AnnotationReader annotation) {
    return new StepModel.RetryText(
        (int) annotation.number("maxAttempts", 3), annotation.place("maxAttempts"));
  }

  private static StepModel.ToolsText tools(AnnotationReader annotation) {
    return new StepModel.ToolsText(
        annotation.namedStrings("value"),
        (int) annotation.number("turns", 8),
        (int) annotation.number("tokens", 0),
        annotation.place(),
        annotation.place("turns"),
        annotation.place("tokens"));
  }

  private static StepModel.Limits limits(AnnotationReader annotation) {
    Named attempt = annotation.named("attempt");
    return new StepModel.Limits(
        limit(always(annotation, "value")), attempt == null ? null : limit(attempt));
  }

  private static Named always(AnnotationReader annotation, String name) {
    Place place = annotation.place(name);
    return new Named(annotation.string(name), place);
  }

  private static LimitText limit(Named text) {
    return new LimitText(text, parse(text.text()));
  }

  private static @Nullable Duration parse(String text) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      return null; // {@code DurationRule} reports the error at its position.
    }
  }
}
