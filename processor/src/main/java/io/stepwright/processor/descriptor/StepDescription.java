package io.stepwright.processor.descriptor;

import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.StepDescriptor.CacheDescriptor;
import io.stepwright.descriptor.StepDescriptor.FileDescriptor;
import io.stepwright.descriptor.StepDescriptor.Kind;
import io.stepwright.descriptor.StepDescriptor.TemplateDescriptor;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ModelCallCount;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.summary.QuestionFingerprint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes the method of a step for tools. */
final class StepDescription {

  private StepDescription() {}

  static StepDescriptor of(StepModel step, WiredAgent wired, ModelCallCount count) {
    TemplateModel template = wired.templates().get(step.id());
    return new StepDescriptor(
        step.name(),
        step.method().name(),
        parameters(step.method()),
        binaryName(step.method().owner()),
        kind(step),
        step.value().type().display(),
        step.value().optional(),
        step.sideEffect(),
        step.model() == null ? null : step.model().name().text(),
        step.model() == null
            ? List.of()
            : step.model().fallback().stream().map(Named::text).toList(),
        template == null ? null : template(template),
        step.regex() == null ? null : step.regex().pattern().text(),
        step.cache() == null ? null : cache(step, step.cache(), wired),
        wired.checks(step).stream().map(ResolvedCheck::method).toList(),
        onFailure(step),
        step.attempts(),
        step.timeout() == null ? null : text(step.timeout().total().value()),
        ToolDescription.use(step, wired),
        count.of(step));
  }

  /** Returns the effect of a failed item on the step, or null if the run fails. */
  private static @Nullable String onFailure(StepModel step) {
    return step.itemFailure() == ItemFailure.FAIL_RUN
        ? null
        : step.itemFailure().name().toLowerCase(Locale.ROOT);
  }

  private static TemplateDescriptor template(TemplateModel template) {
    return new TemplateDescriptor(
        template.path(),
        template.choosers().stream().map(Slot::path).toList(),
        template.files().stream().map(StepDescription::file).toList());
  }

  private static FileDescriptor file(TemplateModel.File file) {
    return new FileDescriptor(file.path(), file.openSlots().stream().map(OpenSlot::name).toList());
  }

  private static CacheDescriptor cache(StepModel step, CacheText cache, WiredAgent wired) {
    CacheKeyModel key = wired.cacheKeys().get(step.id());
    return new CacheDescriptor(
        cache.similarity(),
        key == null || key.text() == null ? null : key.text().path(),
        key == null ? List.of() : key.exact().stream().map(Slot::path).toList(),
        text(cache.ttl().value()),
        cache.isSemantic() ? cache.guards() : List.of(),
        cache.isSemantic() && cache.servesUnjudged() ? "SERVE" : null,
        QuestionFingerprint.of(wired, step));
  }

  private static Kind kind(StepModel step) {
    if (!step.isAbstract()) {
      return Kind.CODE;
    }
    if (step.template() != null) {
      return Kind.TEMPLATE;
    }
    return step.isRegexAlone() ? Kind.REGEX : Kind.MODEL;
  }

  static List<String> parameters(MethodModel method) {
    return method.parameters().stream().map(ParameterModel::name).toList();
  }

  /**
   * Returns the binary name of a type, by which tools find the source: a step may be inherited from
   * another file.
   */
  static String binaryName(TypeRef type) {
    return type instanceof TypeRef.Declared declared
        ? (declared.packageName().isEmpty() ? "" : declared.packageName() + ".")
            + String.join("$", declared.simpleNames())
        : type.display();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
