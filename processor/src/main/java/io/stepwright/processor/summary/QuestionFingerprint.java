package io.stepwright.processor.summary;

import io.stepwright.cache.CacheDigest;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ModelRef;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.schema.JsonSchemaText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A digest of everything that affects the answers to a question and is known at compile time. A
 * class with another prompt, model, parameter or result uses no answers that were cached before.
 */
public final class QuestionFingerprint {

  // Incremented when the content of the digest changes.
  private static final String VERSION = "1";

  private QuestionFingerprint() {}

  /** Returns the fingerprint of all questions of a model step, in lower-case hexadecimal. */
  public static String of(WiredAgent wired, StepModel step) {
    TemplateModel template = wired.templates().get(step.id());
    return of(wired, step, template == null ? List.of() : template.files());
  }

  /** Returns the fingerprint of the question that asks a model to fill some files. */
  public static String of(WiredAgent wired, StepModel step, List<TemplateModel.File> files) {
    return of(wired, step, files, new HashSet<>());
  }

  private static String of(
      WiredAgent wired, StepModel step, List<TemplateModel.File> files, Set<String> visited) {
    CacheDigest digest = new CacheDigest().add(VERSION);
    ModelRef model = step.model();
    if (model != null) {
      digest.add(model.name().text());
      model.fallback().stream().map(Named::text).forEach(digest::add);
      digest.add("temperature").add(String.valueOf(model.temperature()));
      digest.add("maxOutputTokens").add(String.valueOf(model.maxOutputTokens()));
    }
    PromptModel prompt = wired.prompts().get(step.id());
    if (prompt != null) {
      message("system", prompt.system() == null ? List.of() : prompt.system(), digest);
      message("user", prompt.user(), digest);
    }
    TemplateModel template = wired.templates().get(step.id());
    if (step.history() != null) {
      digest.add("history");
    }
    if (template != null) {
      template(template.path(), files, digest);
    }
    Shape result = wired.results().get(step.id());
    if (result != null) {
      digest.add("result").add(JsonSchemaText.of(result));
    }
    CacheKeyModel key = wired.cacheKeys().get(step.id());
    if (key != null && key.text() != null) {
      digest.add("on").add(key.text().path());
    }
    if (step.tools() != null && visited.add(step.id())) {
      digest.add("tools").add(String.valueOf(step.tools().turns()));
      digest.add(String.valueOf(step.tools().tokens()));
      wired.tools(step).forEach(tool -> tool(wired, tool, digest, visited));
    }
    return digest.hex();
  }

  /** Adds a tool, as far as its results and the model's view of it depend on it. */
  private static void tool(
      WiredAgent wired, ResolvedTool resolved, CacheDigest digest, Set<String> visited) {
    ToolModel tool = resolved.tool();
    digest.add("tool").add(tool.name()).add(tool.description());
    Shape.Structure arguments = new Shape.Structure(new TypeRef.Other(""), resolved.chosen(), "");
    digest.add(JsonSchemaText.of(arguments));
    for (ResolvedTool.Argument argument : resolved.arguments()) {
      if (argument instanceof ResolvedTool.Bound bound) {
        digest.add("bound").add(bound.parameter().name()).add(bound.slot().path());
      }
    }
    digest.add(tool.readOnly() ? "readOnly" : tool.sideEffect() ? "sideEffect" : "");
    digest.add(tool.approve() == null ? "" : "approved").add(tool.failing() ? "failing" : "");
    digest.add(String.valueOf(tool.calls()));
    StepModel asked = tool.asked();
    if (asked != null) {
      TemplateModel template = wired.templates().get(asked.id());
      List<TemplateModel.File> files = template == null ? List.of() : template.files();
      digest.add("asked").add(of(wired, asked, files, visited));
    }
  }

  /** Adds the content of the files of a template, and the answers that models are asked for. */
  private static void template(String path, List<TemplateModel.File> files, CacheDigest digest) {
    digest.add("template").add(path);
    for (TemplateModel.File file : files) {
      digest.add(file.path()).add(file.text());
      if (file.isOpen()) {
        digest.add(JsonSchemaText.of(file.answer(new TypeRef.Other(""))));
      }
    }
  }

  private static void message(String role, List<Part> parts, CacheDigest digest) {
    digest.add(role);
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        digest.add("text").add(literal.text());
      } else if (part instanceof Slot slot) {
        digest.add(slot.shape().isMedia() ? "media" : "slot").add(slot.path());
      }
    }
  }
}
